"""Everything that happened in a case in one line of time, newest first, page by page."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from api.errors import BadCursor
from api.queries.engine_steps import engine_groups
from api.queries.paging import as_key, from_cursor, to_cursor
from api.queries.reader import Reader
from api.queries.timeline_papers import (
    deadline_entries,
    document_entries,
    supervision_entries,
)
from api.queries.timeline_people import people_entries
from api.shapes.timeline import TimelineEntry, TimelineKind, TimelinePage

Shown = TypeVar("Shown")


def timeline_page(
    reader: Reader, *, kind: TimelineKind | None, limit: int, cursor: str | None
) -> TimelinePage:
    """A page of what people did, of documents and deadlines; or of one kind of these.

    The engine's own steps are shown only when they are asked for, and then in groups. Raises
    BadCursor.
    """
    entries = _entries(reader)
    groups = engine_groups(reader)
    counted = Counter(entry.kind for entry in entries)
    counts = {one: counted[one] for one in TimelineKind} | {TimelineKind.engine: len(groups)}
    if kind is TimelineKind.engine:
        shown_groups, following = _cut(groups, kind, limit, cursor)
        return TimelinePage(entries=[], engine=[*shown_groups], counts=counts, next=following)
    wanted = [entry for entry in entries if kind is None or entry.kind is kind]
    shown, following = _cut(wanted, kind, limit, cursor)
    return TimelinePage(entries=[*shown], counts=counts, next=following)


def _entries(reader: Reader) -> list[TimelineEntry]:
    """Newest first; of what happened at one moment, what was written last."""
    found = (
        *people_entries(reader),
        *document_entries(reader),
        *supervision_entries(reader),
        *deadline_entries(reader),
    )
    return sorted(found, key=lambda entry: entry.at)[::-1]


def _cut(
    found: Sequence[Shown], kind: TimelineKind | None, limit: int, cursor: str | None
) -> tuple[Sequence[Shown], str | None]:
    """The next entries, and the cursor after them: how many older ones are left, so that what
    happens meanwhile shifts nothing."""
    left = len(found)
    if cursor is not None:
        of_kind, place = from_cursor(cursor, 2)
        if of_kind != (kind.value if kind else None):
            raise BadCursor
        left = min(max(as_key(place), 0), left)
    start = len(found) - left
    after = left - limit
    following = to_cursor(kind.value if kind else None, after) if after > 0 else None
    return found[start : start + limit], following
