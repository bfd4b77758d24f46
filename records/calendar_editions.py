"""Editions of the work calendar in the database: read, listed, added; none is ever lost."""

from datetime import date, datetime
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlmodel import Session, col, or_, select

from law.calendar import CalendarDay, DayKind, WorkCalendar
from records.errors import RecordsError
from records.models import CalendarEdition, WorkDay
from records.models.calendar import EditionKind
from records.models.petition import new_id

_loaded: "WeakKeyDictionary[Engine, dict[str, WorkCalendar]]" = WeakKeyDictionary()
_loading = Lock()


class CalendarMissing(Exception):
    """The work calendar is empty. Start Xinfang once: it fills the calendar."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class EditionNotFound(RecordsError):
    """There is no such edition of the work calendar. `./xinfang calendar status` lists them."""


class CalendarChanged(RecordsError):
    """The work calendar was changed meanwhile. Look at the change again, then confirm it."""


def load_calendar(session: Session, version: str | None = None) -> WorkCalendar:
    """The newest edition, or the one of this name; read once per process.

    Raises CalendarMissing when there is none at all, EditionNotFound.
    """
    if version is None:
        version = newest_version(session)
    with _loading:
        editions = _loaded.setdefault(session.get_bind().engine, {})
    if version not in editions:
        editions[version] = _read(session, version)
    return editions[version]


def newest_version(session: Session) -> str:
    """The name of the newest edition. Raises CalendarMissing."""
    newest = select(CalendarEdition.version).order_by(col(CalendarEdition.id).desc()).limit(1)
    version = session.exec(newest).first()
    if version is None:
        raise CalendarMissing
    return version


def list_editions(session: Session) -> list[CalendarEdition]:
    """Every edition with where it came from, the newest first."""
    return list(session.exec(select(CalendarEdition).order_by(col(CalendarEdition.id).desc())))


def next_version(session: Session, what: str) -> str:
    """A name for an edition to come: its number, what makes it, and what tells it from others."""
    # One that is planned and never written must not share its name with the one that is.
    return f"{len(list_editions(session)) + 1}-{what}-{new_id()[:8]}"


def has_editions(session: Session) -> bool:
    """Whether there is an edition; waits for those who are adding one."""
    # The first row stands for the whole: whoever holds it may add an edition.
    first = select(CalendarEdition).order_by(col(CalendarEdition.id)).limit(1)
    return session.exec(first.with_for_update()).first() is not None


def add_edition(
    session: Session,
    before: WorkCalendar | None,
    after: WorkCalendar,
    *,
    kind: EditionKind,
    source: str,
    actor: str,
    now: datetime,
    reason: str = "",
) -> None:
    """Write `after` as the newest edition; `before` is the one it was derived from.

    Raises CalendarChanged when `before` is no longer the newest.
    """
    is_known = has_editions(session)
    if is_known and (before is None or newest_version(session) != before.version):
        raise CalendarChanged
    edition = CalendarEdition(
        version=after.version, kind=kind, source=source, reason=reason, actor=actor, loaded_at=now
    )
    session.add(edition)
    session.flush()
    number = int(edition.id or 0)
    known, wanted = set(before.days if before else ()), set(after.days)
    _close(session, {day.date for day in known - wanted}, number)
    session.add_all(
        WorkDay(
            date=day.date,
            edition_from=number,
            kind=day.kind,
            name=day.name,
            source=day.source,
            is_provisional=day.provisional,
        )
        for day in wanted - known
    )
    session.flush()


def _close(session: Session, dates: set[date], number: int) -> None:
    if not dates:
        return
    for row in session.exec(select(WorkDay).where(col(WorkDay.edition_to).is_(None))):
        if row.date in dates:
            row.edition_to = number
            session.add(row)


def _read(session: Session, version: str) -> WorkCalendar:
    number = session.exec(
        select(CalendarEdition.id).where(CalendarEdition.version == version)
    ).first()
    if number is None:
        raise EditionNotFound
    rows = session.exec(
        select(WorkDay).where(
            WorkDay.edition_from <= number,
            or_(col(WorkDay.edition_to).is_(None), col(WorkDay.edition_to) > number),
        )
    )
    days = (
        CalendarDay(row.date, DayKind(row.kind), row.name, row.source, row.is_provisional)
        for row in rows
    )
    return WorkCalendar(days, version=version)
