"""The whole case for one reader: records say what it is, the journal where it is."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col, select

from api.i18n import text
from api.language import Language
from api.queries.actors import Actors
from api.queries.clocks import clock_views
from api.queries.decisions import case_decisions
from api.queries.diagram import element_name
from api.queries.flow import CaseFlow, case_flow
from api.queries.history import history
from api.queries.task import load_task
from api.shapes.common import Named, from_millis, shanghai
from api.shapes.petition import Case, CaseTask, ClaimOut, DocumentOut, PetitionerOut, Step
from records.documents import documents_of
from records.models import Claim, Petition, Petitioner, TaskDecision, TaskHold
from records.people import Person
from records.tasks import TaskNotFound, check_visible


def case_view(
    session: Session, person: Person, petition: Petition, *, language: Language, now: datetime
) -> Case:
    """Everything the reader of a case sees; `petition` is one they may see."""
    flow = case_flow(session, petition)
    actors = Actors(session, language)
    petitioner = session.get_one(Petitioner, petition.petitioner_id)
    claims = session.exec(
        select(Claim).where(Claim.petition_id == petition.id).order_by(col(Claim.ordinal))
    )
    root = flow.root
    steps = [_step(session, row, flow, actors, language) for row in flow.active]
    fields = petition.model_dump(exclude={"petitioner_id", "bureau_id", "unit_id", "instance_key"})
    return Case(
        **fields,
        petitioner=PetitionerOut(**petitioner.model_dump(exclude={"id"})),
        bureau=Named(id=petition.bureau_id, name=actors.unit(petition.bureau_id)),
        unit=_unit(petition.unit_id, actors),
        claims=[
            ClaimOut(ordinal=claim.ordinal, text=claim.text, outcome=claim.outcome)
            for claim in claims
        ],
        steps=steps,
        tasks=_tasks(session, person, steps),
        clocks=clock_views(session, petition.id, actors, language, shanghai(now).date()),
        documents=[
            DocumentOut(
                id=document.id,
                number=document.number,
                title=document.title,
                issued_on=document.issued_on,
                link=f"/api/documents/{document.id}",
                pdf=f"/api/documents/{document.id}/pdf",
            )
            for document in documents_of(session, petition.id)
        ],
        decisions=case_decisions(session, petition, root, actors, language),
        history=history(session, petition, flow, actors, language),
        instance_key=root.key if root else petition.instance_key,
        definition_key=root.definition_key if root else None,
    )


def _unit(unit_id: str | None, actors: Actors) -> Named | None:
    return Named(id=unit_id, name=actors.unit(unit_id)) if unit_id else None


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
