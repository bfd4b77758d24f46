"""Edge cases between units: disputes, objections, levels, successors, recusal."""

from datetime import time, timedelta

import pytest
from sqlalchemy import inspect

from law.errors import HandlerHasInterest, NoHandlerLeft, ObjectionTooLate
from law.instants import end_of_day
from law.joint_handling import dispute_of
from law.level_limits import level_limits
from law.levels import Level
from law.objection import ObjectionPolicy, check_objection, must_be_settled_jointly
from law.recusal import check_handler, handlers_left
from law.succession import Succession, SuccessionKind, successors_on
from records.models import Clock
from tests.decisions.rows import evaluated
from tests.edge_cases.shown import ends, issued, started_on, supervised
from tests.engine.procedure.driver import Cohort
from tests.engine.procedure.units import HEATING, LOWER_BUREAU, RS, ZJ
from tests.law import dates as d
from tests.law.dates import CALENDAR


@pytest.mark.engine
async def test_edge_case_05_two_units_in_dispute_without_common_superior(cohort: Cohort) -> None:
    """Regulation 24(1): where no superior is common to them, the joint conference settles it."""
    parents = {"county_housing": "county", "county": None, "railway": None}
    dispute, superior = dispute_of(["county_housing", "railway"], parents, is_disputed=True)
    assert superior is None
    facts = {"acting_as": "bureau", "is_several_units": True, "dispute": dispute.value}
    answer = await evaluated(cohort.xinfang, "propose_jurisdiction", facts)
    assert answer.output == {"mode": "joint_conference", "basis": "regulation_2022:24(1)"}
    case = cohort["disputed_without_superior"]
    assert {"find_common_superior", "decide_lead_by_conference"} <= case.visited()
    assert "decide_lead_by_superior" not in case.visited()
    assert "record_lead_unit" in case.documents()
    assert (case.matters[0].unit_id, case.row.end) == (ZJ, "finished")


@pytest.mark.engine
def test_edge_case_06_objection_on_the_fifth_working_day_and_after(cohort: Cohort) -> None:
    """Regulation 23(3): until midnight of the fifth working day, or its close of business where
    the office says so; later ones are refused."""
    evening = end_of_day(d.FRI_10_OCT_2025) - timedelta(hours=3)
    check_objection(d.FRI_26_SEP_2025, evening, CALENDAR, has_reasons=True)
    closes_early = ObjectionPolicy(closes_at=time(18))
    with pytest.raises(ObjectionTooLate):
        check_objection(d.FRI_26_SEP_2025, evening, CALENDAR, has_reasons=True, policy=closes_early)
    next_day = evening + timedelta(days=1)
    with pytest.raises(ObjectionTooLate):
        check_objection(d.FRI_26_SEP_2025, next_day, CALENDAR, has_reasons=True)
    in_time, too_late = cohort["objects_on_the_last_evening"], cohort["objects_too_late"]
    last_day = str(in_time.notes["last_day"])
    assert too_late.due("D04") == last_day
    assert issued(in_time, "send_objection") == [(ZJ, last_day)]
    assert ends(in_time, "D04") == ["met", "withdrawn"]  # of ZJ, and of the unit that has it then
    assert in_time.matters[0].unit_id == RS
    assert too_late.notes["ObjectionTooLate at examine_matter"][:2] == (409, "ObjectionTooLate")
    assert ends(too_late, "D04") == ["lapsed"]
    assert "send_objection" not in too_late.documents()
    assert (too_late.matters[0].unit_id, too_late.row.end) == (ZJ, "finished")


@pytest.mark.engine
async def test_edge_case_07_objection_agreed_to_twice(cohort: Cohort) -> None:
    """After the second objection that was agreed to, the units settle it together (24(1))."""
    modes = []
    for agreed in (1, 2):
        facts = {
            "acting_as": "bureau",
            "power": "lower",
            "is_returned_repeatedly": must_be_settled_jointly(agreed),
        }
        answer = await evaluated(cohort.xinfang, "propose_jurisdiction", facts)
        modes.append(answer.output["mode"])
    assert modes == ["transfer_lower", "negotiate"]
    once, twice = cohort["objection_agreed"], cohort["objection_agreed_twice"]
    assert [case.matters[0].objections_agreed for case in (once, twice)] == [1, 2]
    assert "negotiate_lead" not in once.visited()
    assert {"redispatch_matter", "negotiate_lead"} <= twice.visited()
    assert [unit for unit, _ in issued(twice, "send_objection")] == [ZJ, RS]
    assert (twice.matters[0].unit_id, twice.row.end) == (ZJ, "finished")


@pytest.mark.engine
async def test_edge_case_21_unit_merged_during_handling(cohort: Cohort) -> None:
    """Regulation 24(2): who carries on the powers goes on; clocks belong to the petition and not
    to a unit, so every date stays."""
    merged = [Succession("forestry", "resources", SuccessionKind.merge, d.MON_2_MAR_2026)]
    before = successors_on("forestry", d.SAT_28_FEB_2026, merged)
    after = successors_on("forestry", d.MON_2_MAR_2026, merged)
    assert (before.units, after.units) == (("forestry",), ("resources",))
    assert after.is_clear
    facts = {"acting_as": "bureau", "successor": "clear", "power": "lower"}
    answer = await evaluated(cohort.xinfang, "propose_jurisdiction", facts)
    assert answer.output["mode"] == "transfer_to_successor"
    columns = set(inspect(Clock).columns.keys())
    assert "petition_id" in columns
    assert not any("unit" in column for column in columns)
    case = cohort["merged_during_handling"]
    assert [unit for unit, _ in issued(case, "issue_opinion")] == [HEATING, RS]
    assert len(issued(case, "return_for_rework")) == 1
    assert len(case.clock("D05")) == 1
    assert case.due("D05") == case.notes["due_before"]
    assert (case.matters[0].unit_id, case.row.end) == (RS, "finished")


@pytest.mark.engine
def test_edge_case_22_handler_has_an_interest(cohort: Cohort) -> None:
    """Regulation 28(3): somebody else of the unit is assigned; if nobody is left, from above."""
    with pytest.raises(HandlerHasInterest):
        check_handler("handler_1", {"handler_1"})
    assert handlers_left(["handler_1", "handler_2"], {"handler_1"}) == ["handler_2"]
    with pytest.raises(NoHandlerLeft):
        handlers_left(["handler_1"], {"handler_1"})
    case = cohort["interested_handler"]
    refused = (409, "HandlerHasInterest")
    assert case.notes["HandlerHasInterest at assign_handler"][:2] == refused
    assert case.notes["claim by handler_zj"][:2] == refused
    assert case.matters[0].handler_id == "handler2_zj"
    (kept,) = cohort.xinfang.query(
        "SELECT user_id FROM interested_handler WHERE matter_id = :id", id=case.matters[0].id
    )
    worked = cohort.xinfang.query(
        "SELECT DISTINCT decided_by FROM task_decision WHERE petition_id = :id",
        id=case.petition_id,
    )
    assert kept.user_id == "handler_zj"
    assert "handler_zj" not in {row.decided_by for row in worked}
    assert case.row.end == "finished"


@pytest.mark.engine
def test_edge_case_29_transfer_down_the_levels(cohort: Cohort) -> None:
    """Each level has its share, and all of them together the fifteen days of regulation 22(1) from
    the first registration; the shares are an office's to set."""
    limits = level_limits(
        [
            (Level.national, d.TUE_10_MAR_2026),
            (Level.province, d.MON_16_MAR_2026),
            (Level.city, d.FRI_20_MAR_2026),
            (Level.county, d.TUE_24_MAR_2026),
        ],
        CALENDAR,
    )
    assert [limit.due for limit in limits] == [
        d.MON_16_MAR_2026,
        d.THU_19_MAR_2026,
        d.MON_23_MAR_2026,
        d.WED_25_MAR_2026,
    ]
    assert [limit.is_cut for limit in limits] == [False, False, False, True]
    in_time, late = cohort["passed_down_the_levels"], cohort["passed_down_late"]
    assert in_time.due("D01a") < in_time.due("D01")
    # What came down two days before the fifteen were over: they end the lower bureau's share too,
    # and count from the first registration still when the matter comes back to the bureau.
    registered_on = str(late.row.received_on)
    assert started_on(late, "D01") == [registered_on] * 2
    assert started_on(late, "D01a") != [registered_on]
    assert late.due("D01a") == late.due("D01")
    assert (ends(in_time, "D01a"), ends(late, "D01a")) == (["met"], ["met"])
    assert (LOWER_BUREAU, "late_dispatch") in supervised(late)
    assert {"forward_matter", "redispatch_matter"} <= late.visited()
    assert (late.matters[0].unit_id, late.row.end) == (RS, "finished")
