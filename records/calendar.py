"""The work calendar: seeded, topped up, edited day by day, replaced year by year by the notices."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from law.calendar import CalendarDay, WorkCalendar
from law.sources import cite_basis
from records import audit
from records.calendar_editions import (
    CalendarChanged,
    CalendarMissing,
    EditionNotFound,
    add_edition,
    has_editions,
    list_editions,
    load_calendar,
    next_version,
)
from records.models.calendar import EditionKind

__all__ = [
    "CalendarChange",
    "CalendarChanged",
    "CalendarMissing",
    "EditionNotFound",
    "list_editions",
    "load_calendar",
    "make_edition",
    "plan_day",
    "plan_notice",
    "seed_work_calendar",
]

# Years the first edition covers: those announced, and enough ahead for any running period.
FIRST_YEAR = 2004
YEARS_AHEAD = 5
SETUP = "setup"
LONGEST_SOURCE = 200


@dataclass(frozen=True)
class CalendarChange:
    """An edition to come beside the one it is derived from; nothing is written yet."""

    before: WorkCalendar
    after: WorkCalendar
    kind: EditionKind
    source: str

    @property
    def days(self) -> list[tuple[CalendarDay, CalendarDay]]:
        """What changes: each day before and after; empty when nothing does."""
        return self.before.changes_to(self.after)


def seed_work_calendar(session: Session, *, now: datetime) -> None:
    """Fill an empty calendar, or add the provisional years that it does not reach yet."""
    last_year = now.year + YEARS_AHEAD
    # The holiday libraries are large, and most starts find nothing to add: imported when needed.
    if not has_editions(session):
        from law.calendar_seed import VERSION, seed_calendar

        before, after = None, seed_calendar(FIRST_YEAR, last_year)
    else:
        before = load_calendar(session)
        listed = {day.date.year for day in before.days}
        missing = [year for year in range(FIRST_YEAR, last_year + 1) if year not in listed]
        if not missing:
            return
        from law.calendar_seed import VERSION, provisional_days

        added = [day for year in missing for day in provisional_days(year)]
        if not added:
            return
        version = next_version(session, f"seed-{last_year}")
        after = WorkCalendar([*before.days, *added], version=version)
    add_edition(session, before, after, kind=EditionKind.seed, source=VERSION, actor=SETUP, now=now)


def plan_day(session: Session, day: CalendarDay) -> CalendarChange:
    """The newest edition with one day as given.

    Raises law.errors.DayKindUnfit, UnknownBasis (its source is no id of law.sources).
    """
    cite_basis(day.source)
    before = load_calendar(session)
    on = day.date.isoformat()
    after = before.with_day(day, version=next_version(session, f"edit-{on}"))
    return CalendarChange(before, after, EditionKind.edit, on)


def plan_notice(session: Session, text: str, source: str = "") -> CalendarChange:
    """The newest edition with the years of a notice replaced by what it says.

    `source` names the notice where its text does not. Raises what law.holiday_notice raises.
    """
    from law.holiday_notice import read_notice

    notice = read_notice(text)
    before = load_calendar(session)
    years = "-".join(str(year) for year in sorted({notice.years[0], notice.years[-1]}))
    after = notice.applied_to(before, version=next_version(session, f"notice-{years}"))
    name = source or notice.number or f"notice {years}"
    return CalendarChange(before, after, EditionKind.notice, name[:LONGEST_SOURCE])


def make_edition(
    session: Session, change: CalendarChange, *, actor: str, now: datetime, reason: str = ""
) -> bool:
    """Write the change as the newest edition; False, and nothing written, when nothing changes.

    Running clocks follow with records.clocks.moves. Raises CalendarChanged.
    """
    if not change.days:
        return False
    add_edition(
        session,
        change.before,
        change.after,
        kind=change.kind,
        source=change.source,
        actor=actor,
        reason=reason,
        now=now,
    )
    audit.record(
        session,
        now=now,
        actor=actor,
        action="change_calendar",
        kind=change.kind,
        edition=change.after.version,
        days=len(change.days),
    )
    return True
