"""Grave and urgent matters (article 25): raising a report, its log, and its end.

A report runs in a process of its own, beside the petition's, which goes on.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from law.order import Conduct
from law.urgent import ReportForm, UrgentKind, report_limits
from records import audit, outbox
from records.errors import RecordsError
from records.models import Petition, UrgentAct, UrgentReport
from records.models.urgent import UrgentActKind

PROCESS_ID = "urgent_report"


class UrgentReportOpen(RecordsError):
    """An urgent report about this petition is open already. Add to it what is new."""


class NoUrgentReport(RecordsError):
    """No urgent report about this petition is open. Raise one first."""


class KnownInFuture(RecordsError):
    """It cannot have become known later than now. Check the time."""

    field = "known_at"


def raise_urgent_report(
    session: Session,
    petition: Petition,
    *,
    kind: UrgentKind,
    situation: str,
    known_at: datetime,
    raised_by: str,
    now: datetime,
    hours: Mapping[ReportForm, int] | None = None,
    conduct: Conduct | None = None,
    is_serious: bool = False,
) -> UrgentReport:
    """Record it and start its process; the main one is not touched.

    Raises UrgentReportOpen, KnownInFuture.
    """
    session.get(Petition, petition.id, with_for_update=True)  # one at a time
    if find_open(session, petition.id):
        raise UrgentReportOpen
    if known_at > now:
        raise KnownInFuture
    limits = report_limits(known_at, hours)
    report = UrgentReport(
        petition_id=petition.id,
        kind=kind,
        situation=situation,
        conduct=conduct,
        is_serious=is_serious,
        known_at=known_at,
        raised_by=raised_by,
        raised_at=now,
        phone_due_at=limits[ReportForm.phone].due,
        written_due_at=limits[ReportForm.written].due,
    )
    session.add(report)
    session.flush()
    audit.record(
        session,
        now=now,
        actor=raised_by,
        action="raise_urgent_report",
        petition_id=petition.id,
        urgent=report.id,
        kind=kind.value,
    )
    outbox.start_process(
        session,
        PROCESS_ID,
        petition.id,
        {"urgent_id": report.id, "bureau": petition.bureau_id},
        ordering_key=report.id,
        now=now,
    )
    return report


def log_act(
    session: Session,
    report: UrgentReport,
    kind: UrgentActKind,
    *,
    actor: str,
    now: datetime,
    text: str = "",
) -> UrgentAct:
    """Add an entry to the log; what people wrote stays in it, the trail has the kind only."""
    act = UrgentAct(urgent_id=report.id, kind=kind, text=text, actor=actor, at=now)
    session.add(act)
    audit.record(
        session,
        now=now,
        actor=actor,
        action="log_urgent_act",
        petition_id=report.petition_id,
        urgent=report.id,
        kind=kind.value,
    )
    return act


def log_once(
    session: Session, report: UrgentReport, kind: UrgentActKind, *, actor: str, now: datetime
) -> None:
    """The same of what the engine may say twice."""
    known = select(UrgentAct.id).where(UrgentAct.urgent_id == report.id, UrgentAct.kind == kind)
    if session.exec(known.limit(1)).first() is None:
        log_act(session, report, kind, actor=actor, now=now)


def find_open(session: Session, petition_id: str) -> UrgentReport | None:
    """The report of this petition that is open."""
    return session.exec(
        select(UrgentReport).where(
            UrgentReport.petition_id == petition_id, col(UrgentReport.closed_at).is_(None)
        )
    ).first()


def get_open(session: Session, petition_id: str) -> UrgentReport:
    """The same. Raises NoUrgentReport."""
    report = find_open(session, petition_id)
    if report is None:
        raise NoUrgentReport
    return report


def get_report(session: Session, urgent_id: str) -> UrgentReport:
    """The report with this id, locked until the transaction ends. Raises NoUrgentReport."""
    report = session.get(UrgentReport, urgent_id, with_for_update=True)
    if report is None:
        raise NoUrgentReport
    return report


def reports_of(session: Session, petition_id: str) -> list[UrgentReport]:
    """Every report about a petition, oldest first."""
    return list(
        session.exec(
            select(UrgentReport)
            .where(UrgentReport.petition_id == petition_id)
            .order_by(col(UrgentReport.raised_at), col(UrgentReport.id))
        )
    )


def acts_of(session: Session, urgent_id: str) -> list[UrgentAct]:
    """The log, oldest first."""
    return list(
        session.exec(
            select(UrgentAct)
            .where(UrgentAct.urgent_id == urgent_id)
            .order_by(col(UrgentAct.at), col(UrgentAct.id))
        )
    )
