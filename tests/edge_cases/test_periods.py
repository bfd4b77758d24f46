"""Edge cases of periods."""

from datetime import date, datetime, timedelta
from itertools import count

import httpx
import pytest

from law.calendar import CalendarDay, DayKind
from law.clock_due import due_by_rule
from law.clock_rules import rule_for
from law.decision_facts import ReviewStage, Timeliness
from law.errors import PauseNotAllowed
from law.instants import SHANGHAI, end_of_day
from law.levels import Level
from law.repetition import EarlierMatter, RepetitionState, Stage, repetition_of
from law.review_window import timeliness
from records.calendar import load_calendar
from tests.decisions.rows import evaluated
from tests.edge_cases.shown import ends, evaluated_in
from tests.engine.casework import (
    case_of,
    extend,
    handle,
    in_handling,
    is_breached,
    ledger,
    task_of,
)
from tests.engine.moved_time import clock_of, due_of, move_to, now_of, state, until_watched
from tests.engine.procedure.driver import Cohort
from tests.engine.procedure.reviews import newest
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.ledgers import HANDLING, REREVIEW, add, met, paused, started
from tests.running import Running, until

ONE_DAY = timedelta(days=1)


def start_handling(xinfang: Running) -> tuple[str, date]:
    """A petition that waits for its handler; its number and the last day of the sixty."""
    number = in_handling(xinfang)
    return number, due_of(xinfang, clock_of(xinfang, number))


def first_unknown_year(xinfang: Running) -> int:
    """The first year whose days off nobody has announced yet, and that is not here already."""
    with xinfang.database.reading() as session:
        calendar = load_calendar(session)
    year = now_of(xinfang).year + 1
    return next(one for one in count(year) if one not in calendar.announced_years)


def load_notice(xinfang: Running, *days_off: date) -> None:
    """A notice that gives these days off; running clocks follow it."""
    rows = [f"{day},示例,true" for day in days_off]
    with xinfang.person("admin") as admin:
        text = "\n".join(["date,name,is_off_day", *rows])
        admin.post("/api/calendar/notices", json={"text": text}).raise_for_status()
        admin.post("/api/calendar/moves").raise_for_status()


def ask_to_extend(xinfang: Running, number: str) -> httpx.Response:
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
    extend(xinfang, in_time)
    move_to(xinfang, end_of_day(last_day) + timedelta(minutes=30))
    refused = ask_to_extend(xinfang, too_late)
    assert (refused.status_code, refused.json()["error"]) == (409, "ExtensionTooLate")


@pytest.mark.engine
def test_edge_case_09_hearing_within_the_sixty_days(cohort: Cohort) -> None:
    """Regulation 36(2) stops the clock in re-review only; in handling a hearing does not."""
    with pytest.raises(PauseNotAllowed):
        add(HANDLING, started(d.THU_18_DEC_2025), paused(d.FRI_30_JAN_2026, days=10))
    longer = add(REREVIEW, started(d.MON_2_MAR_2026), paused(d.TUE_10_MAR_2026, days=10))
    assert longer.due is not None
    assert longer.due.due == d.MON_13_APR_2026
    case = cohort["interim_answer"]
    assert case.notes["/clocks/D05/pause"][:2] == (409, "PauseNotAllowed")
    (entries,) = case.clock("D05").values()
    assert not {"paused", "resumed"} & {*entries}
    assert case.due("D05") == cohort["supported_and_rated"].due("D05")
    # The same when one is held.
    assert cohort["hearing_held"].due("D05") == case.due("D05")


@pytest.mark.engine
async def test_edge_case_11_petitioner_silent_for_thirty_days(cohort: Cohort) -> None:
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
            cohort.xinfang,
            "check_admissibility",
            {"acting_as": "bureau", "repetition": again.state.fact.value},
        )
        asked = await evaluated(
            cohort.xinfang,
            "check_review_admissibility",
            {"review_stage": "review", "timeliness": request.value},
        )
        answers[again.state] = (raised.output["result"], asked.output["review_answer"])
    assert answers == {
        RepetitionState.review_missed: ("refuse_procedural", "refuse"),
        RepetitionState.review_open: ("guide", "accept"),
    }
    assert ends(cohort["rejected_after_returns"], "D07") == ["lapsed"]
    missed, excused = cohort["repeated_after_the_window"], cohort["repeated_with_just_cause"]
    assert [case.row.end for case in (missed, excused)] == ["refused", "guided"]
    assert [case.row.repetition for case in (missed, excused)] == ["review_missed", "review_open"]
    assert missed.documents() == ["issue_receipt", "notify_refusal"]
    assert excused.documents() == ["issue_receipt", "notify_review_guidance"]
    late, heard = cohort["review_asked_late"], cohort["review_asked_late_with_cause"]
    assert (newest(late).state, newest(late).refusal_reason) == ("refused", "late")
    assert evaluated_in(heard, "check_review_admissibility", "basis") == ["local_rule"]
    assert newest(heard).state == "issued"


@pytest.mark.engine
async def test_edge_case_12_request_posted_on_the_last_day(cohort: Cohort) -> None:
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
        cohort.xinfang,
        "check_review_admissibility",
        {"review_stage": "review", "timeliness": found.value},
    )
    assert answer.output["review_answer"] == "accept"
    asking = rule_for("D07", d.MON_2_MAR_2026)
    asked = add(asking, started(d.MON_2_MAR_2026), met(d.WED_1_APR_2026))
    assert not asked.is_met_late
    case, late = cohort["posted_within_the_window"], cohort["repeated_after_the_window"]
    last_day = cohort["objection_agreed_twice"].due("D07")
    assert (str(case.row.posted_on), case.row.received_on) == (last_day, late.row.received_on)
    assert str(case.row.received_on) > last_day
    assert (case.row.end, late.row.end) == ("guided", "refused")
    posted = cohort["review_posted_on_the_last_day"]
    assert newest(posted).posted_on < newest(posted).requested_on
    reason = evaluated_in(posted, "check_review_admissibility", "basis")
    assert (reason, newest(posted).state) == (["civil_procedure_law:85"], "issued")


@pytest.mark.engine
def test_edge_case_14_unit_overdue(time_machine_xinfang: Running) -> None:
    """Regulation 34: a breach closes nothing; the unit still must answer, and is marked late."""
    xinfang = time_machine_xinfang
    number, last_day = start_handling(xinfang)
    move_to(xinfang, end_of_day(last_day) + timedelta(hours=1))
    until(lambda: "breached" in ledger(xinfang, number))
    assert case_of(xinfang, number)["closed_at"] is None
    assert task_of(xinfang, number, "assign_handler")
    handle(xinfang, number)
    assert is_breached(xinfang, number)
    assert ledger(xinfang, number)[-1] == "met"


@pytest.mark.engine
def test_edge_case_15_due_on_a_rest_saturday_or_a_make_up_saturday(cohort: Cohort) -> None:
    """A Saturday within the Qingming break rolls to the next working day; one that is worked in
    exchange stays."""
    rest = due_by_rule(rule_for("D01", d.FRI_20_MAR_2026), d.FRI_20_MAR_2026, CALENDAR)
    worked = due_by_rule(rule_for("D01", d.FRI_30_JAN_2026), d.FRI_30_JAN_2026, CALENDAR)
    assert (rest.unrolled, rest.due) == (d.SAT_4_APR_2026, d.TUE_7_APR_2026)
    assert (worked.unrolled, worked.due) == (d.SAT_14_FEB_2026, d.SAT_14_FEB_2026)
    rolled, stayed = cohort["due_on_a_rest_saturday"], cohort["due_on_a_make_up_saturday"]
    assert rolled.due("D01") == d.TUE_7_APR_2026.isoformat()
    assert stayed.due("D01") == d.SAT_14_FEB_2026.isoformat()


@pytest.mark.engine
def test_edge_case_16_calendar_of_next_year_unknown(time_machine_xinfang: Running) -> None:
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
    xinfang = time_machine_xinfang
    year = first_unknown_year(xinfang)
    move_to(xinfang, max(now_of(xinfang), datetime(year - 1, 12, 15, 9, tzinfo=SHANGHAI)))
    number, provisional_day = start_handling(xinfang)
    clock = clock_of(xinfang, number)
    unsure = state(xinfang, clock).due
    assert provisional_day.year == year
    assert unsure is not None
    assert unsure.provisional
    load_notice(xinfang, provisional_day, date(year, 10, 1))
    sure = state(xinfang, clock).due
    assert sure is not None
    assert not sure.provisional
    assert sure.due > provisional_day
    assert ledger(xinfang, number)[-1] == "moved_by_calendar"
    until_watched(xinfang, clock)
