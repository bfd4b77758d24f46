"""Every page there is, with who opens it and where: for tests that look at all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi.routing import APIRoute

from api.pages import ROUTERS
from records.demo import BUREAU
from records.inbox.people import keep_filter
from records.models import User
from records.models.notification import NotificationKind
from records.notifications.notify import About, notify
from records.people import person_of
from tests.api.office import HOUSING, Office
from tests.api.sealed_cases import sealed_case
from tests.api.test_visibility import issue

# Parts of pages, which stand in a page when they are seen.
PARTS = {"/notifications/bell", "/tasks/{key}/work"}
# What leads on to a page, or is no page.
NO_PAGES = {
    *("/sign-in/provider", "/sign-in/provider/return", "/tasks/next"),
    *("/inbox/events", "/inbox/tasks.csv", "/inbox/tasks.xlsx"),
}


@dataclass(frozen=True)
class Opened:
    """A page as somebody opens it; `route` is the path of its route."""

    route: str
    user: str | None
    address: str


def page_routes() -> set[str]:
    """The path of every page that can be opened."""
    return set(_paths()) - PARTS - NO_PAGES


def _paths() -> Iterator[str]:
    for router in ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute) and "GET" in route.methods:
                yield route.path


def every_page(office: Office) -> list[Opened]:
    """An office where something happened, and each of its pages; some are opened by several."""
    petition = office.petition()
    office.at_unit(petition)
    office.clock_for(petition)
    held = office.task(petition, "handle_petition", (f"handler@{HOUSING}",))
    document = issue(office, petition)
    free = office.task(office.petition("公园路灯不亮"), groups=(f"classifier@{BUREAU}",))
    sealed = sealed_case(office, 1)
    with office.database.transaction() as session:
        about = About(petition_id=petition.id, task_key=held, element_id="handle_petition")
        for kind in (NotificationKind.task_urged, NotificationKind.task_assigned):
            notify(session, kind, ["handler_zj"], about, key=kind, now=office.clock.now())
        clerk = person_of(session, session.get_one(User, "classifier"))
        kept = keep_filter(session, clerk, {"due": ["overdue"], "q": "路灯"}, office.clock.now())
    number = petition.number
    case = f"/petitions/{number}"
    return [
        Opened("/sign-in", None, "/sign-in"),
        Opened("/public/{query_code}", None, f"/public/{petition.query_code}"),
        Opened("/", "classifier", "/?scope=free"),
        Opened("/", "handler_zj", "/?scope=mine"),
        Opened("/", "classifier", f"/?scope=free&f={kept}"),
        Opened("/tasks/{key}", "classifier", f"/tasks/{free}"),
        Opened("/tasks/{key}", "unit_leader_zj", f"/tasks/{held}"),
        Opened("/account", "handler_zj", "/account"),
        Opened("/admin/people", "admin", "/admin/people"),
        Opened("/admin/people/{user_id}", "admin", "/admin/people/handler_zj"),
        Opened("/admin/units", "admin", "/admin/units"),
        Opened("/admin/absences", "admin", "/admin/absences"),
        Opened("/answer-templates", "unit_leader_zj", "/answer-templates"),
        Opened("/window", "clerk", "/window"),
        Opened("/window/receipts/{number}", "clerk", f"/window/receipts/{number}"),
        Opened("/petitions", "unit_leader_zj", "/petitions"),
        Opened("/petitions/new", "clerk", "/petitions/new"),
        Opened("/petitions/{number}", "unit_leader_zj", f"/petitions/{number}"),
        Opened("/petitions/{number}", "leader", f"/petitions/{number}"),
        Opened("/petitions/{number}/record", "clerk", f"{case}/record"),
        Opened("/petitions/{number}/timeline", "leader", f"{case}/timeline"),
        Opened(
            "/petitions/{number}/timeline/{instance_key}", "leader", f"{case}/timeline/{held - 5}"
        ),
        Opened(
            "/petitions/{number}/documents/{document_id}/service",
            "handler_zj",
            f"{case}/documents/{document}/service",
        ),
        Opened("/notifications", "handler_zj", "/notifications"),
        Opened("/notifications", "clerk", "/notifications"),
        Opened("/settings", "handler_zj", "/settings"),
        Opened("/calendar", "admin", "/calendar"),
        Opened("/law", "clerk", "/law"),
        Opened("/law/{number}", "clerk", "/law/34"),
        Opened("/sealed", "sealed", "/sealed"),
        Opened("/sealed/{number}/looks", "sealed", f"/sealed/{sealed.petition.number}/looks"),
        Opened("/suggestions", "manager", "/suggestions"),
        Opened("/nothing", "clerk", "/nothing"),
    ]
