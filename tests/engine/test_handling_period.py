"""The 60 days of article 34 on a moved clock: warnings, one breach, an extension, rest days."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from engine.clock import offset_path, read_offset
from engine.clock_control import engine_offset
from law.clock_rules import rule_for
from law.instants import SHANGHAI
from law.periods import due_date
from records.calendar import load_calendar
from settings import ROOT
from tests.engine.casework import extend, handle, in_handling, is_breached, ledger
from tests.engine.moved_time import clock_of, due_of, move_to, now_of
from tests.running import Running, until

pytestmark = pytest.mark.engine

DAY = timedelta(days=1)


def start_handling(xinfang: Running) -> tuple[str, date]:
    """A petition that waits for its handler; its number and the last day of its period."""
    number = in_handling(xinfang)
    return number, due_of(xinfang, clock_of(xinfang, number))


def midnight_after(day: date) -> datetime:
    """The first instant after the day."""
    return datetime.combine(day + DAY, datetime.min.time(), SHANGHAI)


def until_watched(xinfang: Running, number: str) -> None:
    """Wait until the watcher's timer for the next alert stands."""

    def ask() -> bool:
        rows = xinfang.query(
            "SELECT t.due_at FROM journal.timer t "
            "JOIN journal.instance i ON i.key = t.instance_key "
            "JOIN petition p ON p.id = i.business_key "
            "WHERE p.number = :number AND t.state = 'created'",
            number=number,
        )
        now_ms = now_of(xinfang).astimezone(UTC).timestamp() * 1000
        return len(rows) == 1 and rows[0].due_at > now_ms

    until(ask)


def test_one_minute_before_the_end_there_is_no_breach_and_a_minute_after_there_is_one(
    time_machine_xinfang: Running,
) -> None:
    xinfang = time_machine_xinfang
    number, due_on = start_handling(xinfang)
    until_watched(xinfang, number)
    move_to(xinfang, now_of(xinfang) + (midnight_after(due_on) - now_of(xinfang)) * 0.6)
    until(lambda: ledger(xinfang, number) == ["started", "warned"])
    until_watched(xinfang, number)
    move_to(xinfang, midnight_after(due_on) - timedelta(minutes=1))
    until_watched(xinfang, number)
    assert "breached" not in ledger(xinfang, number)
    xinfang.move_clock(minutes=2)
    until(lambda: "breached" in ledger(xinfang, number))
    until_watched(xinfang, number)
    assert ledger(xinfang, number).count("breached") == 1


def test_sixty_days_at_once_give_exactly_one_breach_and_the_case_must_still_be_answered(
    time_machine_xinfang: Running,
) -> None:
    xinfang = time_machine_xinfang
    number, due_on = start_handling(xinfang)
    until_watched(xinfang, number)
    move_to(xinfang, midnight_after(due_on) + timedelta(hours=1))
    until(lambda: "breached" in ledger(xinfang, number))
    until_watched(xinfang, number)
    xinfang.move_clock(days=3)
    handle(xinfang, number)
    assert ledger(xinfang, number).count("breached") == 1
    assert ledger(xinfang, number)[-1] == "met"
    assert is_breached(xinfang, number)


def test_no_breach_on_the_old_day_when_the_extension_came_before(
    time_machine_xinfang: Running,
) -> None:
    xinfang = time_machine_xinfang
    number, due_on = start_handling(xinfang)
    until_watched(xinfang, number)
    extend(xinfang, number)
    extended_to = due_of(xinfang, clock_of(xinfang, number))
    assert extended_to >= due_on + timedelta(days=20)
    move_to(xinfang, midnight_after(due_on) + timedelta(hours=1))
    until_watched(xinfang, number)
    assert "breached" not in ledger(xinfang, number)
    move_to(xinfang, midnight_after(extended_to) + timedelta(minutes=1))
    until(lambda: "breached" in ledger(xinfang, number))
    until_watched(xinfang, number)
    assert ledger(xinfang, number).count("breached") == 1


def test_a_second_extension_is_refused_with_the_rule_named(time_machine_xinfang: Running) -> None:
    xinfang = time_machine_xinfang
    number, _ = start_handling(xinfang)
    extend(xinfang, number, days=10)
    with xinfang.person("unit_leader_zj") as leader:
        url = f"/api/petitions/{number}/clocks/D05/extension"
        answer = leader.post(url, json={"days": 10, "reason": "案情复杂"})
    assert (answer.status_code, answer.json()["error"]) == (409, "ExtensionAlreadyGiven")


@pytest.mark.parametrize("kind", ["weekend", "holiday"])
def test_a_last_day_on_a_rest_day_rolls_and_the_timer_with_it(
    time_machine_xinfang: Running, kind: str
) -> None:
    """Files on a day whose sixtieth day is an ordinary Saturday, or a statutory holiday."""
    xinfang = time_machine_xinfang
    with xinfang.database.reading() as session:
        calendar = load_calendar(session)
    rule = rule_for("D05", now_of(xinfang).date())
    assert rule.length is not None
    start = now_of(xinfang).date() + DAY
    while True:
        last = calendar.day(start + rule.length * DAY)
        is_wanted = (
            last.kind.value == "statutory_holiday"
            if kind == "holiday"
            else last.kind.value == "rest_day" and not last.name
        )
        if is_wanted:
            break
        start += DAY
    move_to(xinfang, datetime.combine(start, datetime.min.time(), SHANGHAI) + timedelta(hours=9))
    number, due_on = start_handling(xinfang)
    expected = due_date(start, rule.length, rule.unit, calendar, rule.roll).due
    assert due_on == expected > start + rule.length * DAY
    until_watched(xinfang, number)
    move_to(xinfang, midnight_after(due_on) - timedelta(minutes=1))
    until_watched(xinfang, number)
    assert "breached" not in ledger(xinfang, number)
    xinfang.move_clock(minutes=2)
    until(lambda: "breached" in ledger(xinfang, number))


def test_a_withdrawn_clock_ends_its_watcher(time_machine_xinfang: Running) -> None:
    from records.ledger import withdraw_clock

    xinfang = time_machine_xinfang
    number, due_on = start_handling(xinfang)
    until_watched(xinfang, number)
    clock_id = clock_of(xinfang, number)
    with xinfang.database.transaction() as session:
        withdraw_clock(
            session, clock_id=clock_id, reason="更正", actor="unit_leader_zj", now=now_of(xinfang)
        )
    move_to(xinfang, midnight_after(due_on) + timedelta(minutes=1))

    def ended() -> bool:
        rows = xinfang.query(
            "SELECT i.state FROM journal.instance i JOIN petition p ON p.id = i.business_key "
            "WHERE p.number = :number AND i.process_id = 'watch_deadline'",
            number=number,
        )
        return "completed" in [row.state for row in rows]

    until(ended)
    assert "breached" not in ledger(xinfang, number)
    handle(xinfang, number)


def test_the_clock_command_moves_engine_and_application_together(
    time_machine_xinfang: Running,
) -> None:
    xinfang = time_machine_xinfang
    before = now_of(xinfang)
    command = [sys.executable, "-m", "commands", "clock", "add", "1d"]
    subprocess.run([*command, "--data", str(xinfang.data_dir)], cwd=ROOT, check=True, timeout=60)
    xinfang.tokens.clear()
    assert DAY <= now_of(xinfang) - before < DAY + timedelta(minutes=1)
    ahead = engine_offset(xinfang.broker_state()["management"])
    assert abs(ahead - read_offset(offset_path(xinfang.data_dir))) <= timedelta(seconds=1)
