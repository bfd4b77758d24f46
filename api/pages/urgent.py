"""The small forms of an urgent report on the case page."""

from fastapi import APIRouter, Response

from api.actions.requests.urgent import log_measure, report_urgent
from api.deps import RuntimeDep
from api.pages.case_requests import TypedDep, read_typed, try_on_page
from api.pages.petition import ChangingPage
from api.routes.petitions import NumberInPath
from api.shapes.urgent import MeasureIn, UrgentReportIn

router = APIRouter(include_in_schema=False, prefix="/petitions/{number}/urgent-reports")


@router.post("")
def urgent_submitted(
    number: NumberInPath, page: ChangingPage, typed: TypedDep, runtime: RuntimeDep
) -> Response:
    """Report that the petition is grave or urgent."""

    def act() -> str:
        given = read_typed(UrgentReportIn, typed)
        report_urgent(
            page.session,
            page.person,
            page.petition,
            given,
            settings=runtime.settings,
            now=page.now,
        )
        return "urgent_reported"

    return try_on_page(page, number, "urgent", typed, act)


@router.post("/measures")
def measure_submitted(number: NumberInPath, page: ChangingPage, typed: TypedDep) -> Response:
    """Log what was done."""

    def act() -> str:
        given = read_typed(MeasureIn, typed)
        log_measure(page.session, page.person, page.petition, given, now=page.now)
        return "measure_logged"

    return try_on_page(page, number, "measure", typed, act)
