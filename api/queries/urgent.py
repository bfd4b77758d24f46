"""The urgent reports of a case, each with its log (article 25)."""

from datetime import datetime

from api.queries.reader import Reader
from api.shapes.urgent import UrgentActOut, UrgentReportOut
from law.order import OrderStep, order_steps
from records.models import UrgentReport
from records.models.urgent import UrgentActKind
from records.urgent import acts_of, reports_of

COLUMNS = (
    *("kind", "situation", "conduct", "known_at", "phone_due_at", "written_due_at"),
    *("phoned_at", "written_at", "closed_at"),
)


def urgent_views(reader: Reader, now: datetime) -> list[UrgentReportOut]:
    """Every report, oldest first."""
    return [_view(reader, one, now) for one in reports_of(reader.session, reader.petition.id)]


def _view(reader: Reader, report: UrgentReport, now: datetime) -> UrgentReportOut:
    acts = acts_of(reader.session, report.id)
    reader.actors.load([report.raised_by, *(one.actor for one in acts)])
    return UrgentReportOut(
        **report.model_dump(include={*COLUMNS}),
        order_steps=_order(report),
        raised_by=reader.actor(report.raised_by),
        is_phone_late=(report.phoned_at or now) > report.phone_due_at,
        is_written_late=(report.written_at or now) > report.written_due_at,
        acts=[
            UrgentActOut(
                kind=one.kind,
                # An update is kept as a document; its entry carries what the engine calls it.
                text="" if one.kind is UrgentActKind.update else one.text,
                actor=reader.actor(one.actor),
                at=one.at,
            )
            for one in acts
        ],
    )


def _order(report: UrgentReport) -> list[OrderStep]:
    if report.conduct is None:
        return []
    return order_steps(report.conduct, is_serious=report.is_serious, may_affect_public=True)
