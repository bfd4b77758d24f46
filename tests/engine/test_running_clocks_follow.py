"""A notice, a pause, a corrected day: the ledger moves and the engine's timer goes with it."""

from datetime import date, timedelta
from typing import Any

import pytest

from law.calendar import WorkCalendar
from records.calendar import load_calendar
from tests.engine.casework import file_petition, in_handling
from tests.engine.moved_time import (
    clock_of,
    due_of,
    kinds,
    move_past,
    state,
    timers,
    today_of,
    until_watched,
    watched_clock,
)
from tests.running import Running, until

pytestmark = pytest.mark.engine

DAY = timedelta(days=1)
SATURDAY = 5  # date.weekday()


def ask(xinfang: Running, user: str, method: str, path: str, **body: Any) -> Any:
    """The answer to a request that is granted."""
    with xinfang.person(user) as person:
        answer = person.request(method, path, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()


def calendar_of(xinfang: Running) -> WorkCalendar:
    with xinfang.database.reading() as session:
        return load_calendar(session)


def start_that_ends_on_a_saturday(xinfang: Running, days: int) -> date:
    """A first day before today of which the period would end on an ordinary Saturday to come."""
    start = today_of(xinfang) - DAY
    calendar = calendar_of(xinfang)
    while True:
        last = start + days * DAY
        if last.weekday() == SATURDAY and calendar.is_rest_day(last):
            return start
        start -= DAY


def notice(days: dict[date, bool]) -> str:
    """A notice in CSV that gives these days off, or has them worked; with its 1 Octobers."""
    years = {day.year for day in days}
    listed = {date(year, 10, 1): True for year in years} | days
    rows = [f"{day},示例,{'true' if off else 'false'}" for day, off in sorted(listed.items())]
    return "\n".join(["date,name,is_off_day", *rows])


def test_a_notice_loaded_on_running_cases_moves_their_timers(
    time_machine_xinfang: Running,
) -> None:
    """The last day of two becomes a rest day, the Saturday before that of a third is worked."""
    xinfang = time_machine_xinfang
    handling = clock_of(xinfang, in_handling(xinfang))
    number = file_petition(xinfang)
    later = watched_clock(xinfang, number, "D07", today_of(xinfang))
    start = start_that_ends_on_a_saturday(xinfang, 30)
    earlier, saturday = watched_clock(xinfang, number, "D09", start), start + 30 * DAY
    clocks = (handling, later, earlier)
    ends = {handling: "breached", later: "lapsed", earlier: "lapsed"}  # D07 and D09 are windows
    old_timer = {one: until_watched(xinfang, one) for one in clocks}
    old_due = {one: due_of(xinfang, one) for one in clocks}
    assert old_due[earlier] > saturday

    text = notice({old_due[handling]: True, old_due[later]: True, saturday: False})
    loaded = ask(xinfang, "admin", "POST", "/api/calendar/notices", text=text)
    assert [kinds(xinfang, one).count("moved_by_calendar") for one in clocks] == [0, 0, 0]
    moved = ask(xinfang, "admin", "POST", "/api/calendar/moves")
    assert moved == {"moved": loaded["clocks_total"], "left": 0}
    assert ask(xinfang, "admin", "POST", "/api/calendar/moves") == {"moved": 0, "left": 0}

    assert [kinds(xinfang, one).count("moved_by_calendar") for one in clocks] == [1, 1, 1]
    calendar = calendar_of(xinfang)
    assert due_of(xinfang, earlier) == saturday
    for one in (later, handling):
        assert due_of(xinfang, one) == calendar.next_workday(old_due[one])
    assert until_watched(xinfang, earlier) < old_timer[earlier]
    assert until_watched(xinfang, later) > old_timer[later]

    move_past(xinfang, saturday)
    until(lambda: "lapsed" in kinds(xinfang, earlier))
    for one in (later, handling):
        move_past(xinfang, old_due[one])
        until_watched(xinfang, one)
        assert ends[one] not in kinds(xinfang, one)
        move_past(xinfang, due_of(xinfang, one))
        until(lambda clock=one: ends[clock] in kinds(xinfang, clock))
    until_watched(xinfang, handling)
    assert [kinds(xinfang, one).count(ends[one]) for one in clocks] == [1, 1, 1]


def test_a_hearing_in_rereview_moves_the_end_by_exactly_its_days(
    time_machine_xinfang: Running,
) -> None:
    xinfang = time_machine_xinfang
    number = in_handling(xinfang)
    clock = watched_clock(xinfang, number, "D10", today_of(xinfang))
    before, due_at = state(xinfang, clock).due, until_watched(xinfang, clock)
    path = f"/api/petitions/{number}/clocks/D10"

    ask(xinfang, "unit_leader_zj", "POST", f"{path}/pause", reason="举行听证")
    until(lambda: timers(xinfang, clock) and timers(xinfang, clock)[0] > due_at + 10**12)
    xinfang.move_clock(days=10)
    ask(xinfang, "unit_leader_zj", "POST", f"{path}/resumption", reason="听证结束")

    after = state(xinfang, clock).due
    assert before is not None
    assert after is not None
    assert after.unrolled - before.unrolled == 10 * DAY
    assert until_watched(xinfang, clock) > due_at
    assert kinds(xinfang, clock) == ["started", "paused", "resumed"]
    move_past(xinfang, before.due)
    until_watched(xinfang, clock)
    assert "breached" not in kinds(xinfang, clock)
    move_past(xinfang, after.due)
    until(lambda: "breached" in kinds(xinfang, clock))


def test_a_corrected_day_of_receipt_moves_the_timer(time_machine_xinfang: Running) -> None:
    xinfang = time_machine_xinfang
    number, today = file_petition(xinfang), today_of(xinfang)
    clock = clock_of(xinfang, number, "D01")
    before = until_watched(xinfang, clock)
    path = f"/api/petitions/{number}/clocks/D01/receipt"

    ask(
        xinfang,
        "leader",
        "POST",
        path,
        received_on=(today - 4 * DAY).isoformat(),
        reason="收件登记有误",
    )

    after = until_watched(xinfang, clock)
    assert before - after > timedelta(days=1) // timedelta(milliseconds=1)
    corrected = state(xinfang, clock).due
    assert corrected is not None
    assert corrected.unrolled == today + 11 * DAY
    move_past(xinfang, corrected.due)
    until(lambda: "breached" in kinds(xinfang, clock))
