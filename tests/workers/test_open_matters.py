"""open_matters - articles 22, 30 and 31: one matter for each claim, reports apart."""

from datetime import date

import pytest

from law.decision_facts import SimpleGround
from law.decision_words import DispatchMode
from records.matters import facts_of
from records.models.petition import Category
from tests.workers.at_bureau import OTHER, AtBureau, at_bureau
from tests.workers.conftest import BUREAU, UNIT, Case, StandingClock, result_of
from workers.errors import NotClassified
from workers.intake.open_matters import open_matters

ASSIGNED = {"dispatch_mode": "assign", "report_due_on": "2026-05-20"}


@pytest.fixture
def petition(case: Case) -> AtBureau:
    return at_bureau(case)


def facts(petition: AtBureau, ordinal: int = 1) -> dict[str, str | bool]:
    with petition.case.database.reading() as session:
        return facts_of(session, petition.matter(ordinal).id)


def test_every_claim_follows_what_was_decided_for_the_whole(
    petition: AtBureau, clock: StandingClock
) -> None:
    told = petition.classified(clock.now(), simple_ground="daily_life", facts=["is_urgent"])
    first, second = petition.matters()
    assert (first.unit_id, second.category) == (UNIT, Category.claim)
    assert (first.simple_ground, first.is_direct) == (SimpleGround.daily_life, False)
    assert facts(petition, 2) == {"is_urgent": True}
    assert (told["needs_signature"], len(told["matters"])) == (False, 2)
    assert petition.row().proposed_category is Category.claim


def test_a_claim_may_be_something_else_for_somebody_else(
    petition: AtBureau, clock: StandingClock
) -> None:
    rows = [{"ordinal": 2, "category": "opinion", "unit": OTHER}]
    told = petition.classified(clock.now(), claims=rows, **ASSIGNED)
    assert [(one["category"], one["unit"]) for one in told["matters"]] == [
        ("claim", UNIT),
        ("opinion", OTHER),
    ]
    first, second = petition.matters()
    assert (first.dispatch_mode, first.report_due_on) == (DispatchMode.assign, date(2026, 5, 20))
    assert (second.dispatch_mode, second.report_due_on) == (DispatchMode.forward, None)
    assert [one["is_assigned"] for one in told["matters"]] == [True, False]
    assert told["needs_signature"] is True


def test_litigation_is_told_to_the_engine_and_is_not_assigned(
    petition: AtBureau, clock: StandingClock
) -> None:
    told = petition.classified(clock.now(), facts=["litigation"], **ASSIGNED)
    assert [one["is_litigation"] for one in told["matters"]] == [True, True]
    assert told["needs_signature"] is False
    assert facts(petition) == {"litigation": "open"}


def test_a_report_stays_with_the_bureau_and_the_rest_is_shown(
    petition: AtBureau, clock: StandingClock
) -> None:
    rows = [{"ordinal": 2, "category": "claim", "unit": OTHER}]
    petition.classified(clock.now(), category="report", claims=rows)
    report, claim = petition.matters()
    assert (report.is_sealed, report.unit_id) == (True, BUREAU)
    assert (claim.is_sealed, claim.unit_id) == (False, OTHER)
    row = petition.row()
    assert (row.is_sealed, row.category, row.unit_id) == (False, Category.claim, OTHER)


def test_a_petition_that_is_all_report_is_sealed(petition: AtBureau, clock: StandingClock) -> None:
    petition.classified(clock.now(), category="accusation")
    assert petition.row().is_sealed


def test_classified_again_the_same_matters_follow_and_what_was_unticked_is_gone(
    petition: AtBureau, clock: StandingClock
) -> None:
    first = petition.classified(clock.now(), facts=["litigation", "is_backlog"], **ASSIGNED)
    clock.moment = clock.moment.replace(day=3)
    second = petition.classified(clock.now(), unit=OTHER, facts=["is_backlog"])
    assert [one["matter_id"] for one in first["matters"]] == [
        one["matter_id"] for one in second["matters"]
    ]
    assert facts(petition) == {"is_backlog": True}
    assert petition.matters()[0].report_due_on is None
    assert petition.row().unit_id == OTHER


def test_twice_is_as_good_as_once(petition: AtBureau, clock: StandingClock) -> None:
    first = petition.classified(clock.now(), facts=["litigation"])
    assert result_of(open_matters(petition.id, "claim")) == first
    assert len(petition.matters()) == 2


def test_nothing_is_opened_before_it_is_classified(petition: AtBureau) -> None:
    with pytest.raises(NotClassified):
        open_matters(petition.id)
