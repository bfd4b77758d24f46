"""The inbox. Its address says tab, queue, order, the id of a filter; never what is looked for."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlmodel import Session

from api.deps import InboxKept, LanguageDep, NowDep, PersonDep, ReadingDep
from api.language import Language
from api.pages.inbox_sheet import MOST_LINES
from api.pages.inbox_view import Address, AddressDep, spec_of, wanted_of
from api.pages.render import render
from api.queries.actors import Actors
from api.queries.asked_tasks import asked_tasks
from api.queries.inbox_columns import COLUMNS, SORTED, SORTS, columns_of, sort_of
from api.queries.inbox_counts import Count, queue_counts, tab_count
from api.queries.inbox_filter import Scope
from api.queries.inbox_options import chosen_words, filter_choices
from api.queries.inbox_rows import task_page
from api.queries.inbox_tabs import tabs_of
from api.routes.params import Cursor
from api.shapes.common import Named, shanghai
from records.inbox.keep import newest_arrival
from records.inbox.people import saved_filters, units_of, visible_filter
from records.people import Person, unit_names
from records.task_work.people import people_led

router = APIRouter(include_in_schema=False)
ROWS = 25
# A queue with nothing in it is shown while there are few.
MANY_QUEUES = 8


@router.get("/", dependencies=[InboxKept])
def inbox_page(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    where: AddressDep,
    cursor: Cursor = None,
    done: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """Tasks of the chosen tab; htmx asks for more rows only."""
    spec = spec_of(session, person, where)
    sort = where.sort or sort_of(session, person)
    # Nothing of one's own: show what can be taken.
    scope: Scope = where.scope or "mine"
    if where.scope is None and not tab_count(session, person, "mine").number:
        scope = "free"
    wanted = wanted_of(spec, where, scope=scope, sort=sort, now=now)
    page = task_page(session, person, wanted, limit=ROWS, cursor=cursor, language=language)
    here = replace(where, scope=scope, sort=sort, group=wanted.group)
    context: dict[str, Any] = {
        "tasks": page.tasks,
        "columns": columns_of(session, person),
        "following": f"/?{here.query(cursor=page.next)}" if page.next else None,
        "message": "",
        "listed": here.query(),
    }
    if "hx-request" in request.headers and cursor is not None:
        return render(request, "_inbox_rows.html", **context)
    choices = filter_choices(
        session, person, scope, spec, today=shanghai(now).date(), language=language
    )
    return render(
        request,
        "inbox.html",
        **context,
        scope=scope,
        sort=sort,
        here_query=here.query(),
        address=here,
        tabs=_tabs(session, person, here),
        queues=_queues(session, person, here, language) if scope == "free" else [],
        spec=spec,
        choices=choices,
        chosen=chosen_words(choices),
        is_filtered=bool(spec.stored()),
        sorts=[(one, here.query(sort=one)) for one in SORTS],
        headers=_headers(here, sort),
        all_columns=COLUMNS,
        saved=_saved(session, person, here),
        share_units=_units(session, person),
        current=_current(session, person, here),
        since=newest_arrival(session),
        most_lines=MOST_LINES,
        asked=asked_tasks(session, person, language),
        assignees=people_led(session, person),
        is_end_of_list=done == "none_next",
    )


def _tabs(session: Session, person: Person, here: Address) -> list[tuple[Scope, str, Count]]:
    """Tab, address, count; filter and order stay when one changes the tab."""
    return [
        (scope, here.query(scope=scope, group=None), tab_count(session, person, scope))
        for scope in tabs_of(person)
    ]


def _queues(
    session: Session, person: Person, here: Address, language: Language
) -> list[tuple[str, str, Count, bool]]:
    """Name, address, count of each queue, and whether it is the one shown."""
    actors = Actors(session, language)
    counts = queue_counts(session, person)
    return [
        (actors.group(group), here.query(group=group), count, group == here.group)
        for group, count in counts.items()
        if count.number or group == here.group or len(counts) <= MANY_QUEUES
    ]


def _headers(here: Address, sort: str) -> dict[str, tuple[str, str]]:
    """Of each column that can be sorted: the address that does, and aria-sort."""
    found = {}
    for column in ("number", *SORTED):
        is_up = sort == column
        said = "ascending" if is_up else "descending" if sort == f"-{column}" else "none"
        found[column] = (here.query(sort=f"-{column}" if is_up else column), said)
    return found


def _saved(session: Session, person: Person, here: Address) -> list[dict[str, Any]]:
    kept = saved_filters(session, person)
    units = unit_names(session, {one.unit_id for one in kept if one.unit_id})
    return [
        {
            "id": one.id,
            "name": one.name,
            "query": here.query(f=one.id),
            "unit": units.get(one.unit_id or ""),
            "is_mine": one.user_id == person.id,
            "is_shown": one.id == here.filter_id,
        }
        for one in kept
    ]


def _units(session: Session, person: Person) -> list[Named]:
    names = unit_names(session, {*units_of(person)})
    return [Named(id=key, name=name) for key, name in names.items()]


def _current(session: Session, person: Person, here: Address) -> str:
    """The name under which the filter shown is saved; empty: under none."""
    return visible_filter(session, person, here.filter_id).name if here.filter_id else ""
