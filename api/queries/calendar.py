"""The work calendar for pages and programs."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from api.language import Language
from api.queries.actors import Actors
from api.shapes.calendar import (
    MOST_MOVES,
    CalendarOut,
    ChangeOut,
    ClockMove,
    DayChange,
    DayOut,
    EditionOut,
)
from api.shapes.common import Named
from law.calendar import ORDINARY_WEEK, CalendarDay
from law.clock_rules import rule_for
from law.sources import cite_basis
from records.calendar import CalendarChange, list_editions, load_calendar
from records.clocks.follow import Move, preview_moves
from records.models import CalendarEdition


def calendar_view(session: Session, year: int, language: Language, today: date) -> CalendarOut:
    """A year as the newest edition has it."""
    calendar = load_calendar(session)
    newest = list_editions(session)[0]
    return CalendarOut(
        year=year,
        is_announced=year in calendar.announced_years,
        days=[day_view(day, language) for day in calendar.days if day.date.year == year],
        edition=_edition(newest, Actors(session, language)),
        announced_years=sorted(calendar.announced_years),
        horizon=calendar.horizon,
        days_left=calendar.days_to_horizon(today),
        is_horizon_near=calendar.is_horizon_near(today),
    )


def day_view(day: CalendarDay, language: Language) -> DayOut:
    """One day, its source in words."""
    is_ordinary = day.source == ORDINARY_WEEK
    return DayOut(
        date=day.date,
        kind=day.kind,
        name=day.name,
        source="" if is_ordinary else cite_basis(day.source, language),
        provisional=day.provisional,
    )


def change_view(
    session: Session,
    change: CalendarChange,
    language: Language,
    today: date,
    *,
    is_written: bool,
) -> ChangeOut:
    """What changes, and which running clocks would move with it."""
    shown, total = _first(preview_moves(session, today=today, calendar=change.after))
    return ChangeOut(
        edition=change.after.version if is_written else None,
        changes=[
            DayChange(
                date=after.date,
                before=day_view(before, language),
                after=day_view(after, language),
            )
            for before, after in change.days
        ],
        clocks=[_move(move, language) for move in shown],
        clocks_total=total,
    )


def _first(moves: Iterable[Move]) -> tuple[list[Move], int]:
    shown: list[Move] = []
    total = 0
    for move in moves:
        total += 1
        if total <= MOST_MOVES:
            shown.append(move)
    return shown, total


def _move(move: Move, language: Language) -> ClockMove:
    rule = rule_for(move.code, move.old_due)
    return ClockMove(
        petition=move.petition_number,
        clock=move.code,
        name=rule.name_zh if language == "zh" else rule.name_en,
        old_due=move.old_due,
        new_due=move.new_due,
        edition=move.edition,
        setting=move.setting,
    )


def _edition(edition: CalendarEdition, actors: Actors) -> EditionOut:
    return EditionOut(
        version=edition.version,
        kind=edition.kind,
        source=edition.source,
        reason=edition.reason,
        actor=Named(id=edition.actor, name=actors.name(edition.actor)),
        loaded_at=edition.loaded_at,
    )
