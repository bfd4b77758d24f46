"""The year calendar in the database, as the law reads it: seeded once, editable afterwards."""

from datetime import datetime
from threading import Lock

from sqlmodel import Session, col, select

from law.calendar import CalendarDay, DayKind, WorkCalendar
from records.models import CalendarEdition, WorkDay

# Years the first edition covers: those announced, and enough ahead for any running period.
FIRST_YEAR = 2004
YEARS_AHEAD = 5

_loaded: dict[str, WorkCalendar] = {}
_loading = Lock()


class CalendarMissing(Exception):
    """The work calendar is empty. Start Xinfang once: it fills the calendar."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


def seed_work_calendar(session: Session, *, now: datetime) -> None:
    """Fill an empty calendar from the libraries; a filled one is left alone."""
    if session.exec(select(CalendarEdition.id).limit(1)).first() is not None:
        return
    # Imported here: the holiday libraries are large and needed once in a data directory's life.
    from law.calendar_seed import VERSION, seed_calendar

    for day in seed_calendar(FIRST_YEAR, now.year + YEARS_AHEAD).days:
        session.add(
            WorkDay(
                date=day.date,
                kind=day.kind,
                name=day.name,
                source=day.source,
                is_provisional=day.provisional,
            )
        )
    session.add(CalendarEdition(version=VERSION, loaded_at=now))


def load_calendar(session: Session) -> WorkCalendar:
    """The newest edition; read once per process and edition. Raises CalendarMissing."""
    version = session.exec(
        select(CalendarEdition.version).order_by(col(CalendarEdition.id).desc()).limit(1)
    ).first()
    if version is None:
        raise CalendarMissing
    with _loading:
        if version not in _loaded:
            days = session.exec(select(WorkDay)).all()
            _loaded[version] = WorkCalendar(
                (
                    CalendarDay(
                        day.date, DayKind(day.kind), day.name, day.source, day.is_provisional
                    )
                    for day in days
                ),
                version=version,
            )
        return _loaded[version]
