"""The inbox: open tasks of a person, a queue, a unit or all, a page at a time.

A list is walked along an index in its own order, group by group, so that a page costs the same
with a thousand tasks as with a million. Where a search, a step, a class or a deadline leaves few
(`FEW`), those are gathered and sorted instead: what is left by more than that is met soon enough
on the way.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select, union_all
from sqlmodel import Session, col

from api.queries.inbox_conditions import Condition, Rows, due_conditions, first_of, of_class
from api.queries.inbox_filter import InboxFilter
from api.queries.inbox_orders import Order, Place, Walk
from api.queries.inbox_reach import Reach, reach_of
from records.inbox.search import find_tasks
from records.models import InboxEntry
from records.people import Person

FEW = 1_000
E = InboxEntry
SHOWN = (
    "task_key",
    "element_id",
    "definition_key",
    "candidate_groups",
    "created_at",
    "arrived",
    "holder_id",
    "petition_id",
    "number",
    "subject",
    "received_on",
    "due_on",
    "category",
    "form",
    "content_class",
    "flags",
    "unit_id",
)


def inbox_rows(
    session: Session, person: Person, wanted: InboxFilter, *, limit: int, cursor: str | None
) -> tuple[Sequence[Row[Any]], str | None]:
    """Rows of one page and the cursor of the next. Raises RoleMissing, BadCursor."""
    reach, order = reach_of(person, wanted), Order(wanted.sort)
    place = order.place(cursor) if cursor else None
    listing = Listing(session, reach, wanted, order)
    rows = listing.rows(limit + 1, place)
    if len(rows) <= limit:
        return rows, None
    return rows[:limit], order.cursor(rows[limit - 1])


class Listing:
    """One list, read once."""

    def __init__(
        self, session: Session, reach: Reach, wanted: InboxFilter, order: Order, *more: Condition
    ) -> None:
        self._session = session
        self._reach = reach
        self._wanted = wanted
        self._order = order
        self._dialect = session.connection().dialect.name
        self._words = Rows(self._dialect)
        self._conditions = [*self._words.shown(reach), *self._words.wanted(wanted), *more]

    def rows(self, limit: int, place: Place | None) -> Sequence[Row[Any]]:
        """The rows behind this place."""
        if self._reach.groups == ():
            return []
        keys = None if self._reach.scope == "mine" else self._few()
        if keys == []:
            return []
        found: list[Row[Any]] = []
        for stretch in self._order.stretches():
            if place and self._order.is_past(stretch, place):
                continue
            conditions = [*self._conditions, *self._order.within(stretch)]
            walks = list(self._walks(keys, conditions, place))
            if walks:
                query = self._together(walks, limit - len(found))
                found += self._session.execute(query).all()
            if len(found) == limit:
                break
            # Another stretch begins at its beginning.
            place = None
        return found

    def number_of(self, keys: Sequence[int], most: int) -> int:
        """How many of these tasks are in the list, at most `most`."""
        if self._reach.groups == ():
            return 0
        [walk] = self._walks([*keys], self._conditions, None)
        found = select(col(E.task_key)).where(*walk.conditions).limit(most).subquery()
        return int(self._session.execute(select(func.count()).select_from(found)).scalar_one())

    def _walks(
        self, keys: list[int] | None, conditions: list[Condition], place: Place | None
    ) -> Iterator[Walk]:
        """Where rows come from: each gives them in the order of the list."""
        alone = self._words.unindexed(col(E.ordinal), 0) == 0
        groups = self._reach.groups
        order = self._order
        if self._reach.scope == "mine":
            yield from self._own_walks(alone, conditions, place)
        elif keys is not None:
            # Along the keys, which are few; a queue may hold everything.
            name = self._words.unindexed(col(E.group_name), "")
            within = alone if groups is None else name.in_(groups)
            one = [] if groups is None else [first_of(groups)]
            of_keys = self._words.among(col(E.task_key), keys)
            yield order.walk([of_keys, within, *one, *conditions], place)
        elif groups is None:
            yield order.walk([col(E.ordinal) == 0, *conditions], place)
        else:
            one = [first_of(groups)] if len(groups) > 1 else []
            for group in groups:
                own = [col(E.group_name) == group, *one, *conditions]
                if walk := order.walk_of_group(own, place, group.partition("@")[2]):
                    yield walk

    def _own_walks(
        self, alone: Condition, conditions: list[Condition], place: Place | None
    ) -> Iterator[Walk]:
        """What the person holds, then what those hold for whom they stand in."""
        groups = self._reach.groups or ()
        once = [col(E.group_name).in_(groups), first_of(groups)]
        own = once if self._reach.is_of_units else [alone]
        is_own = col(E.holder_id) == self._reach.person_id
        yield self._order.walk([is_own, *own, *conditions], place)
        for other in self._reach.represented:
            yield self._order.walk([col(E.holder_id) == other, *once, *conditions], place)

    def _together(self, walks: list[Walk], limit: int) -> Select[Any]:
        columns = [col(getattr(E, name)) for name in SHOWN]
        parts = [
            select(*columns).where(*walk.conditions).order_by(*walk.by).limit(limit)
            for walk in walks
        ]
        if len(parts) == 1:
            return parts[0]
        everything = union_all(*(select(part.subquery()) for part in parts)).subquery()
        return select(everything).order_by(*self._order.by_columns(everything.c)).limit(limit)

    def _few(self) -> list[int] | None:
        """Keys of the tasks that the filter leaves, where they are few; with others among them."""
        wanted, key = self._wanted, select(col(E.task_key))
        if wanted.q:
            found = find_tasks(self._session, wanted.q, FEW)
            if found is not None:
                return found
        for query in self._tried(key):
            keys = self._session.execute(query.limit(FEW + 1)).scalars().all()
            if len(keys) <= FEW:
                return list(keys)
        return None

    def _tried(self, key: Select[Any]) -> Iterator[Select[Any]]:
        """What may leave few, along an index of its own."""
        wanted = self._wanted
        if wanted.elements:
            # The index of steps begins with this.
            either = col(E.is_sealed).in_([False, True])
            yield key.where(either, col(E.element_id).in_(wanted.elements))
        if len(wanted.classes) == 1:
            yield key.where(of_class(col(E.content_class), wanted.classes[0]))
        if wanted.due and wanted.sort not in ("due", "-due"):
            yield self._by_day(key)

    def _by_day(self, key: Select[Any]) -> Select[Any]:
        groups = self._reach.groups
        within = col(E.ordinal) == 0 if groups is None else col(E.group_name).in_(groups)
        return key.where(within, *due_conditions(self._wanted))
