"""Edge cases of receiving and registering."""

import pytest
from sqlalchemy import inspect

from law.claims import ClaimFacts, parts_of, unanswered
from law.decision_settings import DEFAULT_SETTINGS
from law.decision_words import Route
from law.errors import (
    MandateMissing,
    OpinionIncomplete,
    RepresentativesMissing,
    TooManyRepresentatives,
)
from law.groups import GroupKind, check_representatives, group_kind
from law.levels import Level
from law.notice_duty import NoticeKind, is_rated, notice_duty
from law.opinion import OpinionFacts, check_opinion
from law.particulars import Particulars
from law.repetition import (
    EarlierMatter,
    RepetitionState,
    Stage,
    is_first,
    repetition_of,
)
from law.representation import ActsFor, Condition, check_agents, who_acts
from records.models import Petitioner
from tests.decisions.rows import evaluated
from tests.edge_cases.shown import ends, evaluated_in, flags, refused_filing
from tests.engine.procedure.driver import Cohort
from tests.law import dates as d
from tests.law.dates import CALENDAR

SIMPLE_MATTER = {
    **DEFAULT_SETTINGS.facts(),
    "route": Route.petition.value,
    "is_repeated": False,
    "simple_ground": "clear_facts",
    "people": 1,
}


@pytest.mark.engine
def test_edge_case_01_no_identity_card(cohort: Cohort) -> None:
    """Regulation 19(1) asks for name and address: without a card the matter is registered, marked
    unverified, and a notice is owed all the same."""
    stated = Particulars(name=True, address=True, request=True, facts=True, reasons=True)
    assert stated.is_unverified
    assert stated.missing == ()
    assert notice_duty(stated, received_on=d.MON_2_MAR_2026).kind is NoticeKind.within_period
    assert inspect(Petitioner).columns["id_number"].nullable
    case = cohort["visitor_without_card"]
    (who,) = cohort.xinfang.query(
        "SELECT w.id_number, w.is_verified FROM petitioner w WHERE w.id = :id",
        id=case.row.petitioner_id,
    )
    assert (who.id_number, bool(who.is_verified)) == (None, False)
    assert {"notify_dispatch", "send_acceptance"} <= {*case.documents()}
    assert (ends(case, "D03"), case.row.end) == (["met"], "finished")


@pytest.mark.engine
async def test_edge_case_02_anonymous(cohort: Cohort) -> None:
    """Regulation 23(2): no notice is owed and no rating asked; a report goes on, sealed."""
    stated = Particulars(name=False, address=False, request=True, facts=True, reasons=True)
    assert stated.is_anonymous
    assert notice_duty(stated, received_on=d.MON_2_MAR_2026).kind is NoticeKind.waived
    assert not is_rated(stated)
    facts = {"acting_as": "bureau", "is_name_clear": stated.can_be_reached}
    plain = await evaluated(cohort.xinfang, "check_admissibility", facts)
    assert (plain.output["result"], plain.output["notice"]) == ("register_without_notice", "none")
    report = await evaluated(cohort.xinfang, "check_admissibility", {**facts, "is_sealed": True})
    assert report.output["result"] == "hand_over_sealed"
    case, sealed = cohort["anonymous"], cohort["anonymous_report"]
    assert flags(case) == {"anonymous"}
    assert not {"notify_dispatch", "send_acceptance"} & {*case.documents()}
    assert not {"record_rating", "refuse_matter"} & case.visited()
    assert [ends(case, code) for code in ("D02", "D03", "D21")] == [[], [], []]
    assert (case.row.end, sealed.row.end) == ("finished", "finished")
    assert sealed.documents() == ["issue_receipt", "record_report_transfer"]
    assert (bool(sealed.matters[0].is_sealed), sealed.matters[0].end) == (True, "handed_over")


@pytest.mark.engine
async def test_edge_case_03_same_matter_in_progress_sent_to_the_superior(cohort: Cohort) -> None:
    """Regulation 19(3): the superior does not take it up and tells how far it is; the same matter
    of another person is linked and goes on."""
    own = EarlierMatter("m1", Stage.in_progress, Level.county, last_day=d.TUE_24_FEB_2026)
    other = EarlierMatter("m2", Stage.in_progress, Level.county, same_person=False)
    results = {}
    for matter in (own, other):
        finding = repetition_of([matter], at=Level.city, today=d.FRI_13_FEB_2026, calendar=CALENDAR)
        facts = {
            "acting_as": "bureau",
            "repetition": finding.state.fact.value,
            "level_gap": Level.county.rank - Level.city.rank,
        }
        answer = await evaluated(cohort.xinfang, "check_admissibility", facts)
        results[finding.earlier_id] = (finding.state, finding.last_day, answer.output["result"])
    assert results == {
        "m1": (RepetitionState.in_progress, d.TUE_24_FEB_2026, "refuse_procedural"),
        "m2": (RepetitionState.linked, None, "accept"),
    }
    assert is_first([other])
    assert not is_first([own])
    again, another = cohort["sent_to_the_superior"], cohort["same_matter_of_another"]
    assert evaluated_in(again, "check_admissibility", "result") == ["refuse_procedural"]
    assert again.documents() == ["issue_receipt", "notify_refusal"]
    assert (again.row.end, again.matters) == ("refused", [])
    assert evaluated_in(another, "check_admissibility", "result") == ["accept"]
    linked = {case.row.repetition for case in (again, another)}
    assert linked == {"in_progress", "none"}
    assert (another.row.end, cohort["in_progress_below"].row.end) == ("finished", "finished")


@pytest.mark.engine
def test_edge_case_04_several_claims_on_different_routes(cohort: Cohort) -> None:
    """Regulation 31, 32(1): each route becomes a matter of its own, and the case closes only when
    every claim is answered."""
    claims = [
        ClaimFacts(1, Route.arbitration, is_answered=True),
        ClaimFacts(2, Route.petition, is_answered=True),
        ClaimFacts(3, Route.petition),
    ]
    assert [(part.route, part.ordinals) for part in parts_of(claims)] == [
        (Route.arbitration, (1,)),
        (Route.petition, (2, 3)),
    ]
    opinion = OpinionFacts(
        requests=True,
        facts_and_reasons=True,
        decision=True,
        legal_basis=True,
        unanswered=unanswered(claims),
    )
    with pytest.raises(OpinionIncomplete, match="claim 3"):
        check_opinion(opinion)
    case = cohort["claims_on_different_routes"]
    assert [(one.route, one.end) for one in case.matters] == [
        ("arbitration", "imported"),
        ("petition", "answered"),
    ]
    assert case.notes["closed_before_the_last_claim"] is False
    assert case.row.closed_at >= max(one.ended_at for one in case.matters)
    assert case.row.end == "finished"


@pytest.mark.engine
def test_edge_case_18_six_visitors(cohort: Cohort) -> None:
    """Regulation 20(3): they choose one to five of them to speak."""
    assert group_kind(6, by_visit=True) is GroupKind.group_visit
    check_representatives(6, 5, by_visit=True)
    with pytest.raises(TooManyRepresentatives):
        check_representatives(6, 6, by_visit=True)
    with pytest.raises(RepresentativesMissing):
        check_representatives(6, 0, by_visit=True)
    everybody = [{"name": f"来访人{number}", "is_representative": True} for number in range(1, 7)]
    nobody = [{"name": one["name"]} for one in everybody]
    six, none = (
        refused_filing(cohort, people=7, companions=companions)
        for companions in (everybody, nobody)
    )
    assert (six, none) == ((409, "TooManyRepresentatives"), (409, "RepresentativesMissing"))
    case = cohort["six_visitors"]
    (listed,) = cohort.xinfang.query(
        "SELECT count(*) AS people, sum(is_representative) AS speaking FROM companion "
        "WHERE petition_id = :id",
        id=case.petition_id,
    )
    assert (listed.people, listed.speaking, flags(case)) == (5, 2, {"collective"})
    assert case.row.end == "finished"


@pytest.mark.engine
async def test_edge_case_19_letter_of_a_group(cohort: Cohort) -> None:
    """Five people and more write jointly: marked as such, and not handled in the simple way."""
    procedures = {}
    for people in (4, 5):
        kind = group_kind(people, by_visit=False)
        is_joint = kind is GroupKind.joint_letter
        facts = {**SIMPLE_MATTER, "people": people, "is_joint_letter": is_joint}
        answer = await evaluated(cohort.xinfang, "propose_procedure", facts)
        procedures[people] = (kind, answer.output["procedure"])
    assert procedures == {
        4: (GroupKind.single, "simple"),
        5: (GroupKind.joint_letter, "ordinary"),
    }
    case = cohort["group_is_not_simple"]
    assert flags(case) == {"joint"}
    assert evaluated_in(case, "propose_procedure", "procedure") == ["ordinary"]
    assert case.notes["SimpleProcedureExcluded at examine_matter"][0] == 409
    assert (case.matters[0].procedure, case.row.end) == ("ordinary", "finished")


@pytest.mark.engine
async def test_edge_case_20_superior_assigns_a_simple_matter(cohort: Cohort) -> None:
    """What a superior assigns is handled in the ordinary way, however simple it is."""
    plain = await evaluated(cohort.xinfang, "propose_procedure", SIMPLE_MATTER)
    assigned = await evaluated(
        cohort.xinfang, "propose_procedure", {**SIMPLE_MATTER, "is_superior_assigned": True}
    )
    assert (plain.output["procedure"], assigned.output["procedure"]) == ("simple", "ordinary")
    case = cohort["simple_but_assigned"]
    assert evaluated_in(case, "propose_procedure", "procedure") == ["ordinary"]
    assert case.notes["SimpleProcedureExcluded at examine_matter"][0] == 409
    assert "answer_simply" not in case.visited()
    assert [ends(case, code) for code in ("D11", "D13")] == [["met"], []]


@pytest.mark.engine
def test_edge_case_25_petitioner_dies_lacks_capacity_or_sends_an_agent(cohort: Cohort) -> None:
    """A successor or guardian goes on, without a successor the matter ends; agents show a written
    mandate. Local rules, but for the guardian."""
    assert who_acts(Condition.dead, has_successor=True).by is ActsFor.successor
    assert who_acts(Condition.dead).by is ActsFor.nobody
    assert who_acts(Condition.lacks_capacity, has_guardian=True).by is ActsFor.guardian
    check_agents(1, with_mandate=1)
    with pytest.raises(MandateMissing):
        check_agents(1, with_mandate=0)
    agent = {"name": "代理人乙", "has_mandate": False}
    assert refused_filing(cohort, agents=[agent]) == (409, "MandateMissing")
    acting = {}
    for name in ("agent_with_mandate", "guardian_and_successor"):
        rows = cohort.xinfang.query(
            "SELECT standing, has_mandate FROM agent WHERE petition_id = :id ORDER BY standing",
            id=cohort[name].petition_id,
        )
        acting[name] = [(row.standing, bool(row.has_mandate)) for row in rows]
        assert cohort[name].row.end == "finished"
    assert acting == {
        "agent_with_mandate": [("agent", True)],
        "guardian_and_successor": [("guardian", False), ("successor", False)],
    }
