"""Alerts of a clock - warnings, one breach per due date, weekly reminders."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.alerts import (
    Alert,
    AlertKind,
    AlertPolicy,
    alerts_due,
    next_alert,
    warnings_of,
)
from law.clock_entries import ClockEntry, EntryKind
from law.clock_ledger import ClockState
from law.clock_rule import ClockRule
from law.periods import Roll, end_of_day, start_of_day
from tests.law import dates as d
from tests.law.ledgers import (
    HANDLING,
    OBJECTION,
    REREVIEW,
    add,
    at,
    extended,
    met,
    paused,
    started,
    state_of,
)

ACCEPTED = started(d.THU_18_DEC_2025)
RUNNING = state_of(HANDLING, ACCEPTED)
BREACH_AT = end_of_day(d.TUE_24_FEB_2026)
NOTHING: frozenset[str] = frozenset()


def keys(alerts: list[Alert]) -> list[str]:
    return [alert.key for alert in alerts]


def run_until_quiet(
    rule: ClockRule, entries: list[ClockEntry], until: datetime
) -> list[tuple[datetime, str]]:
    """What a process does: wait for the next alert, raise what is due, wait again."""
    raised: list[tuple[datetime, str]] = []
    now = start_of_day(entries[0].on)
    while True:
        state = state_of(rule, *entries)
        alert = next_alert(state, now, state.raised)
        if alert is None or alert.at > until:
            return raised
        now = max(now, alert.at)
        for due in alerts_due(state, now, state.raised):
            entries.append(due.entry(now.date(), actor="clock", calendar_version="test"))
            raised.append((now, due.name))


class TestWarnings:
    """At 50, 75 and 90 % of the period and three days before its end."""

    def test_they_look_at_the_sixtieth_day_not_at_the_rolled_one(self) -> None:
        assert [(alert.name, alert.at.isoformat()) for alert in warnings_of(RUNNING)] == [
            ("warn_50", "2026-01-18T00:00:00+08:00"),
            ("warn_75", "2026-02-02T00:00:00+08:00"),
            ("warn_90", "2026-02-11T00:00:00+08:00"),
            ("days_before_3", "2026-02-14T00:00:00+08:00"),
            ("unrolled_day_ended", "2026-02-17T00:00:00+08:00"),
        ]

    def test_their_key_names_the_due_date(self) -> None:
        assert keys(warnings_of(RUNNING))[0] == "warn_50:2026-02-24"

    def test_a_petitioners_period_has_no_unrolled_warning(self) -> None:
        rolled = state_of(HANDLING.configured(roll=Roll.over), ACCEPTED)
        assert "unrolled_day_ended" not in [alert.name for alert in warnings_of(rolled)]

    def test_the_points_are_the_offices_choice(self) -> None:
        policy = AlertPolicy(percents=(40,), days_before=10)
        assert [alert.name for alert in warnings_of(RUNNING, policy)] == [
            "warn_40",
            "days_before_10",
            "unrolled_day_ended",
        ]

    def test_a_short_period_drops_what_would_lie_before_it(self) -> None:
        rule = OBJECTION.configured(pause=True)
        assert rule.length == 5
        short = state_of(rule, started(d.TUE_24_FEB_2026))
        many = AlertPolicy(days_before=30)
        assert [alert.name for alert in warnings_of(short, many)] == [
            "warn_50",
            "warn_75",
            "warn_90",
        ]

    def test_a_clock_not_started_has_none(self) -> None:
        assert warnings_of(ClockState("D05")) == []


class TestDue:
    """What must be raised at a moment."""

    def test_nothing_before_the_first_warning(self) -> None:
        assert (
            alerts_due(RUNNING, start_of_day(d.FRI_13_FEB_2026 - timedelta(days=40)), NOTHING) == []
        )

    def test_after_an_outage_only_the_latest_warning(self) -> None:
        now = start_of_day(d.FRI_13_FEB_2026)
        assert keys(alerts_due(RUNNING, now, NOTHING)) == ["warn_90:2026-02-24"]

    def test_what_was_raised_is_not_raised_again(self) -> None:
        now = start_of_day(d.FRI_13_FEB_2026)
        assert alerts_due(RUNNING, now, {"warn_90:2026-02-24"}) == []

    def test_the_breach_comes_with_the_first_instant_after_the_last_day(self) -> None:
        just_before = BREACH_AT - timedelta(microseconds=1)
        assert "breach" not in [alert.name for alert in alerts_due(RUNNING, just_before, NOTHING)]
        assert keys(alerts_due(RUNNING, BREACH_AT, NOTHING)) == ["breach:2026-02-24"]

    def test_a_week_later_a_reminder_and_only_the_latest(self) -> None:
        now = BREACH_AT + timedelta(days=15)
        assert keys(alerts_due(RUNNING, now, NOTHING)) == [
            "breach:2026-02-24",
            "overdue_2:2026-02-24",
        ]
        assert alerts_due(RUNNING, now, {"breach:2026-02-24", "overdue_2:2026-02-24"}) == []

    @pytest.mark.parametrize(
        "state",
        [
            state_of(HANDLING),
            state_of(HANDLING, ACCEPTED, met(d.FRI_13_FEB_2026)),
            state_of(HANDLING, ACCEPTED, at(EntryKind.withdrawn, d.FRI_13_FEB_2026)),
            state_of(REREVIEW, started(d.THU_18_DEC_2025), paused(d.FRI_30_JAN_2026)),
        ],
        ids=["not started", "met", "withdrawn", "paused"],
    )
    def test_a_clock_that_does_not_count_is_silent(self, state: ClockState) -> None:
        assert alerts_due(state, BREACH_AT, NOTHING) == []
        assert next_alert(state, BREACH_AT, NOTHING) is None


class TestNext:
    """What to wait for."""

    def test_first_the_first_warning(self) -> None:
        alert = next_alert(RUNNING, start_of_day(d.THU_18_DEC_2025), NOTHING)
        assert alert is not None
        assert alert.name == "warn_50"

    def test_what_is_overdue_comes_at_once(self) -> None:
        alert = next_alert(RUNNING, BREACH_AT + timedelta(days=3), NOTHING)
        assert alert is not None
        assert (alert.kind, alert.at) == (AlertKind.breach, BREACH_AT)

    def test_what_was_raised_is_skipped(self) -> None:
        already = {"days_before_3:2026-02-24", "unrolled_day_ended:2026-02-24"}
        alert = next_alert(RUNNING, start_of_day(d.SAT_14_FEB_2026), already)
        assert alert is not None
        assert alert.kind is AlertKind.breach

    def test_after_the_breach_the_weekly_reminders(self) -> None:
        already = {"breach:2026-02-24"}
        alert = next_alert(RUNNING, BREACH_AT, already)
        assert alert is not None
        assert (alert.name, alert.at) == ("overdue_1", BREACH_AT + timedelta(days=7))

    def test_a_breach_raised_before_its_time_leaves_the_reminder(self) -> None:
        already = {"breach:2026-02-24", "unrolled_day_ended:2026-02-24"}
        alert = next_alert(RUNNING, end_of_day(d.MON_16_FEB_2026), already)
        assert alert is not None
        assert alert.name == "overdue_1"


class TestEntries:
    """Raising an alert is an entry of the ledger."""

    @pytest.mark.parametrize(
        ("kind", "entry_kind"),
        [
            (AlertKind.warning, EntryKind.warned),
            (AlertKind.unrolled_day_ended, EntryKind.warned),
            (AlertKind.reminder, EntryKind.reminded),
            (AlertKind.breach, EntryKind.breached),
            (AlertKind.overdue, EntryKind.reminded),
            (AlertKind.lapse, EntryKind.lapsed),
        ],
    )
    def test_each_kind_has_its_word(self, kind: AlertKind, entry_kind: EntryKind) -> None:
        alert = Alert(kind, "name", BREACH_AT, d.TUE_24_FEB_2026)
        entry = alert.entry(d.WED_25_FEB_2026, actor="clock", calendar_version="v1")
        assert (entry.kind, entry.until) == (entry_kind, d.TUE_24_FEB_2026)
        assert entry.alert_key == alert.key

    def test_a_raised_breach_is_accepted_by_the_ledger(self) -> None:
        (breach,) = alerts_due(RUNNING, BREACH_AT, NOTHING)
        entry = breach.entry(BREACH_AT.date(), actor="clock", calendar_version="v1")
        state = add(HANDLING, ACCEPTED, entry)
        assert state.breached_on == d.WED_25_FEB_2026
        assert alerts_due(state, BREACH_AT, state.raised) == []


class TestRun:
    """A whole life of waiting and raising."""

    def test_each_point_is_raised_once_in_order(self) -> None:
        names = [name for _, name in run_until_quiet(HANDLING, [ACCEPTED], BREACH_AT)]
        assert names == [
            "warn_50",
            "warn_75",
            "warn_90",
            "days_before_3",
            "unrolled_day_ended",
            "breach",
        ]

    def test_an_extension_after_warnings_brings_those_of_the_new_date(self) -> None:
        entries = [ACCEPTED]
        run_until_quiet(HANDLING, entries, start_of_day(d.FRI_13_FEB_2026))
        entries.append(extended(d.FRI_13_FEB_2026))
        raised = run_until_quiet(HANDLING, entries, end_of_day(d.WED_18_MAR_2026))
        # Half of 90 days had passed before the extension: that warning is not sent after it.
        assert [name for _, name in raised] == ["warn_75", "warn_90", "days_before_3", "breach"]
        assert raised[-1][0] == end_of_day(d.WED_18_MAR_2026)

    @given(st.integers(1, 30), st.integers(1, 68), st.integers(0, 40))
    def test_there_is_never_more_than_one_breach_per_due_date(
        self, days: int, approved_after: int, weeks: int
    ) -> None:
        entries = [ACCEPTED]
        approved_on: date = d.THU_18_DEC_2025 + timedelta(days=approved_after)
        run_until_quiet(HANDLING, entries, start_of_day(approved_on))
        entries.append(extended(approved_on, days=days))
        run_until_quiet(HANDLING, entries, BREACH_AT + timedelta(weeks=weeks))
        breaches = [entry.until for entry in entries if entry.kind is EntryKind.breached]
        assert len(breaches) == len(set(breaches)) <= 1
        all_keys = [entry.alert_key for entry in entries if entry.alert_key]
        assert len(all_keys) == len(set(all_keys))
