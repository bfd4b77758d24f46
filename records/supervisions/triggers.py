"""Events other than a breach that open a supervision (articles 32(2), 40(1))."""

from datetime import datetime

from sqlmodel import Session, func, select

from law.decision_facts import SupervisionTrigger
from records.matters import matters_of
from records.models import Document, Matter, Petition, Supervision
from records.models.petition import Outcome
from records.supervisions.find import running_one
from records.supervisions.start import start_supervision
from records.task_decisions import latest

RETURN = "return_for_rework"
# How often a report is returned before that is one too many: ours, no rule of law.
RETURNED_TOO_OFTEN = 2
CHECKED_BY_UNIT, CHECKED_BY_BUREAU, NO = "supervise_execution", "check_execution", "no"


def report_returned(session: Session, matter: Matter, *, now: datetime) -> Supervision | None:
    """The report of this matter was returned: the second time calls for a supervision."""
    counted = select(func.count()).where(
        Document.matter_id == matter.id, Document.element_id == RETURN
    )
    if session.exec(counted).one() < RETURNED_TOO_OFTEN:
        return None
    return _start(session, matter, SupervisionTrigger.returned_repeatedly, now)


def not_carried_out(session: Session, petition: Petition, *, now: datetime) -> None:
    """What was supported has not been carried out, as whoever looked into it found."""
    for matter in _supported(session, petition):
        _start(session, matter, SupervisionTrigger.refuses_execution, now)


def rated_dissatisfied(session: Session, petition: Petition, *, now: datetime) -> None:
    """The petitioner is not satisfied: what was supported and is not carried out is supervised.

    A matter that is supervised for that very reason is not supervised twice.
    """
    for matter in _supported(session, petition):
        running = running_one(
            session,
            petition_id=petition.id,
            matter_id=matter.id,
            trigger=SupervisionTrigger.refuses_execution.value,
        )
        if running is None and _is_unperformed(session, matter):
            _start(session, matter, SupervisionTrigger.dissatisfied_unperformed, now)


def _is_unperformed(session: Session, matter: Matter) -> bool:
    by_unit = latest(session, CHECKED_BY_UNIT, matter_id=matter.id)
    by_bureau = latest(session, CHECKED_BY_BUREAU, petition_id=matter.petition_id)
    found = by_bureau or by_unit
    return found is not None and found.data.get("is_performed") == NO


def _supported(session: Session, petition: Petition) -> list[Matter]:
    return [
        one
        for one in matters_of(session, petition.id)
        if one.outcome is Outcome.support and not one.is_sealed
    ]


def _start(
    session: Session, matter: Matter, trigger: SupervisionTrigger, now: datetime
) -> Supervision:
    return start_supervision(
        session,
        petition_id=matter.petition_id,
        matter_id=matter.id,
        unit_id=matter.unit_id,
        trigger=trigger,
        now=now,
    )
