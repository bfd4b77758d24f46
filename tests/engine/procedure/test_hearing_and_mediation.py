"""Hearings and mediation leave their documents and clocks; what settles has no opinion."""

import pytest

from tests.engine.procedure.driver import Cohort

pytestmark = pytest.mark.engine

HEARING = ["record_hearing", "send_hearing_notice", "write_hearing_report"]
PAPERS = {
    "hearing_held": HEARING,
    "hearing_postponed": [*HEARING, "send_hearing_notice"],
    "hearing_waived": ["send_hearing_notice"],
    "mediation_refused": [],
    "nothing_agreed": [],
    "settled": ["issue_agreement"],
    "heard_and_not_performed": ["issue_agreement", "send_hearing_notice"],
    "confirmed_by_the_court": ["issue_agreement"],
    "confirmation_lapsed": ["issue_agreement"],
}
SETTLED = {"settled", "confirmed_by_the_court", "confirmation_lapsed"}
CLOCKS = {
    ("settled", "D26"): ["met"],
    ("settled", "D05"): ["met"],
    ("heard_and_not_performed", "D26"): ["withdrawn"],
    ("confirmed_by_the_court", "D19"): ["met"],
    ("confirmation_lapsed", "D19"): ["lapsed"],
    ("confirmation_lapsed", "D26"): ["lapsed"],
}
REFUSED = [
    ("hearing_held", "HearingNoticeTooShort at arrange_hearing"),
    ("hearing_held", "HearingNotConcluded at hold_hearing"),
    ("hearing_postponed", "ChairInvestigated at arrange_hearing"),
    ("hearing_waived", "HearingClosedWithoutGround at arrange_hearing"),
    ("settled", "AgreementIncomplete at mediate_dispute"),
]


@pytest.mark.parametrize("name", PAPERS)
def test_each_leaves_its_papers(cohort: Cohort, name: str) -> None:
    kinds = {*HEARING, "issue_agreement"}
    issued = [one for one in cohort[name].documents() if one in kinds]
    assert sorted(issued) == sorted(PAPERS[name])


@pytest.mark.parametrize("name", PAPERS)
def test_what_is_settled_has_no_opinion_and_everything_else_has(cohort: Cohort, name: str) -> None:
    case = cohort[name]
    (matter,) = case.matters
    is_settled = name in SETTLED
    assert matter.end == ("settled" if is_settled else "answered")
    assert ("issue_opinion" in case.documents()) is not is_settled
    assert ("handling_settled" in case.visited()) is is_settled
    # Who has settled is called back and may rate as well; there is nothing to review.
    assert bool(case.clock("D21"))
    assert bool(case.clock("D07")) is not is_settled


@pytest.mark.parametrize(("name", "code"), CLOCKS)
def test_a_clock_ends_as_the_agreement_did(cohort: Cohort, name: str, code: str) -> None:
    assert [entries[-1] for entries in cohort[name].clock(code).values()] == CLOCKS[name, code]


@pytest.mark.parametrize("name", ["hearing_held", "hearing_postponed"])
def test_in_handling_a_hearing_does_not_stop_the_clock(cohort: Cohort, name: str) -> None:
    (entries,) = cohort[name].clock("D05").values()
    assert "paused" not in entries


@pytest.mark.parametrize(("name", "where"), REFUSED)
def test_it_is_refused_with_the_rule_named(cohort: Cohort, name: str, where: str) -> None:
    status, answered, said = cohort[name].notes[where]
    assert (status, answered) == (409, where.partition(" ")[0]), said
