"""start_level_clock - article 22(1)(二): each level has its share of forwarding."""

from datetime import date

import pytest

from law.decision_facts import SimpleGround
from records.models import Unit
from tests.workers.at_unit import AtUnit, at_unit, set_all
from tests.workers.conftest import UNIT, Case, result_of
from workers.level_transfer.start_level_clock import start_level_clock

pytestmark = pytest.mark.usefixtures("calendar")


def at_level(case: Case, level: str | None, **values: SimpleGround) -> AtUnit:
    """A matter that a bureau of this level has received on 2 March."""
    matter = at_unit(case, **values)

    values_of = {"kind": "bureau", "level": level}
    matter.write(lambda session: set_all(session.get_one(Unit, UNIT), values_of))
    return matter


@pytest.mark.parametrize(
    ("level", "due"),
    [
        ("city", "2026-03-05"),
        ("county", "2026-03-06"),
        ("township", "2026-03-06"),
        (None, "2026-03-06"),
    ],
)
def test_the_share_is_that_of_the_level(case: Case, level: str | None, due: str) -> None:
    matter = at_level(case, level)
    told = result_of(start_level_clock(matter.id))
    assert result_of(start_level_clock(matter.id)) == told
    assert told["level_clock_id"]
    assert matter.clocks() == {"D01a": (due, ["started"])}


@pytest.mark.parametrize(
    ("registered_on", "due"),
    [
        (date(2026, 2, 16), "2026-03-03"),  # its own share would end on the fifth
        (date(2026, 1, 5), "2026-03-03"),  # nothing is left: one day
        (date(2026, 2, 24), "2026-03-05"),
    ],
)
def test_the_fifteen_days_from_the_first_registration_cut_it_short(
    case: Case, registered_on: date, due: str
) -> None:
    matter = at_level(case, "city")
    matter.change_petition(received_on=registered_on)
    start_level_clock(matter.id)
    assert matter.clocks() == {"D01a": (due, ["started"])}


def test_a_simple_matter_goes_on_the_next_working_day(case: Case) -> None:
    matter = at_level(case, "city", simple_ground=SimpleGround.daily_life)
    start_level_clock(matter.id)
    assert matter.clocks() == {"D14": ("2026-03-03", ["started"])}
