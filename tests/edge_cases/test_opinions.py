"""Edge cases of withdrawing, answering, serving, and handling anew."""

import pytest

from law.clock_entries import EntryKind
from law.decision_facts import ReviewStage
from law.decision_words import Route
from law.errors import (
    InterimAnswer,
    NewFactsUndecided,
    ProofOfServiceMissing,
    SameOpinionAgain,
    WithdrawalTooLate,
)
from law.levels import Level
from law.new_facts import check_new_facts
from law.opinion import OpinionFacts, check_opinion
from law.reclassification import clock_change
from law.repetition import EarlierMatter, RepetitionState, Stage, repetition_of
from law.review_window import window_end
from law.same_opinion import Sameness, compare_opinions
from law.service import Service, Way, received_on
from law.withdrawal import Withdrawn, effect_of_withdrawal
from tests.decisions.rows import evaluated
from tests.edge_cases.shown import ends, evaluated_in, services, started_on
from tests.engine.procedure.driver import Cohort
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.ledgers import HANDLING, at, started, state_of


@pytest.mark.engine
def test_edge_case_10_withdrawal_after_the_opinion_was_signed(cohort: Cohort) -> None:
    """Too late: the opinion is served. Until then it ends the matter, but not a report."""
    with pytest.raises(WithdrawalTooLate):
        effect_of_withdrawal(is_written=True, opinion_signed=True)
    matter_ends = effect_of_withdrawal(is_written=True, opinion_signed=False)
    goes_on = effect_of_withdrawal(is_written=True, opinion_signed=False, is_report=True)
    assert (matter_ends, goes_on) == (Withdrawn.matter_ends, Withdrawn.matter_goes_on)
    late, early = cohort["interim_answer"], cohort["withdrawn_during_handling"]
    assert late.notes["/withdrawal"][:2] == (409, "WithdrawalTooLate")
    assert {"issue_opinion", "record_service"} <= {*late.documents()}
    assert (late.matters[0].end, late.row.end) == ("answered", "finished")
    assert "issue_opinion" not in early.documents()
    assert early.documents()[-1] == "record_matter_withdrawal"
    assert (ends(early, "D05"), early.row.end) == (["withdrawn"], "withdrawn")


@pytest.mark.engine
def test_edge_case_13_recipient_refuses_to_sign(cohort: Cohort) -> None:
    """The document is left behind before a witness or camera; that day counts as receipt, and the
    thirty days of regulation 35 run from it."""
    refused = Service(Way.left, d.MON_2_MAR_2026, refused=True)
    assert received_on(refused) == d.MON_2_MAR_2026
    assert window_end(ReviewStage.review, d.MON_2_MAR_2026, CALENDAR) == d.WED_1_APR_2026
    with pytest.raises(ProofOfServiceMissing):
        received_on(Service(Way.left, d.MON_2_MAR_2026, is_proved=False, refused=True))
    case = cohort["left_before_a_witness"]
    alone = case.notes["ProofOfServiceMissing at hand_over_document"]
    assert alone[:2] == (409, "ProofOfServiceMissing")
    (service,) = services(case)
    assert (service.way, bool(service.refused), bool(service.witness)) == ("left", True, True)
    assert started_on(case, "D07") == [str(service.received_on)] == [str(service.on)]


@pytest.mark.engine
def test_edge_case_23_same_opinion_issued_again_after_review(cohort: Cohort) -> None:
    """Handled anew, the same text on the same facts is refused; other words for the same outcome
    are for a person to judge."""
    with pytest.raises(SameOpinionAgain):
        compare_opinions(same_facts=True, same_outcome=True, likeness=0.97)
    asked = compare_opinions(same_facts=True, same_outcome=True, likeness=0.4)
    new_facts = compare_opinions(same_facts=False, same_outcome=True, likeness=0.97)
    assert (asked, new_facts) == (Sameness.ask, Sameness.different)
    case = cohort["review_revoked"]
    assert case.notes["SameOpinionAgain at sign_opinion"][:2] == (409, "SameOpinionAgain")
    assert case.documents().count("issue_opinion") == 2
    assert (ends(case, "D16"), case.matters[0].outcome) == (["met"], "support")


@pytest.mark.engine
def test_edge_case_26_interim_answer(cohort: Cohort) -> None:
    """Regulation 32(1): it finishes nothing, and the sixty days run on."""
    interim = OpinionFacts(True, True, True, True, is_interim=True)
    with pytest.raises(InterimAnswer):
        check_opinion(interim)
    running = started(d.THU_18_DEC_2025)
    stopping = [
        kind
        for kind in EntryKind
        if kind is not EntryKind.lapsed  # a duty does not lapse
        and not state_of(HANDLING, running, at(kind, d.FRI_30_JAN_2026)).is_running
    ]
    assert stopping == [EntryKind.met, EntryKind.withdrawn]
    case = cohort["interim_answer"]
    sent, refused = case.notes["/interim-answers"], case.notes["InterimAnswer at draft_opinion"]
    assert (sent[0], refused[:2]) == (201, (409, "InterimAnswer"))
    (kept,) = cohort.xinfang.query(
        "SELECT count(*) AS n FROM interim_answer WHERE petition_id = :id", id=case.petition_id
    )
    assert kept.n == 1
    (entries,) = case.clock("D05").values()
    assert [kind for kind in entries if kind != "warned"] == ["started", "met"]
    assert case.seen["draft_opinion"] == 1


@pytest.mark.engine
async def test_edge_case_27_final_but_new_facts(cohort: Cohort) -> None:
    """Regulation 36(3) closes the matter for the same facts and reasons; a clerk and a leader may
    find new ones, with a written reason, and a new case begins."""
    final = EarlierMatter("m1", Stage.rereview_opinion_served, Level.province)
    results = []
    for new_facts in (False, True):
        finding = repetition_of(
            [final],
            at=Level.county,
            today=d.MON_2_MAR_2026,
            calendar=CALENDAR,
            new_facts=new_facts,
        )
        facts = {"acting_as": "bureau", "repetition": finding.state.fact.value}
        answer = await evaluated(cohort.xinfang, "check_admissibility", facts)
        results.append((finding.state, answer.output["result"], answer.output["register_only"]))
    assert results == [
        (RepetitionState.final, "no_longer_accept", True),
        (RepetitionState.new_facts, "accept_as_new", False),
    ]
    check_new_facts(clerk="clerk", leader="leader", has_reason=True)
    with pytest.raises(NewFactsUndecided):
        check_new_facts(clerk="clerk", leader="leader", has_reason=False)
    same, new = cohort["repeated_after_the_rereview"], cohort["new_facts_after_the_rereview"]
    assert (same.row.end, new.row.end) == ("no_longer_accepted", "finished")
    assert evaluated_in(same, "check_admissibility", "register_only") == [True]
    assert (new.seen["confirm_new_facts"], "issue_opinion" in new.documents()) == (1, True)


@pytest.mark.engine
async def test_edge_case_30_wrong_category_corrected_later(cohort: Cohort) -> None:
    """The table is asked again, the first answer stays on record, and the clock of the right class
    runs from the original receipt, as if it had been right at once."""
    wrong = await evaluated(cohort.xinfang, "propose_route", {"arbitration_open": True})
    right = await evaluated(cohort.xinfang, "propose_route", {"arbitration_open": False})
    routes = [Route(answer.output["route"]) for answer in (wrong, right)]
    assert routes == [Route.arbitration, Route.petition]
    change = clock_change(*routes, received_on=d.THU_18_DEC_2025)
    assert (change.withdraw, change.start, change.start_on) == (None, "D05", d.THU_18_DEC_2025)
    state = state_of(HANDLING, started(d.THU_18_DEC_2025))
    assert state.due is not None
    assert state.due.due == d.TUE_24_FEB_2026
    back = clock_change(*reversed(routes), received_on=d.THU_18_DEC_2025)
    assert (back.withdraw, back.start) == ("D05", None)
    case = cohort["route_corrected"]
    assert evaluated_in(case, "propose_route", "route") == ["petition", "duty"]
    assert (ends(case, "D05"), ends(case, "D18")) == (["withdrawn"], ["met"])
    assert started_on(case, "D18") == [str(case.matters[0].received_on)]
    acts = cohort.xinfang.query(
        "SELECT action FROM audit_entry WHERE petition_id = :id AND action LIKE '%correct%'",
        id=case.petition_id,
    )
    assert {row.action for row in acts} == {"ask_route_correction", "correct_route"}
    assert (case.matters[0].route, case.row.end) == ("duty", "finished")
