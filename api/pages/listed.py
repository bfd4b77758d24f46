"""From which list of the inbox a task was opened: kept in the address, for the next case."""

from typing import Annotated
from urllib.parse import parse_qs, urlsplit

from fastapi import Depends, Request

from api.pages.inbox_view import AddressDep, query_of

NAMES = ("scope", "group", "f", "sort")


def get_listed(where: AddressDep) -> str:
    """The list that the address names, as a query; empty when it names none."""
    return where.query()


ListedDep = Annotated[str, Depends(get_listed)]


def list_shown(request: Request) -> str:
    """The query of the list that the browser shows while htmx changes one of its rows."""
    asked = parse_qs(urlsplit(request.headers.get("hx-current-url", "")).query)
    return query_of({name: asked.get(name, [""])[0] for name in NAMES})
