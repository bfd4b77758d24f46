"""D01 to D11 on a moved clock: nothing a minute before the end, one breach or lapse after it."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby

import pytest

from law.instants import end_of_day
from tests.engine.casework import extend, file_petition, in_handling
from tests.engine.moved_time import (
    MINUTE,
    clock_of,
    due_of,
    kinds,
    move_past,
    move_to,
    today_of,
    until_watched,
    watched_clock,
)
from tests.running import Running, until

pytestmark = pytest.mark.engine

ON_THEIR_OWN = ("D02", "D03", "D04", "D06", "D07", "D08", "D09", "D10")
WINDOWS = ("D04", "D07", "D09")
EXTENSION = {"days": 30, "reason": "案情复杂"}


def ask_extension(xinfang: Running, number: str) -> tuple[int, str]:
    """Status and error of the leader's request."""
    with xinfang.person("unit_leader_zj") as leader:
        answer = leader.post(f"/api/petitions/{number}/clocks/D05/extension", json=EXTENSION)
        return answer.status_code, answer.json()["error"] if answer.is_error else ""


def end_of(code: str) -> str:
    """What the ledger says when the clock's last day is over."""
    return "lapsed" if code in WINDOWS else "breached"


def live_through(
    xinfang: Running,
    clocks: dict[str, str],
    due: date,
    in_the_last_minute: Callable[[], object] = lambda: None,
) -> None:
    """The last minute of these clocks (id to code), and the first one after it."""
    move_to(xinfang, end_of_day(due) - MINUTE)
    in_the_last_minute()
    for clock_id, code in clocks.items():
        until_watched(xinfang, clock_id)
        assert end_of(code) not in kinds(xinfang, clock_id)
    move_past(xinfang, due)
    for clock_id, code in clocks.items():
        until(lambda one=clock_id, kind=code: end_of(kind) in kinds(xinfang, one))
        if code not in WINDOWS:
            until_watched(xinfang, clock_id)
        assert kinds(xinfang, clock_id).count(end_of(code)) == 1


def test_each_clock_is_breached_or_lapses_once_and_not_before_its_last_day_has_ended(
    time_machine_xinfang: Running,
) -> None:
    """D01 and D05 run in the diagrams, D06 as its extension; D11 ends on the day of its letter."""
    xinfang = time_machine_xinfang
    handled, extended = in_handling(xinfang), in_handling(xinfang)
    today = today_of(xinfang)
    number = file_petition(xinfang)
    clocks = {watched_clock(xinfang, number, code, today): code for code in ON_THEIR_OWN}
    clocks[clock_of(xinfang, number, "D01")] = "D01"
    letter = today + timedelta(days=20)
    clocks[watched_clock(xinfang, number, "D11", today, letter)] = "D11"
    clocks[clock_of(xinfang, handled)] = "D05"
    longer = clock_of(xinfang, extended)
    dues = {clock_id: due_of(xinfang, clock_id) for clock_id in [*clocks, longer]}
    assert next(dues[one] for one, code in clocks.items() if code == "D11") == letter
    for clock_id in dues:
        until_watched(xinfang, clock_id)

    last_day = dues[longer]
    for due, group in groupby(sorted(clocks, key=lambda one: dues[one]), key=lambda one: dues[one]):
        ask_now = [extended] if due == last_day else []
        live_through(
            xinfang,
            {one: clocks[one] for one in group},
            due,
            lambda numbers=ask_now: [extend(xinfang, one) for one in numbers],
        )
    assert ask_extension(xinfang, handled) == (409, "ExtensionTooLate")

    assert "breached" not in kinds(xinfang, longer)
    assert due_of(xinfang, longer) >= last_day + timedelta(days=20)
    until_watched(xinfang, longer)
    live_through(xinfang, {longer: "D05"}, due_of(xinfang, longer))
    for clock_id, code in clocks.items():
        ends = [kind for kind in kinds(xinfang, clock_id) if kind in ("breached", "lapsed")]
        assert ends == [end_of(code)]
