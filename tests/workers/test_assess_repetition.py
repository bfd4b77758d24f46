"""assess_repetition - articles 19, 35 and 36: what earlier matters mean for this petition."""

from datetime import date
from typing import Any

import pytest

from law.decision_words import Route
from records.ledger import ENGINE, open_clock
from records.models import Unit
from records.models.matter import MatterEnd
from records.models.petition import Category, PetitionEnd
from records.registration.flags import add_flags
from tests.workers.at_bureau import AtBureau, at_bureau
from tests.workers.conftest import BUREAU, UNIT, Case, StandingClock, result_of
from tests.workers.earlier import JANUARY, add_earlier_matter, file_earlier, link
from workers.screening.assess_repetition import assess_repetition

pytestmark = pytest.mark.usefixtures("calendar")
SERVED_IN_TIME, SERVED_LONG_AGO = date(2026, 2, 10), date(2026, 1, 20)
ANSWERED = {"end": MatterEnd.answered}
NEW_FACTS = {"new_facts": True}


@pytest.fixture
def petition(case: Case) -> AtBureau:
    return at_bureau(case)


def assessed(petition: AtBureau) -> tuple[str, int]:
    """Repetition and gap; asked twice, answered alike, and kept."""
    told = result_of(assess_repetition(petition.id))
    assert result_of(assess_repetition(petition.id)) == told
    assert petition.row().repetition == told["repetition"]
    return told["repetition"], told["level_gap"]


def after(petition: AtBureau, clock: StandingClock, **values: Any) -> tuple[str, int]:
    """The same after an earlier matter that stands as said was linked."""
    earlier = file_earlier(petition, clock.now())
    add_earlier_matter(petition, earlier, **values)
    link(petition, earlier, clock.now())
    return assessed(petition)


def test_without_an_earlier_one_it_is_new(petition: AtBureau) -> None:
    told = result_of(assess_repetition(petition.id))
    assert told == {
        "repetition": "none",
        "level_gap": 0,
        "is_name_clear": True,
        "acting_as": "bureau",
        "arrival": "",
        "has_power": True,
        "is_sealed": False,
    }


@pytest.mark.parametrize(
    ("values", "repetition"),
    [
        ({}, "in_progress"),
        (ANSWERED | {"served_on": SERVED_IN_TIME}, "review_open"),
        (ANSWERED, "review_open"),
        (ANSWERED | {"served_on": SERVED_LONG_AGO}, "review_missed"),
        (ANSWERED | {"category": Category.proposal}, "none"),
        (ANSWERED | {"route": Route.duty}, "none"),
        ({"end": MatterEnd.refused}, "none"),
        ({"end": MatterEnd.withdrawn}, "none"),
        ({"end": MatterEnd.settled}, "none"),
        ({"is_sealed": True}, "in_progress"),
    ],
)
def test_the_earlier_matter_says_what_this_one_is(
    petition: AtBureau, clock: StandingClock, values: dict[str, Any], repetition: str
) -> None:
    assert after(petition, clock, **values) == (repetition, 0)


def test_of_another_person_it_is_only_linked(petition: AtBureau, clock: StandingClock) -> None:
    earlier = file_earlier(petition, clock.now())
    add_earlier_matter(petition, earlier)
    link(petition, earlier, clock.now(), same_person=False)
    assert assessed(petition) == ("none", 0)


def test_a_handling_period_that_is_over_frees_the_superior(
    petition: AtBureau, clock: StandingClock
) -> None:
    earlier = file_earlier(petition, clock.now())
    matter = add_earlier_matter(petition, earlier)
    with petition.case.database.transaction() as session:
        open_clock(
            session,
            petition_id=earlier,
            matter_id=matter,
            code="D03",
            started_on=JANUARY,
            actor=ENGINE,
            now=clock.now(),
        )
    link(petition, earlier, clock.now())
    assert assessed(petition) == ("none", 0)


def test_what_is_handled_below_makes_a_gap(petition: AtBureau, clock: StandingClock) -> None:
    with petition.case.database.transaction() as session:
        session.get_one(Unit, BUREAU).level = "city"
        session.get_one(Unit, UNIT).level = "township"
    assert after(petition, clock) == ("in_progress", 2)


def test_a_petition_that_was_never_divided_stands_for_itself(
    petition: AtBureau, clock: StandingClock
) -> None:
    link(petition, file_earlier(petition, clock.now()), clock.now())
    assert assessed(petition) == ("in_progress", 0)


@pytest.mark.parametrize(("before", "now"), [("final", "final"), (None, "none")])
def test_what_was_not_taken_up_before_is_final_only_if_it_was_final_then(
    petition: AtBureau, clock: StandingClock, before: str | None, now: str
) -> None:
    closed = {"closed_at": clock.now(), "end": PetitionEnd.no_longer_accepted}
    earlier = file_earlier(petition, clock.now(), repetition=before, **closed)
    link(petition, earlier, clock.now())
    assert assessed(petition) == (now, 0)


def test_a_delay_with_a_just_cause_keeps_the_review_open(
    petition: AtBureau, clock: StandingClock
) -> None:
    petition.decide("judge_repetition", clock.now(), just_cause=True)
    late = ANSWERED | {"served_on": SERVED_LONG_AGO}
    assert after(petition, clock, **late) == ("review_open", 0)


@pytest.mark.parametrize(("leader", "repetition"), [("yes", "new_facts"), ("no", "review_missed")])
def test_new_facts_count_when_a_leader_agrees(
    petition: AtBureau, clock: StandingClock, leader: str, repetition: str
) -> None:
    petition.decide("judge_repetition", clock.now(), **NEW_FACTS)
    petition.decide("confirm_new_facts", clock.now(), is_new_facts_confirmed=leader)
    late = ANSWERED | {"served_on": SERVED_LONG_AGO}
    assert after(petition, clock, **late) == (repetition, 0)


def test_a_visit_flagged_as_skipping_levels_makes_a_gap(petition: AtBureau) -> None:
    petition.write(lambda session: add_flags(session, petition.id, ["level_skipped"]))
    assert assessed(petition) == ("none", 2)
