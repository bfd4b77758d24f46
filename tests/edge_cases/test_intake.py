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
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.running import Running

SIMPLE_MATTER = {
    **DEFAULT_SETTINGS.facts(),
    "route": Route.petition.value,
    "is_repeated": False,
    "simple_ground": "clear_facts",
    "people": 1,
}


@pytest.mark.rule_only
def test_edge_case_01_no_identity_card() -> None:
    """Regulation 19(1) asks for name and address: without a card the matter is registered, marked
    unverified, and a notice is owed all the same."""
    stated = Particulars(name=True, address=True, request=True, facts=True, reasons=True)
    assert stated.is_unverified
    assert stated.missing == ()
    assert notice_duty(stated, received_on=d.MON_2_MAR_2026).kind is NoticeKind.within_period
    assert inspect(Petitioner).columns["id_number"].nullable


@pytest.mark.engine
@pytest.mark.rule_only
async def test_edge_case_02_anonymous(xinfang: Running) -> None:
    """Regulation 23(2): no notice is owed and no rating asked; a report goes on, sealed."""
    stated = Particulars(name=False, address=False, request=True, facts=True, reasons=True)
    assert stated.is_anonymous
    assert notice_duty(stated, received_on=d.MON_2_MAR_2026).kind is NoticeKind.waived
    assert not is_rated(stated)
    facts = {"acting_as": "bureau", "is_name_clear": stated.can_be_reached}
    plain = await evaluated(xinfang, "check_admissibility", facts)
    assert (plain.output["result"], plain.output["notice"]) == ("register_without_notice", "none")
    report = await evaluated(xinfang, "check_admissibility", {**facts, "is_sealed": True})
    assert report.output["result"] == "hand_over_sealed"


@pytest.mark.engine
@pytest.mark.rule_only
async def test_edge_case_03_same_matter_in_progress_sent_to_the_superior(xinfang: Running) -> None:
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
        answer = await evaluated(xinfang, "check_admissibility", facts)
        results[finding.earlier_id] = (finding.state, finding.last_day, answer.output["result"])
    assert results == {
        "m1": (RepetitionState.in_progress, d.TUE_24_FEB_2026, "refuse_procedural"),
        "m2": (RepetitionState.linked, None, "accept"),
    }
    assert is_first([other])
    assert not is_first([own])


@pytest.mark.rule_only
def test_edge_case_04_several_claims_on_different_routes() -> None:
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


@pytest.mark.rule_only
def test_edge_case_18_six_visitors() -> None:
    """Regulation 20(3): they choose one to five of them to speak."""
    assert group_kind(6, by_visit=True) is GroupKind.group_visit
    check_representatives(6, 5, by_visit=True)
    with pytest.raises(TooManyRepresentatives):
        check_representatives(6, 6, by_visit=True)
    with pytest.raises(RepresentativesMissing):
        check_representatives(6, 0, by_visit=True)


@pytest.mark.engine
@pytest.mark.rule_only
async def test_edge_case_19_letter_of_a_group(xinfang: Running) -> None:
    """Five people and more write jointly: marked as such, and not handled in the simple way."""
    procedures = {}
    for people in (4, 5):
        kind = group_kind(people, by_visit=False)
        is_joint = kind is GroupKind.joint_letter
        facts = {**SIMPLE_MATTER, "people": people, "is_joint_letter": is_joint}
        answer = await evaluated(xinfang, "propose_procedure", facts)
        procedures[people] = (kind, answer.output["procedure"])
    assert procedures == {
        4: (GroupKind.single, "simple"),
        5: (GroupKind.joint_letter, "ordinary"),
    }


@pytest.mark.engine
@pytest.mark.rule_only
async def test_edge_case_20_superior_assigns_a_simple_matter(xinfang: Running) -> None:
    """What a superior assigns is handled in the ordinary way, however simple it is."""
    plain = await evaluated(xinfang, "propose_procedure", SIMPLE_MATTER)
    assigned = await evaluated(
        xinfang, "propose_procedure", {**SIMPLE_MATTER, "is_superior_assigned": True}
    )
    assert (plain.output["procedure"], assigned.output["procedure"]) == ("simple", "ordinary")


@pytest.mark.rule_only
def test_edge_case_25_petitioner_dies_lacks_capacity_or_sends_an_agent() -> None:
    """A successor or guardian goes on, without a successor the matter ends; agents show a written
    mandate. Local rules, but for the guardian."""
    assert who_acts(Condition.dead, has_successor=True).by is ActsFor.successor
    assert who_acts(Condition.dead).by is ActsFor.nobody
    assert who_acts(Condition.lacks_capacity, has_guardian=True).by is ActsFor.guardian
    check_agents(1, with_mandate=1)
    with pytest.raises(MandateMissing):
        check_agents(1, with_mandate=0)
