"""The whole case for one reader: records say what it is, the journal where it is."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from api.i18n import text
from api.language import Language
from api.queries.actors import Actors
from api.queries.case_documents import document_views
from api.queries.case_matters import (
    extension_views,
    interim_answer_views,
    matter_views,
    rating_view,
    withdrawal_views,
)
from api.queries.case_record import (
    claim_views,
    content_class_view,
    course_views,
    division_view,
    flag_views,
    persons_view,
    related_views,
    text_view,
)
from api.queries.case_requests import requests_open
from api.queries.case_supervisions import supervision_views
from api.queries.clocks import clock_views
from api.queries.decisions import case_decisions
from api.queries.diagram import element_name
from api.queries.flow import CaseFlow, case_flow
from api.queries.history import history
from api.queries.reader import reader_of
from api.queries.reviews import review_views
from api.queries.task import load_task
from api.queries.urgeable import urgeable_tasks
from api.queries.urgent import urgent_views
from api.shapes.case import Case, CaseTask
from api.shapes.common import from_millis, shanghai
from api.shapes.petition import Step
from records.models import Petition, TaskDecision, TaskHold
from records.people import Person
from records.tasks.errors import TaskNotFound
from records.tasks.rules import check_visible

COLUMNS = (
    *("id", "number", "query_code", "form", "subject", "received_on", "filed_at", "registered_at"),
    *("people", "incident_place", "is_name_clear", "is_read_back", "repetition"),
    *("proposed_category", "category", "outcome", "answer", "dispatched_at", "closed_at", "end"),
)


def case_view(
    session: Session,
    person: Person,
    petition: Petition,
    *,
    language: Language,
    now: datetime,
    with_history: bool = True,
) -> Case:
    """Everything the reader of a case sees; `petition` is one they may see.

    `with_history`: pages leave the history out, which they show as a timeline.
    """
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    flow = case_flow(session, petition, hidden=reader.hidden_ids)
    actors = reader.actors
    root = flow.root
    steps = [_step(session, row, flow, actors, language) for row in flow.active]
    claims = claim_views(reader)
    return Case(
        **petition.model_dump(include={*COLUMNS}),
        text=text_view(reader, claims),
        **dict(persons_view(reader)),
        course=course_views(reader),
        flags=flag_views(reader),
        related=related_views(reader),
        division=division_view(reader),
        content_class=content_class_view(reader),
        bureau=reader.unit(petition.bureau_id),
        unit=reader.unit(petition.unit_id) if petition.unit_id else None,
        claims=claims,
        matters=matter_views(reader),
        steps=steps,
        tasks=_tasks(session, person, steps),
        urgeable=urgeable_tasks(session, person, steps),
        clocks=clock_views(reader),
        documents=document_views(reader),
        supervisions=supervision_views(reader),
        extensions=extension_views(reader),
        interim_answers=interim_answer_views(reader),
        withdrawals=withdrawal_views(reader),
        reviews=review_views(reader),
        rating=rating_view(reader),
        urgent=urgent_views(reader, now),
        decisions=case_decisions(session, petition, root, actors, language),
        history=history(reader, flow) if with_history else [],
        instance_key=root.key if root else petition.instance_key,
        definition_key=root.definition_key if root else None,
        may=requests_open(reader),
    )


def _step(
    session: Session, row: Row[Any], flow: CaseFlow, actors: Actors, language: Language
) -> Step:
    task = flow.tasks.get(row.key)
    hold = session.get(TaskHold, task.key) if task else None
    groups = task.groups if task else []
    if row.key in flow.incidents:
        who = text(language, "who.operator")
    elif task and session.get(TaskDecision, task.key) is not None:
        who = text(language, "who.decided")
    elif hold:
        who = actors.name(hold.user_id)
    elif groups:
        who = text(language, "who.join").join(actors.group(group) for group in groups)
    elif "EVENT" in row.element_type:
        who = text(language, "who.waiting")
    else:
        who = text(language, "who.system")
    return Step(
        element_id=row.element_id,
        element_type=row.element_type,
        name=element_name(session, row.definition_key, row.element_id),
        process_id=row.process_id,
        instance_key=row.instance_key,
        since=from_millis(row.started_at),
        task_key=task.key if task else None,
        groups=groups,
        who=who,
        holder=actors.named(hold.user_id) if hold else None,
        has_incident=row.key in flow.incidents,
    )


def _tasks(session: Session, person: Person, steps: list[Step]) -> list[CaseTask]:
    tasks = []
    for step in steps:
        if step.task_key is None:
            continue
        if session.get(TaskDecision, int(step.task_key)) is not None:
            continue
        try:
            check_visible(session, person, load_task(session, int(step.task_key)))
        except TaskNotFound:
            continue
        tasks.append(
            CaseTask(
                key=step.task_key, element_id=step.element_id, name=step.name, holder=step.holder
            )
        )
    return tasks
