"""pass_on_matter - articles 22 and 23: a lower bureau sends the matter on."""

import pytest

from tests.workers.at_bureau import LOWER_BUREAU, OTHER, AtBureau, at_bureau
from tests.workers.at_unit import AtUnit
from tests.workers.conftest import UNIT, Case, StandingClock, result_of
from workers.intake.dispatch_petition import dispatch_petition
from workers.level_transfer.pass_on_matter import pass_on_matter
from workers.level_transfer.start_level_clock import start_level_clock

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def petition(case: Case, clock: StandingClock) -> AtBureau:
    """Its first matter is with the bureau below, its second with another unit."""
    found = at_bureau(case)
    rows = [{"ordinal": 2, "unit": OTHER}]
    found.classified(clock.now(), unit=LOWER_BUREAU, claims=rows)
    dispatch_petition(found.id)
    return found


@pytest.fixture
def matter(petition: AtBureau, clock: StandingClock) -> AtUnit:
    found = petition.matter(1)
    start_level_clock(found.id)
    clock.moment = clock.moment.replace(day=4)
    return found


def test_the_unit_has_it_from_that_day_on(matter: AtUnit, petition: AtBureau) -> None:
    told = pass_on_matter(matter.id, UNIT)
    assert told == {"unit": UNIT, "is_lower_bureau": False}
    row = matter.row()
    assert (row.unit_id, row.round, str(row.received_on)) == (UNIT, 2, "2026-03-04")
    assert petition.row().unit_id == UNIT
    assert matter.entries() == {"D01a": ["started", "met"]}


def test_letter_and_notice_come_from_the_bureau_below(matter: AtUnit) -> None:
    pass_on_matter(matter.id, UNIT)
    for step in ("pass_on_matter", "pass_on_matter__letter"):
        document = matter.document(step)
        assert (document.issued_by, document.occasion) == (LOWER_BUREAU, "1.2")


def test_twice_is_as_good_as_once(matter: AtUnit) -> None:
    first = pass_on_matter(matter.id, UNIT)
    assert result_of(pass_on_matter(matter.id, UNIT)) == first
    assert matter.row().round == 2
    assert len(matter.case.acts("pass_on_matter")) == 1
