"""Every page there is, with who opens it and where: for tests that look at all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi.routing import APIRoute

from api.pages import ROUTERS
from records.demo import BUREAU
from records.models.notification import NotificationKind
from records.notifications.notify import About, notify
from tests.api.office import HOUSING, Office
from tests.api.sealed_cases import sealed_case

# Parts of pages, which stand in a page when they are seen.
PARTS = {"/notifications/bell"}


@dataclass(frozen=True)
class Opened:
    """A page as somebody opens it; `route` is the path of its route."""

    route: str
    user: str | None
    address: str


def page_routes() -> set[str]:
    """The path of every page that can be opened."""
    return set(_paths()) - PARTS


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
    free = office.task(office.petition("公园路灯不亮"), groups=(f"classifier@{BUREAU}",))
    sealed = sealed_case(office, 1)
    with office.database.transaction() as session:
        about = About(petition_id=petition.id, task_key=held, element_id="handle_petition")
        for kind in (NotificationKind.task_urged, NotificationKind.task_assigned):
            notify(session, kind, ["handler_zj"], about, key=kind, now=office.clock.now())
    number = petition.number
    return [
        Opened("/sign-in", None, "/sign-in"),
        Opened("/public/{query_code}", None, f"/public/{petition.query_code}"),
        Opened("/", "classifier", "/?scope=free"),
        Opened("/", "handler_zj", "/?scope=mine&q=none"),
        Opened("/tasks/{key}", "classifier", f"/tasks/{free}"),
        Opened("/tasks/{key}", "unit_leader_zj", f"/tasks/{held}"),
        Opened("/petitions", "unit_leader_zj", "/petitions"),
        Opened("/petitions/new", "clerk", "/petitions/new"),
        Opened("/petitions/{number}", "unit_leader_zj", f"/petitions/{number}"),
        Opened("/petitions/{number}", "leader", f"/petitions/{number}"),
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
