"""A breach opens one supervision, of whoever is late; a right that lapses opens none."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from law.instants import end_of_day
from records.errors import ClockNotFound
from records.ledger import extend_clock, open_clock, raise_alerts
from records.supervisions.breaches import breach_without_supervision, open_supervision
from tests.records.cases import BUREAU, MON_2_MARCH, NOON, UNIT
from tests.records.matters import add_matter


def over(session: Session, filed_id: str, code: str, *, of_matter: bool = True) -> str:
    """A clock whose end has been recorded; its id."""
    matter = add_matter(session, filed_id) if of_matter else None
    clock = open_clock(
        session,
        petition_id=filed_id,
        matter_id=matter.id if matter else None,
        code=code,
        started_on=MON_2_MARCH,
        until=MON_2_MARCH + timedelta(days=10) if code == "D11" else None,
        actor="engine",
        now=NOON,
    )
    raise_alerts(session, clock_id=clock.id, now=end_of_day(clock.due_on))
    return clock.id


@pytest.mark.parametrize(
    ("code", "trigger", "unit"),
    [
        ("D01", "late_dispatch", BUREAU),
        ("D02", "late_notice", UNIT),
        ("D05", "late_answer", UNIT),
        ("D11", "late_report", UNIT),
        ("D14", "late_dispatch", UNIT),
    ],
)
def test_it_says_who_is_late_with_what(
    session: Session, filed_id: str, code: str, trigger: str, unit: str
) -> None:
    clock_id = over(session, filed_id, code)
    assert breach_without_supervision(session, clock_id)
    opened = open_supervision(session, clock_id, now=NOON)
    assert opened is not None
    assert (opened.trigger, opened.unit_id) == (trigger, unit)
    assert not breach_without_supervision(session, clock_id)
    assert open_supervision(session, clock_id, now=NOON) == opened


def test_the_bureau_answers_for_a_petition_that_is_nowhere_yet(
    session: Session, filed_id: str
) -> None:
    clock_id = over(session, filed_id, "D01", of_matter=False)
    opened = open_supervision(session, clock_id, now=NOON)
    assert opened is not None
    assert (opened.matter_id, opened.unit_id) == (None, BUREAU)


def test_a_window_that_lapsed_opens_none(session: Session, filed_id: str) -> None:
    clock_id = over(session, filed_id, "D07")
    assert not breach_without_supervision(session, clock_id)
    assert open_supervision(session, clock_id, now=NOON) is None


def test_a_clock_in_time_opens_none(session: Session, filed_id: str) -> None:
    clock = open_clock(
        session,
        petition_id=filed_id,
        code="D05",
        started_on=MON_2_MARCH,
        actor="engine",
        now=NOON,
    )
    extend_clock(session, clock_id=clock.id, days=30, reason="复杂", actor="leader", now=NOON)
    assert open_supervision(session, clock.id, now=NOON) is None


def test_an_unknown_clock_is_not_found(session: Session) -> None:
    with pytest.raises(ClockNotFound):
        open_supervision(session, "nothing", now=NOON)
