"""The hearings of a matter: finding them, and who may not lead one."""

from sqlmodel import Session, col, select

from law.clock_rule import ClockRule
from law.clock_rules import rule_for
from law.hearing import NOTICE
from records.clocks.office_rules import configured, load_rules
from records.errors import RecordsError
from records.models import Hearing, TaskDecision

INVESTIGATORS = "investigators"  # field of every form in which somebody says who investigated


class NoHearingArranged(RecordsError):
    """No hearing of this matter has been arranged yet. Arrange it first."""


def hearings_of(session: Session, matter_id: str) -> list[Hearing]:
    """The hearings of a matter, in the order in which they were arranged."""
    found = select(Hearing).where(Hearing.matter_id == matter_id).order_by(col(Hearing.ordinal))
    return list(session.exec(found))


def current_hearing(session: Session, matter_id: str) -> Hearing:
    """The one arranged last. Raises NoHearingArranged."""
    found = hearings_of(session, matter_id)
    if not found:
        raise NoHearingArranged
    return found[-1]


def notice_rule(session: Session, hearing: Hearing) -> ClockRule:
    """How long before the day of this hearing its notice goes out, as the office has it then."""
    on = hearing.planned_on
    return configured(rule_for(NOTICE, on), load_rules(session).setting(NOTICE, on))


def investigators_of(session: Session, matter_id: str) -> set[str]:
    """Who has investigated the matter so far, by any unit: ids of accounts."""
    decisions = session.exec(select(TaskDecision).where(TaskDecision.matter_id == matter_id))
    return {
        str(user_id) for one in decisions for user_id in (one.data or {}).get(INVESTIGATORS) or ()
    }
