"""The inbox: open tasks by person, group or unit, a page at a time.

A short list is gathered and sorted. A long one (more than `SHORT_LIST` tasks in the groups asked
for) is read in its order along an index, so that a page costs the same with a hundred tasks as with
a hundred thousand.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from api.errors import BadCursor, RoleMissing
from api.queries.inbox_filter import InboxFilter
from api.queries.inbox_sql import (
    BY_CREATED,
    BY_DUE,
    EVERYTHING,
    FOUND,
    HELD,
    QUEUED,
    UNDATED,
    Source,
    is_long,
    page_query,
)
from api.queries.paging import as_key, escape_like, from_cursor, to_cursor
from records.people import LEADER_ROLES, ROLES, SEALED_ROLES, Person

Place = dict[str, Any]


def inbox_rows(
    session: Session, person: Person, wanted: InboxFilter, *, limit: int, cursor: str | None
) -> tuple[Sequence[Row[Any]], str | None]:
    """Rows of one page and the cursor of the next. Raises RoleMissing, BadCursor."""
    groups = _groups(person, wanted)
    if groups is not None and wanted.unit:
        groups = [group for group in groups if group.endswith(f"@{wanted.unit}")]
    values: dict[str, Any] = {
        "me": person.id,
        "holders": sorted({person.id, *person.represented_ids}),
        "groups": groups or [""],
        "mine": sorted(person.groups) or [""],
        "sealed": f"{SEALED_ROLES[0]}@%",
        "unit_groups": [f"{role}@{wanted.unit}" for role in ROLES],
        "element": wanted.element,
        "q": f"%{escape_like(wanted.q.lower())}%" if wanted.q else None,
        "due_before": wanted.due_before,
        "limit": limit + 1,
    }
    everything = groups is None
    place = _place(wanted, cursor) if cursor else None
    if wanted.scope == "mine":
        rows = _sorted(session, HELD, wanted, values, place)
    elif not is_long(session, groups):
        source = EVERYTHING if everything else QUEUED
        rows = _sorted(session, source, wanted, values, place, everything=everything)
    elif wanted.q:
        rows = _sorted(session, FOUND, wanted, values, place, everything=everything)
    else:
        rows = _along(session, wanted, values, place, everything=everything)
    if len(rows) <= limit:
        return rows, None
    return rows[:limit], _cursor_after(rows[limit - 1], wanted)


def _groups(person: Person, wanted: InboxFilter) -> list[str] | None:
    # None: every group there is.
    led = [f"{role}@{unit}" for unit in person.units_with(*LEADER_ROLES) for role in ROLES]
    match wanted.scope:
        case "mine" | "free" | "groups":
            return sorted(person.groups)
        case "unit":
            if not led:
                raise RoleMissing
            return led
        case "all":
            return None if person.oversees else sorted({*person.groups, *led})


def _cursor_after(row: Row[Any], wanted: InboxFilter) -> str:
    if wanted.sort in ("created", "-created"):
        return to_cursor(wanted.sort, row.created_at, row.key)
    return to_cursor(wanted.sort, row.due_on, row.key)


def _place(wanted: InboxFilter, cursor: str) -> Place:
    sort, value, key = from_cursor(cursor, 3)
    if sort != wanted.sort:
        raise BadCursor
    if sort in ("created", "-created"):
        return {"after": as_key(value), "after_key": as_key(key)}
    try:
        after = date.fromisoformat(value) if value is not None else None
    except (TypeError, ValueError):
        raise BadCursor from None
    return {"after": after, "after_key": as_key(key)}


def _sorted(
    session: Session,
    source: Source,
    wanted: InboxFilter,
    values: dict[str, Any],
    place: Place | None,
    *,
    everything: bool = False,
) -> Sequence[Row[Any]]:
    # Tasks without a due day come last, whichever way the list is sorted.
    never = date.max if wanted.sort == "due" else date.min
    last = dict(place) if place else {}
    if place and place["after"] is None:
        last["after"] = never
    query = page_query(source, wanted, everything=everything, after=place is not None)
    return session.execute(query, {**values, **last, "never": never}).all()


def _along(
    session: Session,
    wanted: InboxFilter,
    values: dict[str, Any],
    place: Place | None,
    *,
    everything: bool,
) -> Sequence[Row[Any]]:
    def rows(source: Source, limit: int, last: Place | None) -> Sequence[Row[Any]]:
        query = page_query(source, wanted, everything=everything, after=last is not None)
        return session.execute(query, {**values, **(last or {}), "limit": limit}).all()

    limit = values["limit"]
    if wanted.sort in ("created", "-created"):
        return rows(BY_CREATED, limit, place)
    is_among_undated = place is not None and place["after"] is None
    dated = [] if is_among_undated else list(rows(BY_DUE, limit, place))
    if len(dated) == limit or wanted.due_before:
        return dated
    return [*dated, *rows(UNDATED, limit - len(dated), place if is_among_undated else None)]
