"""A suggestion (三项建议, article 40): drafted, issued, answered within D17."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlmodel import Session

from law.decision_facts import Adoption
from law.instants import SHANGHAI
from records import audit
from records.clocks.append import ClockView
from records.clocks.find import running
from records.ledger import ENGINE, meet_clock, open_clock
from records.models import Advice, Supervision
from records.models.supervision import AdviceKind
from records.supervisions.find import advice_of, find_advice

ADOPTING = "D17"


@dataclass(frozen=True)
class Draft:
    """What is suggested to whom: root causes in duty, policy and conduct (三查)."""

    kind: AdviceKind
    unit_id: str
    duty_causes: str
    policy_causes: str
    conduct_causes: str
    suggestion: str


def draft(session: Session, row: Supervision, drafted: Draft, *, by: str) -> Advice:
    """Keep the draft; one that is there and not issued yet is written anew."""
    advice = find_advice(session, row.id)
    if advice is None:
        advice = Advice(
            supervision_id=row.id, petition_id=row.petition_id, drafted_by=by, **asdict(drafted)
        )
    elif advice.issued_on is None:
        for name, value in asdict(drafted).items():
            setattr(advice, name, value)
    session.add(advice)
    session.flush()
    return advice


def note_issued(session: Session, row: Supervision, advice: Advice, *, now: datetime) -> ClockView:
    """The suggestion goes out: its addressee has D17 to answer, a local rule and ours to set."""
    clock = open_clock(
        session,
        petition_id=row.petition_id,
        matter_id=row.matter_id,
        subject=advice.id,
        code=ADOPTING,
        started_on=advice.issued_on or _day(now),
        actor=ENGINE,
        now=now,
    )
    advice.issued_on, advice.due_on = advice.issued_on or _day(now), clock.due_on
    session.add(advice)
    return clock


def answer(
    session: Session, row: Supervision, adoption: Adoption, *, reason: str, now: datetime
) -> Advice:
    """What became of it; the period to say so is over. Raises AdviceNotFound."""
    advice = advice_of(session, row.id)
    advice.adoption, advice.adoption_reason = adoption, reason
    advice.answered_on = _day(now)
    session.add(advice)
    for clock in running(session, petition_id=row.petition_id, codes=(ADOPTING,)):
        if clock.subject == advice.id:
            meet_clock(session, clock_id=clock.id, actor=ENGINE, now=now)
    audit.record(
        session,
        now=now,
        actor=ENGINE,
        action="note_adoption",
        petition_id=row.petition_id,
        kind=advice.kind.value,
        adoption=adoption.value,
    )
    return advice


def _day(now: datetime) -> date:
    return now.astimezone(SHANGHAI).date()
