"""Running clocks follow calendar and settings: first shown, then applied in batches.

A clock that has ended keeps its dates for ever. Applying again finds nothing to do, and an applying
that was cut off goes on where it was: every batch is a transaction of its own, and each clock is
looked at again under its lock.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col

from law.calendar import WorkCalendar
from law.clock_ledger import DUE_SETTING
from law.instants import SHANGHAI
from records.clocks.append import append_entry
from records.clocks.ledgers import SETTING_KEY, Ledger, events_of, ledger_of
from records.clocks.moves import Plan, Target, plan_moves
from records.clocks.terms import Terms
from records.database import Database
from records.models import Clock, ClockEvent, Petition

READ_AT_ONCE = 2000
WRITE_AT_ONCE = 200
EVENT_FIELDS = (
    ClockEvent.clock_id,
    ClockEvent.entry_key,
    ClockEvent.alert_key,
    ClockEvent.kind,
    ClockEvent.on,
    ClockEvent.days,
    ClockEvent.until,
    ClockEvent.reason,
    ClockEvent.basis,
    ClockEvent.calendar_version,
    ClockEvent.actor,
    ClockEvent.recorded_at,
)


@dataclass(frozen=True)
class Move:
    """A running clock that would move: from which last day to which, and what moves it."""

    clock_id: str
    petition_number: str
    code: str
    old_due: date
    new_due: date
    edition: str | None
    setting: int | None


def preview_moves(
    session: Session, *, today: date, calendar: WorkCalendar | None = None
) -> Iterator[Move]:
    """Every running clock that is not where it should be; nothing is written.

    `calendar` stands for one that is not loaded yet; without it the newest edition counts.
    """
    target = Target(Terms(session), calendar)
    for number, ledger in _running(session):
        plan = plan_moves(target, ledger, actor="", today=today)
        if plan is not None:
            yield _move(number, ledger, plan)


def apply_moves(
    database: Database,
    clock_ids: Iterable[str],
    *,
    actor: str,
    now: Callable[[], datetime],
    on_progress: Callable[[int], object] = lambda _: None,
) -> int:
    """Move these clocks, those that `preview_moves` gave, and tell the engine's watchers.

    How many did move: one that is where it should be by now stays. `on_progress` hears how many
    were looked at.
    """
    moved = 0
    remaining = iter(clock_ids)
    while batch := list(islice(remaining, WRITE_AT_ONCE)):
        with database.transaction() as session:
            moved += _apply(session, batch, actor=actor, now=now())
        on_progress(len(batch))
    return moved


def _apply(session: Session, clock_ids: Sequence[str], *, actor: str, now: datetime) -> int:
    target = Target(Terms(session))
    clocks = session.scalars(
        select(Clock)
        .where(col(Clock.id).in_(clock_ids), col(Clock.is_running))
        .order_by(col(Clock.id))
        .with_for_update()
    ).all()
    events = events_of(session, [clock.id for clock in clocks])
    moved = 0
    with session.no_autoflush:
        for clock in clocks:
            ledger = ledger_of(clock, events.get(clock.id, ()))
            plan = plan_moves(target, ledger, actor=actor, today=_day(now))
            for entry, key in plan.entries if plan else ():
                ledger, _ = append_entry(
                    session, target.terms, clock, ledger, entry, key=key, now=now
                )
            moved += plan is not None
    return moved


def _running(session: Session) -> Iterator[tuple[str, Ledger]]:
    """Every running clock with its petition's number and what its due date rests on."""
    last = ""
    while rows := _clocks_after(session, last):
        events = session.execute(
            select(*map(col, EVENT_FIELDS))
            .join(Clock, col(Clock.id) == col(ClockEvent.clock_id))
            .where(
                col(Clock.is_running),
                col(ClockEvent.clock_id) > last,
                col(ClockEvent.clock_id) <= rows[-1].id,
                col(ClockEvent.kind).in_(DUE_SETTING),
            )
            .order_by(col(ClockEvent.clock_id), col(ClockEvent.ordinal))
        )
        own = {key: list(group) for key, group in groupby(events, key=lambda one: one.clock_id)}
        for row in rows:
            yield row.number, ledger_of(row, own.get(row.id, ()))
        last = rows[-1].id


def _clocks_after(session: Session, last: str) -> Sequence[Row[Any]]:
    return session.execute(
        select(
            col(Clock.id),
            col(Clock.petition_id),
            col(Clock.code),
            col(Clock.due_on),
            col(Petition.number),
        )
        .join(Petition, col(Petition.id) == col(Clock.petition_id))
        .where(col(Clock.is_running), col(Clock.id) > last)
        .order_by(col(Clock.id))
        .limit(READ_AT_ONCE)
    ).all()


def _move(number: str, ledger: Ledger, plan: Plan) -> Move:
    keys = [key for _, key in plan.entries]
    editions = [entry.calendar_version for entry, _ in plan.entries if entry.calendar_version]
    settings = [int(key.removeprefix(SETTING_KEY)) for key in keys if key.startswith(SETTING_KEY)]
    return Move(
        clock_id=ledger.clock_id,
        petition_number=number,
        code=ledger.code,
        old_due=ledger.due_on,
        new_due=plan.new_due,
        edition=next(iter(editions), None),
        setting=next(iter(settings), None),
    )


def _day(now: datetime) -> date:
    return now.astimezone(SHANGHAI).date()
