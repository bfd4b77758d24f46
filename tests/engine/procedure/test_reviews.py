"""Every way through review and re-review on the real engine: articles 35 and 36."""

import pytest
from sqlmodel import select

from records.hearings import hearings_of
from records.ledger import state_of
from records.models import Clock
from tests.edge_cases.shown import ends, supervised
from tests.engine.procedure.driver import Case, Cohort
from tests.engine.procedure.reviews import ends_of_reviews, newest, reviews

pytestmark = pytest.mark.engine

ENDS = {
    "review_then_final": ["review_answered", "review_final"],
    "review_revoked": ["review_answered"],
    "rereview_ordered_again": ["review_answered", "review_answered"],
    "review_asked_late": ["review_refused"],
    "review_asked_late_with_cause": ["review_answered"],
    "review_posted_on_the_last_day": ["review_answered"],
    "review_withdrawn": ["review_ended_by_withdrawal"],
    "review_with_hearings": ["review_answered", "review_final"],
    "review_completed": ["review_answered"],
    "review_not_completed": ["review_refused"],
    "unwatched_review_examination": ["review_answered"],
    "unwatched_review_decision": ["review_answered"],
}
STATES = {
    "review_then_final": ["issued", "issued"],
    "review_revoked": ["issued"],
    "rereview_ordered_again": ["issued", "returned"],
    "review_asked_late": ["refused"],
    "review_withdrawn": ["withdrawn"],
    "review_not_completed": ["refused"],
}
CLOCKS = {
    ("review_then_final", "D07"): ["met"],
    ("review_then_final", "D15"): ["met", "met"],
    ("review_then_final", "D08"): ["met"],
    ("review_then_final", "D09"): ["met"],
    ("review_then_final", "D10"): ["met"],
    ("review_revoked", "D16"): ["met"],
    # The first right was used; the new opinion gave a new one, which lapsed.
    ("review_revoked", "D07"): ["lapsed", "met"],
    ("review_revoked", "D09"): ["lapsed"],
    ("review_asked_late", "D07"): ["lapsed"],
    ("review_withdrawn", "D08"): ["withdrawn"],
    ("review_completed", "D25"): ["met"],
    ("review_not_completed", "D25"): ["lapsed"],
}


@pytest.mark.parametrize("name", ENDS)
def test_a_review_ends_as_it_should(cohort: Cohort, name: str) -> None:
    assert ends_of_reviews(cohort[name]) == ENDS[name]


@pytest.mark.parametrize("name", STATES)
def test_the_register_shows_its_state(cohort: Cohort, name: str) -> None:
    assert [row.state for row in reviews(cohort[name])] == STATES[name]


@pytest.mark.parametrize(("name", "code"), CLOCKS)
def test_a_clock_of_a_review_ends_as_its_step_did(cohort: Cohort, name: str, code: str) -> None:
    assert ends(cohort[name], code) == CLOCKS[name, code]


def test_the_petition_closes_by_itself_while_its_review_goes_on(cohort: Cohort) -> None:
    """The right was used: nobody waits thirty days for it to lapse."""
    asked, silent = cohort["review_withdrawn"], cohort["supported_and_rated"]
    assert asked.row.end == silent.row.end == "finished"
    assert asked.row.closed_at < silent.row.closed_at


def test_a_sixth_representative_is_refused(cohort: Cohort) -> None:
    assert cohort["review_then_final"].notes["sixth"] == "TooManyRepresentatives"


def test_a_revoked_opinion_is_followed_by_another_one(cohort: Cohort) -> None:
    case = cohort["review_revoked"]
    documents = case.documents()
    assert documents.count("issue_opinion") == 2
    assert documents.count("open_rehandling") == 1
    assert (case.matters[0].round, case.matters[0].outcome) == (2, "support")
    assert (newest(case).old_outcome, newest(case).old_round) == ("explain", 1)


def test_a_rereview_is_final_and_leaves_care_to_do(cohort: Cohort) -> None:
    case = cohort["review_then_final"]
    first, second = reviews(case)
    assert (first.final_on, second.previous_id) == (None, first.id)
    assert second.final_on == second.served_on
    assert {"publish_review_opinion", "arrange_care"} <= set(case.seen)
    assert cohort["repeated_after_the_rereview"].row.end == "no_longer_accepted"


def test_a_hearing_moves_the_last_day_of_a_rereview_by_its_length_and_of_a_review_not(
    cohort: Cohort,
) -> None:
    """Article 36(2): from the notice to the conclusion; thirty days in both otherwise."""
    case = cohort["review_with_hearings"]
    in_review, in_rereview = heard_for(case)
    assert case.documents().count("send_hearing_notice") == 2
    assert min(in_review, in_rereview) >= 7  # a hearing is told of so long before
    assert days_given(case, "D08") == 30
    assert days_given(case, "D10") == 30 + in_rereview


def heard_for(case: Case) -> list[int]:
    """Days from the notice of each hearing to its conclusion."""
    with case.xinfang.database.reading() as session:
        found = hearings_of(session, case.matters[0].id)
        days = [(one.notice_sent_on, one.concluded_on) for one in found]
    return [(ended - begun).days for begun, ended in days if begun and ended]


def days_given(case: Case, code: str) -> int:
    """From the start of its only clock of this code to the last day, before it rolls."""
    with case.xinfang.database.reading() as session:
        found = select(Clock).where(Clock.petition_id == case.petition_id, Clock.code == code)
        state = state_of(session, session.exec(found).one())[1]
    assert state.due is not None
    assert state.started_on is not None
    return (state.due.unrolled - state.started_on).days


def test_who_is_late_with_a_review_is_the_reviewing_unit(cohort: Cohort) -> None:
    """Its acceptance was held for weeks: the decision was late when it came."""
    found = supervised(cohort["unwatched_review_examination"])
    assert ("990100-xfc", "late_answer") in found
