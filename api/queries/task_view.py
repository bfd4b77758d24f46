"""One task as people see it, with its form. Rows of the inbox: api.queries.inbox_rows."""

from datetime import date

from sqlmodel import Session, col, func, select

from api.errors import FormMissing
from api.language import Language
from api.queries.actors import Actors
from api.queries.diagram import element_name
from api.queries.proposals import proposal_views
from api.queries.task import form_schema, initial_data, task_ref, task_row
from api.queries.task_work import task_work
from api.queries.visibility import note_if_sealed
from api.shapes.common import Named, from_millis
from api.shapes.task import TaskDetail
from records.interest import keeps_out
from records.models import Clock, Petition, TaskDecision
from records.people import Person, members_of
from records.task_work.changes import version_of
from records.tasks.rules import check_visible, holder_of, leads, may_claim, works_on


def task_detail(
    session: Session, person: Person, key: int, *, language: Language, today: date
) -> TaskDetail:
    """One task with its form and starting data. Raises TaskNotFound."""
    row = task_row(session, key)
    task = task_ref(session, row)
    check_visible(session, person, task)
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    if petition:
        note_if_sealed(session, person, petition, task.element_id)
    holder = holder_of(session, key)
    decision = session.get(TaskDecision, key)
    due_on = session.exec(
        select(func.min(Clock.due_on)).where(
            Clock.petition_id == task.petition_id, col(Clock.is_running)
        )
    ).one()
    is_open = task.is_open and decision is None
    represents = person.works_for(task.groups, holder)
    claimants = filter(None, (person.id, represents))
    actors = Actors(session, language)
    can_assign = is_open and leads(person, task)
    work = task_work(
        session,
        person,
        task,
        actors,
        definition_key=row.definition_key,
        is_open=is_open,
        language=language,
    )
    is_mine = is_open and works_on(person, task, holder)
    may_only_answer = work.may_answer_delegation and not work.delegations[-1].may_complete
    try:
        schema = form_schema(session, task)
    except FormMissing:
        schema = None
    return TaskDetail(
        key=key,
        element_id=task.element_id,
        name=element_name(session, row.definition_key, task.element_id),
        petition_id=task.petition_id,
        number=petition.number if petition else None,
        subject=petition.subject if petition else None,
        groups=list(task.groups),
        holder=actors.named(holder),
        due_on=due_on,
        days_left=(due_on - today).days if due_on else None,
        received_on=petition.received_on if petition else None,
        created_at=from_millis(row.created_at),
        instance_key=row.instance_key,
        definition_key=row.definition_key,
        state="open" if is_open else "decided" if task.is_open else "ended",
        is_mine=is_mine,
        can_complete=is_mine and not may_only_answer,
        version=version_of(session, key),
        work=work,
        urges=work.urges,
        stands_in_for=actors.named(represents) if is_open else None,
        can_claim=is_open
        and holder is None
        and may_claim(person, task)
        and not any(keeps_out(session, task.matter_id, one) for one in claimants)
        and work.barred_by is None,
        can_assign=can_assign,
        candidates=[
            Named(id=user.id, name=user.name) for user in members_of(session, list(task.groups))
        ]
        if can_assign
        else [],
        proposals=proposal_views(session, task, language),
        form_key=task.form_key,
        form=schema,
        data={
            **initial_data(session, task, today, language),
            **(decision.data if decision else {}),
        },
    )
