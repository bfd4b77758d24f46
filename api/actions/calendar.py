"""Changing the work calendar: planned and shown while others work on, then written at once."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from api.deps import Runtime
from api.errors import RoleMissing
from api.language import Language
from api.queries.calendar import change_view
from api.shapes.calendar import ChangeOut, MovedOut
from api.shapes.common import shanghai
from records.calendar import CalendarChange, make_edition
from records.clocks.follow import apply_moves, preview_moves
from records.people import Person

MOST_AT_ONCE = 500  # in one request; more is for ./xinfang clocks apply


def may_change_calendar(person: Person) -> bool:
    """Whether the person looks after the work calendar."""
    return person.has("administrator")


def change_calendar(
    runtime: Runtime,
    session: Session,
    person: Person,
    plan: Callable[[Session], CalendarChange],
    *,
    language: Language,
    now: datetime,
    reason: str = "",
    dry_run: bool,
) -> ChangeOut:
    """Plan the change, show what it moves and, unless it is a dry run, make it the newest edition.

    `session` only reads: looking at every running clock may take seconds, and no writer waits
    meanwhile. Raises RoleMissing, CalendarChanged, and what the plan raises.
    """
    if not may_change_calendar(person):
        raise RoleMissing
    change = plan(session)
    is_written = bool(change.days) and not dry_run
    view = change_view(session, change, language, shanghai(now).date(), is_written=is_written)
    if is_written:
        with runtime.database.transaction() as writing:
            make_edition(writing, change, actor=person.id, reason=reason, now=now)
    return view


def move_clocks(runtime: Runtime, session: Session, person: Person, *, now: datetime) -> MovedOut:
    """Move running clocks to where calendar and settings put them, MOST_AT_ONCE at the most.

    Raises RoleMissing.
    """
    if not may_change_calendar(person):
        raise RoleMissing
    waiting = [move.clock_id for move in preview_moves(session, today=shanghai(now).date())]
    chosen = waiting[:MOST_AT_ONCE]
    moved = apply_moves(runtime.database, chosen, actor=person.id, now=lambda: now)
    return MovedOut(moved=moved, left=len(waiting) - len(chosen))
