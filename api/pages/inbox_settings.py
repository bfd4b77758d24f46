"""What a person sets in the inbox: filter, saved filters, columns. Plain forms."""

from typing import Annotated

from fastapi import APIRouter, Form, Path, Response
from fastapi.responses import RedirectResponse

from api.deps import NowDep, PersonDep, SessionDep
from api.pages.inbox_view import Address
from api.queries.inbox_columns import SORTS, columns_of, kept_columns, sort_of
from api.queries.inbox_filter import Due, Scope, Sort
from api.shapes.common import Code, Search, Words
from api.shapes.inbox import FilterSpec
from records.inbox.people import choose, keep_filter, remove_filter, save_filter

router = APIRouter(include_in_schema=False, prefix="/inbox")
Codes = Annotated[list[Code], Form(max_length=50)]
ScopeField = Annotated[Scope | None, Form()]
SortField = Annotated[Sort | None, Form()]
GroupField = Annotated[Code, Form()]
IdField = Annotated[str, Form(max_length=36)]


@router.post("/filter")
def filter_set(
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
    scope: ScopeField = None,
    group: GroupField = "",
    sort: SortField = None,
    q: Annotated[Search, Form()] = "",
    category: Codes = [],  # noqa: B006
    due: Annotated[list[Due], Form(max_length=5)] = [],  # noqa: B006
    unit: Codes = [],  # noqa: B006
    channel: Codes = [],  # noqa: B006
    content_class: Codes = [],  # noqa: B006
    flag: Codes = [],  # noqa: B006
    element: Codes = [],  # noqa: B006
) -> Response:
    """Keep the filter and show its list: the address has its id only."""
    spec = FilterSpec(
        q=q,
        category=_chosen(category),
        due=due,
        unit=_chosen(unit),
        channel=_chosen(channel),
        content_class=_chosen(content_class),
        flag=_chosen(flag),
        element=_chosen(element),
    ).stored()
    kept = keep_filter(session, person, spec, now) if spec else None
    if sort and sort != sort_of(session, person):
        choose(session, person, list(columns_of(session, person)), sort)
    return _back(Address(scope, group or None, kept, sort))


@router.post("/filters")
def filter_saved(
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
    f: IdField,
    name: Annotated[Words, Form(max_length=60)],
    unit: Annotated[Code, Form()] = "",
    scope: ScopeField = None,
    group: GroupField = "",
    sort: SortField = None,
) -> Response:
    """Save the filter under a name, for oneself or for a unit."""
    saved = save_filter(session, person, f, name, unit or None, now)
    return _back(Address(scope, group or None, saved, sort))


@router.post("/filters/{filter_id}/removal")
def filter_removed(
    filter_id: Annotated[str, Path(max_length=36)],
    person: PersonDep,
    session: SessionDep,
    scope: ScopeField = None,
    sort: SortField = None,
) -> Response:
    """Remove a saved filter."""
    remove_filter(session, person, filter_id)
    return _back(Address(scope, None, None, sort))


@router.post("/columns")
def columns_set(
    person: PersonDep,
    session: SessionDep,
    column: Codes = [],  # noqa: B006
    scope: ScopeField = None,
    group: GroupField = "",
    f: IdField = "",
    sort: SortField = None,
) -> Response:
    """Choose the columns, and keep the order shown for the next time."""
    kept = sort if sort in SORTS else sort_of(session, person)
    choose(session, person, kept_columns(column), kept)
    return _back(Address(scope, group or None, f or None, sort))


def _chosen(codes: list[str]) -> list[str]:
    """Without the empty choice of a list."""
    return [code for code in codes if code]


def _back(where: Address) -> Response:
    return RedirectResponse(f"/?{where.query()}", status_code=303)
