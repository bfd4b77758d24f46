"""To whom a unit can send a matter: articles 22(1) and 23(1)."""

from datetime import date

import pytest
from sqlmodel import Session

from records.demo import LOWER_BUREAU, REVIEW_BODY
from records.models import Unit
from records.recipients import receiving_units, subordinate_units
from tests.records.cases import BUREAU, MON_2_MARCH, UNIT


@pytest.fixture
def subordinate(session: Session) -> str:
    """A unit below the housing unit."""
    unit = Unit(
        id="990100-zx",
        name="示范市房产管理中心",
        designation="示房",
        division="990100",
        serial="60",
        kind="department",
        parent_id=UNIT,
    )
    session.add(unit)
    session.flush()
    return unit.id


def test_a_bureau_sends_to_units_and_lower_bureaus(session: Session) -> None:
    ids = [unit.id for unit in receiving_units(session, BUREAU, MON_2_MARCH)]
    assert {UNIT, LOWER_BUREAU} <= set(ids)
    assert not {BUREAU, REVIEW_BODY} & set(ids)
    assert ids == sorted(ids)


def test_a_lower_bureau_does_not_send_upwards_nor_to_itself(session: Session) -> None:
    ids = {unit.id for unit in receiving_units(session, LOWER_BUREAU, MON_2_MARCH)}
    assert UNIT in ids
    assert not {BUREAU, LOWER_BUREAU} & ids


def test_a_dissolved_bureau_receives_nothing(session: Session) -> None:
    session.get_one(Unit, LOWER_BUREAU).dissolved_on = date(2026, 3, 1)
    session.flush()
    ids = {unit.id for unit in receiving_units(session, BUREAU, MON_2_MARCH)}
    assert LOWER_BUREAU not in ids


def test_subordinates_are_those_below(session: Session, subordinate: str) -> None:
    assert [unit.id for unit in subordinate_units(session, UNIT, MON_2_MARCH)] == [subordinate]
    assert subordinate_units(session, "990100-jy", MON_2_MARCH) == []
