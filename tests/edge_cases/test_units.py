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
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.running import Running


@pytest.mark.engine
@pytest.mark.rule_only
async def test_edge_case_05_two_units_in_dispute_without_common_superior(xinfang: Running) -> None:
    """Regulation 24(1): where no superior is common to them, the joint conference settles it."""
    parents = {"county_housing": "county", "county": None, "railway": None}
    dispute, superior = dispute_of(["county_housing", "railway"], parents, is_disputed=True)
    assert superior is None
    facts = {"acting_as": "bureau", "is_several_units": True, "dispute": dispute.value}
    answer = await evaluated(xinfang, "propose_jurisdiction", facts)
    assert answer.output == {"mode": "joint_conference", "basis": "regulation_2022:24(1)"}


@pytest.mark.rule_only
def test_edge_case_06_objection_on_the_fifth_working_day_and_after() -> None:
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


@pytest.mark.engine
@pytest.mark.rule_only
async def test_edge_case_07_objection_agreed_to_twice(xinfang: Running) -> None:
    """After the second objection that was agreed to, the units settle it together (24(1))."""
    modes = []
    for agreed in (1, 2):
        facts = {
            "acting_as": "bureau",
            "power": "lower",
            "is_returned_repeatedly": must_be_settled_jointly(agreed),
        }
        answer = await evaluated(xinfang, "propose_jurisdiction", facts)
        modes.append(answer.output["mode"])
    assert modes == ["transfer_lower", "negotiate"]


@pytest.mark.engine
@pytest.mark.rule_only
async def test_edge_case_21_unit_merged_during_handling(xinfang: Running) -> None:
    """Regulation 24(2): who carries on the powers goes on; clocks belong to the petition and not
    to a unit, so every date stays."""
    merged = [Succession("forestry", "resources", SuccessionKind.merge, d.MON_2_MAR_2026)]
    before = successors_on("forestry", d.SAT_28_FEB_2026, merged)
    after = successors_on("forestry", d.MON_2_MAR_2026, merged)
    assert (before.units, after.units) == (("forestry",), ("resources",))
    assert after.is_clear
    facts = {"acting_as": "bureau", "successor": "clear", "power": "lower"}
    answer = await evaluated(xinfang, "propose_jurisdiction", facts)
    assert answer.output["mode"] == "transfer_to_successor"
    columns = set(inspect(Clock).columns.keys())
    assert "petition_id" in columns
    assert not any("unit" in column for column in columns)


@pytest.mark.rule_only
def test_edge_case_22_handler_has_an_interest() -> None:
    """Regulation 28(3): somebody else of the unit is assigned; if nobody is left, from above."""
    with pytest.raises(HandlerHasInterest):
        check_handler("handler_1", {"handler_1"})
    assert handlers_left(["handler_1", "handler_2"], {"handler_1"}) == ["handler_2"]
    with pytest.raises(NoHandlerLeft):
        handlers_left(["handler_1"], {"handler_1"})


@pytest.mark.rule_only
def test_edge_case_29_transfer_down_the_levels() -> None:
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
