"""Edge cases of periods."""

from datetime import date, datetime, timedelta

import httpx
import pytest

from engine.clock import OffsetClock, offset_path
from law.calendar import CalendarDay, DayKind
from law.clock_due import due_by_rule
from law.clock_rules import rule_for
from law.decision_facts import ReviewStage, Timeliness
from law.errors import PauseNotAllowed
from law.instants import end_of_day
from law.levels import Level
from law.repetition import EarlierMatter, RepetitionState, Stage, repetition_of
from law.review_window import timeliness
from tests.decisions.rows import evaluated
from tests.engine.casework import (
    case_of,
    classify,
    file_petition,
    handle,
    ledger,
    task_of,
    until_closed,
)
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.ledgers import HANDLING, REREVIEW, add, met, paused, started
from tests.running import Running, until

ONE_DAY = timedelta(days=1)


def start_handling(xinfang: Running) -> tuple[str, date]:
    """A petition that waits for its handler; its number and the last day of the sixty."""
    number = file_petition(xinfang)
    classify(xinfang, number)
    task_of(xinfang, number, "handle_petition")
    (clock,) = [clock for clock in case_of(xinfang, number)["clocks"] if clock["code"] == "D05"]
    return number, date.fromisoformat(clock["due_on"])


def move_to(xinfang: Running, moment: datetime) -> None:
    now = OffsetClock(offset_path(xinfang.data_dir)).now()
    xinfang.move_clock(seconds=(moment - now).total_seconds())


def extend(xinfang: Running, number: str) -> httpx.Response:
    """Ask for thirty more days, as the leader of the unit."""
    with xinfang.person("unit_leader_zj") as leader:
        url = f"/api/petitions/{number}/clocks/D05/extension"
        return leader.post(url, json={"days": 30, "reason": "案情复杂"})


@pytest.mark.engine
def test_edge_case_08_extension_on_the_last_day_and_the_day_after(
    time_machine_xinfang: Running,
) -> None:
    """Regulation 34: approved on the last day it counts, a day later it is refused."""
    xinfang = time_machine_xinfang
    in_time, last_day = start_handling(xinfang)
    too_late, same_day = start_handling(xinfang)
    assert last_day == same_day
    move_to(xinfang, end_of_day(last_day) - timedelta(minutes=30))
    assert extend(xinfang, in_time).status_code == 200
    move_to(xinfang, end_of_day(last_day) + timedelta(minutes=30))
    refused = extend(xinfang, too_late)
    assert (refused.status_code, refused.json()["error"]) == (409, "ExtensionTooLate")


@pytest.mark.rule_only
def test_edge_case_09_hearing_within_the_sixty_days() -> None:
    """Regulation 36(2) stops the clock in re-review only; in handling a hearing does not."""
    with pytest.raises(PauseNotAllowed):
        add(HANDLING, started(d.THU_18_DEC_2025), paused(d.FRI_30_JAN_2026, days=10))
    state = add(REREVIEW, started(d.MON_2_MAR_2026), paused(d.TUE_10_MAR_2026, days=10))
    assert state.due is not None
    assert state.due.due == d.MON_13_APR_2026


@pytest.mark.engine
@pytest.mark.rule_only
async def test_edge_case_11_petitioner_silent_for_thirty_days(xinfang: Running) -> None:
    """Regulation 35: afterwards the opinion stands, and a request needs a just cause."""
    served = EarlierMatter("m1", Stage.opinion_served, Level.county, served_on=d.MON_2_MAR_2026)
    asked_on = d.WED_1_APR_2026 + ONE_DAY
    answers = {}
    for just_cause in (False, True):
        again = repetition_of(
            [served], at=Level.city, today=asked_on, calendar=CALENDAR, just_cause=just_cause
        )
        request = timeliness(
            ReviewStage.review,
            d.MON_2_MAR_2026,
            CALENDAR,
            asked_on=asked_on,
            just_cause=just_cause,
        )
        raised = await evaluated(
            xinfang,
            "check_admissibility",
            {"acting_as": "bureau", "repetition": again.state.fact.value},
        )
        asked = await evaluated(
            xinfang,
            "check_review_admissibility",
            {"review_stage": "review", "timeliness": request.value},
        )
        answers[again.state] = (raised.output["result"], asked.output["review_answer"])
    assert answers == {
        RepetitionState.review_missed: ("refuse_procedural", "refuse"),
        RepetitionState.review_open: ("guide", "accept"),
    }


@pytest.mark.engine
@pytest.mark.rule_only
async def test_edge_case_12_request_posted_on_the_last_day(xinfang: Running) -> None:
    """The postmark counts, whenever the letter arrives (regulation 35 with the Civil Procedure
    Law)."""
    found = timeliness(
        ReviewStage.review,
        d.MON_2_MAR_2026,
        CALENDAR,
        asked_on=d.TUE_7_APR_2026,
        posted_on=d.WED_1_APR_2026,
    )
    assert found is Timeliness.posted_in_time
    answer = await evaluated(
        xinfang,
        "check_review_admissibility",
        {"review_stage": "review", "timeliness": found.value},
    )
    assert answer.output["review_answer"] == "accept"
    asking = rule_for("D07", d.MON_2_MAR_2026)
    state = add(asking, started(d.MON_2_MAR_2026), met(d.WED_1_APR_2026))
    assert not state.is_met_late


@pytest.mark.engine
def test_edge_case_14_unit_overdue(time_machine_xinfang: Running) -> None:
    """Regulation 34: a breach closes nothing; the unit still must answer, and is marked late."""
    xinfang = time_machine_xinfang
    number, last_day = start_handling(xinfang)
    move_to(xinfang, end_of_day(last_day) + timedelta(hours=1))
    until(lambda: "breached" in ledger(xinfang, number))
    assert case_of(xinfang, number)["closed_at"] is None
    assert task_of(xinfang, number, "handle_petition")
    handle(xinfang, number)
    (clock,) = [
        clock for clock in until_closed(xinfang, number)["clocks"] if clock["code"] == "D05"
    ]
    assert clock["is_breached"]
    assert ledger(xinfang, number)[-1] == "met"


def test_edge_case_15_due_on_a_rest_saturday_or_a_make_up_saturday() -> None:
    """A Saturday within the Qingming break rolls to the next working day; one that is worked in
    exchange stays."""
    rest = due_by_rule(rule_for("D01", d.FRI_20_MAR_2026), d.FRI_20_MAR_2026, CALENDAR)
    worked = due_by_rule(rule_for("D01", d.FRI_30_JAN_2026), d.FRI_30_JAN_2026, CALENDAR)
    assert (rest.unrolled, rest.due) == (d.SAT_4_APR_2026, d.TUE_7_APR_2026)
    assert (worked.unrolled, worked.due) == (d.SAT_14_FEB_2026, d.SAT_14_FEB_2026)


def test_edge_case_16_calendar_of_next_year_unknown() -> None:
    """A date in a year without notice is given and marked provisional; the notice makes it sure,
    and may move it."""
    rule = rule_for("D01", d.FRI_18_DEC_2026)
    start = d.THU_31_DEC_2026
    before = due_by_rule(rule, start, CALENDAR)
    assert before.provisional
    notice = [
        CalendarDay(before.unrolled, DayKind.shifted_rest, "春节", "notice"),
        CalendarDay(date(2027, 10, 1), DayKind.statutory_holiday, "国庆节", "notice"),
    ]
    after = due_by_rule(rule, start, CALENDAR.with_year(2027, notice, version="notice-2027"))
    assert not after.provisional
    assert (before.due, after.due) == (before.unrolled, before.unrolled + 3 * ONE_DAY)
