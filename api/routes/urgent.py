"""Grave and urgent matters of a petition: report them, log what is done (article 25)."""

from fastapi import APIRouter

from api.actions.requests.urgent import log_measure, report_urgent
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep, SessionDep
from api.queries.reader import reader_of
from api.queries.urgent import urgent_views
from api.queries.visibility import visible_petition
from api.routes.petitions import NumberInPath
from api.routes.responses import errors
from api.shapes.common import shanghai
from api.shapes.urgent import MeasureIn, UrgentReportIn, UrgentReportOut

router = APIRouter(prefix="/api/petitions/{number}/urgent-reports", tags=["urgent"])


@router.get("", responses=errors(401, 404))
def get_urgent_reports(
    number: NumberInPath, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> list[UrgentReportOut]:
    """The urgent reports of a petition, each with its log."""
    petition = visible_petition(session, person, number)
    return urgent_views(reader_of(session, person, petition, language, shanghai(now).date()), now)


@router.post("", status_code=201, responses=errors(400, 401, 403, 404, 409, 422))
def post_urgent_report(
    number: NumberInPath,
    given: UrgentReportIn,
    person: PersonDep,
    session: SessionDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
) -> UrgentReportOut:
    """Report that a petition is grave or urgent, from wherever it is; the main procedure goes on.

    Telephone and written report are due within the hours that the office has set.
    """
    petition = visible_petition(session, person, number)
    report_urgent(session, person, petition, given, settings=runtime.settings, now=now)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return urgent_views(reader, now)[-1]


@router.post("/measures", status_code=201, responses=errors(400, 401, 403, 404, 409, 422))
def post_measure(
    number: NumberInPath,
    given: MeasureIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> UrgentReportOut:
    """Log what was done about the open report."""
    petition = visible_petition(session, person, number)
    log_measure(session, person, petition, given, now=now)
    reader = reader_of(session, person, petition, language, shanghai(now).date())
    return urgent_views(reader, now)[-1]
