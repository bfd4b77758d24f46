"""The supervisions of a case: what each is for, its step, and who must do what by when."""

import json
from datetime import date

from sqlalchemy import select as plain_select
from sqlmodel import col, select

from api.i18n import text, text_or
from api.queries.diagram import element_name
from api.queries.reader import Reader
from api.queries.supervision_access import sees_supervision_of, supervises
from api.shapes.case_parts import AdviceOut, SupervisionOut, WaitingOut
from api.shapes.common import Named
from journal.tables import user_task
from records.models import Advice, Supervision, TaskDecision
from records.models.supervision import SupervisionState
from records.supervisions.find import find_advice

COLUMNS = (
    *("due_on", "opened_at", "reason", "step_on", "feedback_due_on", "feedback", "feedback_on"),
    *("verified_on", "is_corrected", "closed_at"),
)
ANSWERING = ("answer_advice",)
FEEDING_BACK = ("give_feedback",)


def supervision_views(reader: Reader) -> list[SupervisionOut]:
    """Those that the reader sees, oldest first."""
    rows = reader.session.exec(
        select(Supervision)
        .where(Supervision.petition_id == reader.petition.id)
        .order_by(col(Supervision.opened_at), col(Supervision.id))
    )
    return [
        _view(reader, row)
        for row in rows
        if reader.shows(row.matter_id)
        and sees_supervision_of(reader.person, reader.petition, row.unit_id)
    ]


def _view(reader: Reader, row: Supervision) -> SupervisionOut:
    advice = find_advice(reader.session, row.id)
    may_read = advice is not None and sees_supervision_of(
        reader.person, reader.petition, advice.unit_id
    )
    return SupervisionOut(
        **row.model_dump(include={*COLUMNS}),
        id=row.id,
        matter=reader.ordinal(row.matter_id),
        unit=reader.unit(row.unit_id),
        trigger=_word(reader, "trigger", row.trigger),
        opened_by=reader.actor(row.opened_by),
        step=_word(reader, "supervision_step", row.step.value),
        state=_word(reader, "supervision_state", row.state.value),
        verification=_word(reader, "verification", row.verification.value)
        if row.verification
        else None,
        end=_word(reader, "supervision_end", row.end.value) if row.end else None,
        advice=_advice(reader, advice) if advice is not None and may_read else None,
        waiting=_waiting(reader, row, advice),
    )


def _advice(reader: Reader, advice: Advice) -> AdviceOut:
    return AdviceOut(
        kind=_word(reader, "advice_kind", advice.kind.value),
        unit=reader.unit(advice.unit_id),
        suggestion=advice.suggestion,
        issued_on=advice.issued_on,
        due_on=advice.due_on,
        adoption=_word(reader, "adoption", advice.adoption.value) if advice.adoption else None,
        adoption_reason=advice.adoption_reason,
        answered_on=advice.answered_on,
    )


def _waiting(reader: Reader, row: Supervision, advice: Advice | None) -> list[WaitingOut]:
    """The open tasks: for the bureau all of them, for the unit its own."""
    if row.state is SupervisionState.closed or row.instance_key is None:
        return []
    found = reader.session.execute(
        plain_select(user_task).where(
            user_task.c.root_key == row.instance_key, user_task.c.state == "created"
        )
    )
    waiting = []
    for task in found:
        groups = json.loads(task.candidate_groups)
        is_mine = not reader.person.groups.isdisjoint(groups)
        if not (is_mine or supervises(reader.person, reader.petition)):
            continue
        if reader.session.get(TaskDecision, task.key) is not None:
            continue
        join = text(reader.language, "who.join")
        waiting.append(
            WaitingOut(
                task_key=task.key,
                element_id=task.element_id,
                name=element_name(reader.session, task.definition_key, task.element_id),
                who=join.join(reader.actors.group(group) for group in groups),
                due_on=_due(row, advice, task.element_id),
                can_open=is_mine,
            )
        )
    return waiting


def _due(row: Supervision, advice: Advice | None, element_id: str) -> date | None:
    if element_id in FEEDING_BACK:
        return row.feedback_due_on
    return advice.due_on if advice is not None and element_id in ANSWERING else None


def _word(reader: Reader, kind: str, code: str) -> Named:
    return Named(id=code, name=text_or(reader.language, f"{kind}.{code}", code))
