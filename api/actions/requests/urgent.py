"""Raising an urgent report, and logging what is done: who may, then what the records do."""

from datetime import datetime

from sqlmodel import Session

from api.errors import RoleMissing
from api.queries.visibility import units_of
from api.shapes.urgent import MeasureIn, UrgentReportIn
from law.urgent import ReportForm
from records.models import Petition, UrgentReport
from records.models.urgent import UrgentActKind
from records.people import Person
from records.urgent import get_open, log_act, raise_urgent_report
from settings import Settings

RAISING = ("window_clerk", "classifier", "supervisor", "bureau_leader")
RAISING_AT_UNIT = ("acceptance_clerk", "handler", "unit_leader")


def may_report_urgent(session: Session, person: Person, petition: Petition) -> bool:
    """At the bureau of the petition, or in a unit that has a matter; never about a sealed one."""
    if petition.is_sealed:
        return False
    units = {petition.bureau_id, *units_of(session, petition)}
    at_unit = units & {*person.units_with(*RAISING_AT_UNIT)}
    return bool(at_unit) or person.has(*RAISING, at=petition.bureau_id)


def report_urgent(
    session: Session,
    person: Person,
    petition: Petition,
    given: UrgentReportIn,
    *,
    settings: Settings,
    now: datetime,
) -> UrgentReport:
    """Raise it. Raises RoleMissing, UrgentReportOpen, KnownInFuture."""
    if not may_report_urgent(session, person, petition):
        raise RoleMissing
    return raise_urgent_report(
        session,
        petition,
        kind=given.kind,
        situation=given.situation,
        known_at=given.known_at or now,
        raised_by=person.id,
        now=now,
        hours=hours_of(settings),
        conduct=given.conduct,
        is_serious=given.is_serious,
    )


def log_measure(
    session: Session, person: Person, petition: Petition, given: MeasureIn, *, now: datetime
) -> None:
    """Log what was done. Raises RoleMissing, NoUrgentReport."""
    if not may_report_urgent(session, person, petition):
        raise RoleMissing
    report = get_open(session, petition.id)
    log_act(session, report, UrgentActKind.measure, actor=person.id, now=now, text=given.text)


def hours_of(settings: Settings) -> dict[ReportForm, int]:
    """The hours that the office has set."""
    return {
        ReportForm.phone: settings.urgent_phone_hours,
        ReportForm.written: settings.urgent_written_hours,
    }
