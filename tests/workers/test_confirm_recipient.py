"""confirm_recipient - article 24(2): a unit that has ended is followed by its successor."""

import pytest

from law.succession import SuccessionKind
from records.unit_succession import succeed
from tests.workers.at_unit import BRANCH, CLERK, AtUnit, at_unit
from tests.workers.conftest import BUREAU, MON_2_MARCH, UNIT, Case, StandingClock
from workers.matter.confirm_recipient import confirm_recipient

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    return at_unit(case)


def ends(matter: AtUnit, clock: StandingClock, successors: dict[str, str]) -> None:
    matter.write(
        lambda session: succeed(
            session,
            UNIT,
            successors,
            kind=SuccessionKind.merge if successors else SuccessionKind.abolish,
            on=MON_2_MARCH,
            basis="机构改革方案",
            actor=CLERK,
            now=clock.now(),
        )
    )


def test_a_unit_that_exists_receives_the_matter(matter: AtUnit) -> None:
    for _ in range(2):
        assert confirm_recipient(matter.id) == {"unit": UNIT, "is_lower_bureau": False}


def test_a_bureau_passes_it_on(matter: AtUnit) -> None:
    matter.change(unit_id=BUREAU)
    assert confirm_recipient(matter.id) == {"unit": BUREAU, "is_lower_bureau": True}


def test_the_successor_follows_and_the_dates_stay(matter: AtUnit, clock: StandingClock) -> None:
    ends(matter, clock, {BRANCH: ""})
    for _ in range(2):
        assert confirm_recipient(matter.id)["unit"] == BRANCH
    assert matter.row().received_on == MON_2_MARCH


def test_without_a_clear_successor_it_stays(matter: AtUnit, clock: StandingClock) -> None:
    ends(matter, clock, {})
    assert confirm_recipient(matter.id)["unit"] == UNIT
