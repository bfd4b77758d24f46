"""From which list of the inbox a task was opened: kept in the address, for the next case."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import parse_qs, urlencode, urlsplit

from fastapi import Depends, Query, Request

from api.queries.inbox_filter import InboxFilter, Scope
from api.shapes.common import Code, Search


@dataclass(frozen=True)
class Listed:
    """The filter of the list, and the same as a query of an address."""

    filter: InboxFilter
    query: str


def get_listed(
    scope: Scope = "mine",
    element: Annotated[Code | None, Query()] = None,
    q: Annotated[Search | None, Query()] = None,
    due_before: Annotated[date | str | None, Query(max_length=10)] = None,
) -> Listed:
    """The list that the address names; one's own tasks when it names none."""
    before = due_before if isinstance(due_before, date) else None
    return Listed(
        InboxFilter(scope, None, element or None, q or None, before),
        list_query(scope, element or "", q or "", before.isoformat() if before else ""),
    )


ListedDep = Annotated[Listed, Depends(get_listed)]


def list_query(scope: str, element: str, q: str, due_before: str) -> str:
    """The filter of a list as a query; what is empty is left out."""
    asked = {"scope": scope, "element": element, "q": q, "due_before": due_before}
    return urlencode({name: value for name, value in asked.items() if value})


def list_shown(request: Request) -> str:
    """The query of the list that the browser shows while htmx changes one of its rows."""
    asked = parse_qs(urlsplit(request.headers.get("hx-current-url", "")).query)
    scope, element, q, due_before = (
        asked.get(name, [""])[0] for name in ("scope", "element", "q", "due_before")
    )
    return list_query(scope, element, q, due_before)
