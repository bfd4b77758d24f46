"""Moving time in engine tests, and what the watcher of a clock does meanwhile."""

from datetime import UTC, date, datetime, timedelta

from engine.clock import OffsetClock, offset_path
from law.alerts import next_alert
from law.clock_ledger import ClockState
from law.instants import SHANGHAI, end_of_day
from records import outbox
from records.ledger import open_clock, state_of
from records.models import Clock
from tests.running import Running, until

MINUTE = timedelta(minutes=1)


def now_of(xinfang: Running) -> datetime:
    """The moved time."""
    return OffsetClock(offset_path(xinfang.data_dir)).now()


def today_of(xinfang: Running) -> date:
    """The day in Shanghai by the moved time."""
    return now_of(xinfang).astimezone(SHANGHAI).date()


def move_to(xinfang: Running, moment: datetime) -> None:
    """Move time forward to this moment."""
    xinfang.move_clock(seconds=(moment - now_of(xinfang)).total_seconds())


def move_past(xinfang: Running, due: date) -> None:
    """To one minute after the end of a day."""
    move_to(xinfang, end_of_day(due) + MINUTE)


def watched_clock(
    xinfang: Running, number: str, code: str, started_on: date, until_day: date | None = None
) -> str:
    """Open a clock of a filed petition and start the process that watches it; the clock's id."""
    (petition,) = xinfang.query("SELECT id FROM petition WHERE number = :number", number=number)
    now = now_of(xinfang)
    with xinfang.database.transaction() as session:
        view = open_clock(
            session,
            petition_id=petition.id,
            code=code,
            started_on=started_on,
            until=until_day,
            actor="engine",
            now=now,
        )
        assert view.next_alert_at is not None
        variables = {"clock_id": view.id, "next_alert_at": view.next_alert_at.isoformat()}
        command = {"process_id": "watch_deadline", "petition_id": petition.id}
        outbox.enqueue(
            session,
            "start_instance",
            command | {"variables": variables},
            ordering_key=view.id,
            now=now,
        )
    return view.id


def clock_of(xinfang: Running, number: str, code: str = "D05") -> str:
    """The id of the clock that the procedure itself has opened."""

    def ask() -> str | None:
        rows = xinfang.query(
            "SELECT c.id FROM clock c JOIN petition p ON p.id = c.petition_id "
            "WHERE p.number = :number AND c.code = :code",
            number=number,
            code=code,
        )
        return rows[0].id if rows else None

    clock_id: str = until(ask)
    return clock_id


def state(xinfang: Running, clock_id: str) -> ClockState:
    """Where the clock stands."""
    with xinfang.database.reading() as session:
        return state_of(session, session.get_one(Clock, clock_id))[1]


def due_of(xinfang: Running, clock_id: str) -> date:
    """Its last day."""
    due = state(xinfang, clock_id).due
    assert due is not None
    return due.due


def kinds(xinfang: Running, clock_id: str) -> list[str]:
    """The kinds of the entries in its ledger."""
    rows = xinfang.query(
        "SELECT kind FROM clock_event WHERE clock_id = :id ORDER BY ordinal", id=clock_id
    )
    return [row.kind for row in rows]


def timers(xinfang: Running, clock_id: str) -> list[int]:
    """When the timers of its watcher are due, in epoch milliseconds."""
    rows = xinfang.query(
        "SELECT t.due_at FROM journal.timer t JOIN journal.variable v "
        "ON v.instance_key = t.instance_key AND v.name = 'clock_id' "
        "WHERE v.value = :id AND t.state = 'created'",
        id=f'"{clock_id}"',
    )
    return sorted({row.due_at for row in rows})


def until_watched(xinfang: Running, clock_id: str) -> int:
    """Wait until the watcher's timer is where the ledger wants it; when it is due."""

    def ask() -> int | None:
        standing = state(xinfang, clock_id)
        alert = next_alert(standing, now_of(xinfang), standing.raised)
        wanted = millis(alert.at) if alert else None
        found = timers(xinfang, clock_id)
        is_due = bool(found) and found[0] > millis(now_of(xinfang))
        return found[0] if len(found) == 1 and is_due and wanted in (None, found[0]) else None

    due_at: int = until(ask)
    return due_at


def millis(moment: datetime) -> int:
    """Epoch milliseconds, as the engine's records carry times."""
    return int(moment.astimezone(UTC).timestamp() * 1000)
