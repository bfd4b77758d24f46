"""The orders of a list and the place in it that a cursor names."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, literal, tuple_
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlmodel import col

from api.errors import BadCursor
from api.queries.inbox_filter import Sort
from api.queries.paging import as_key, from_cursor, to_cursor
from records.models import InboxEntry
from records.models.inbox import NO_DAY

_COLUMNS = {
    "due": ("due_on",),
    "created": ("created_at",),
    "received": ("received_on",),
    "number": ("number",),
    "unit": ("unit_id", "due_on"),
}
# What has no day comes last, whichever way the list is sorted.
_DAYS = ("due", "received")


Place = tuple[Any, ...]
FromColumns = ReadOnlyColumnCollection[str, ColumnElement[Any]]


@dataclass(frozen=True)
class Walk:
    """Rows along one index: the conditions on entries, and what they are ordered by."""

    conditions: list[ColumnElement[bool]]
    by: list[ColumnElement[Any]]


@dataclass(frozen=True)
class Stretch:
    """A part of a list that one walk along an index gives. `days`: of `Order.is_by_day`, those
    with a day (True), those without (False), or both (None)."""

    days: bool | None = None


@dataclass(frozen=True)
class Order:
    """By which columns, and which way."""

    sort: Sort

    @property
    def is_down(self) -> bool:
        """Whether the last comes first."""
        return self.sort.startswith("-")

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, the key of the task behind them."""
        return (*_COLUMNS[self.sort.removeprefix("-")], "task_key")

    def by(self) -> list[ColumnElement[Any]]:
        """For ORDER BY on entries."""
        return self._directed([col(getattr(InboxEntry, name)) for name in self.names])

    def by_columns(self, columns: FromColumns) -> list[ColumnElement[Any]]:
        """For ORDER BY on what was selected from them."""
        return self._directed([columns[name] for name in self.names])

    def stretches(self) -> list[Stretch]:
        """The walks that the list takes, in turn."""
        if self.is_down and self.sort.removeprefix("-") in _DAYS:
            return [Stretch(True), Stretch(False)]
        return [Stretch()]

    def within(self, stretch: Stretch) -> list[ColumnElement[bool]]:
        """The conditions of a stretch."""
        if stretch.days is None:
            return []
        day = getattr(InboxEntry, self.names[0])
        return [col(day) < NO_DAY if stretch.days else col(day) == NO_DAY]

    def is_past(self, stretch: Stretch, place: Place) -> bool:
        """Whether the place lies behind the whole stretch."""
        return stretch.days is True and place[0] == NO_DAY

    def walk(self, conditions: list[ColumnElement[bool]], place: Place | None) -> Walk:
        """The rows behind this place."""
        after = [] if place is None else [self._after(self.names, place)]
        return Walk([*conditions, *after], self.by())

    def walk_of_group(
        self, conditions: list[ColumnElement[bool]], place: Place | None, unit_id: str
    ) -> Walk | None:
        """The same in one group, which is of one unit; None when all of it lies before the place.

        Sorted by unit, what is left to sort by within it is the day, which has an index.
        """
        if self.names[0] != "unit_id":
            return self.walk(conditions, place)
        rest = self.names[1:]
        by = self._directed([col(getattr(InboxEntry, name)) for name in rest])
        if place is None or place[0] == unit_id:
            after = [] if place is None else [self._after(rest, place[1:])]
            return Walk([*conditions, *after], by)
        return Walk(conditions, by) if (unit_id < place[0]) is self.is_down else None

    def _after(self, names: tuple[str, ...], place: Place) -> ColumnElement[bool]:
        columns = [col(getattr(InboxEntry, name)) for name in names]
        there = tuple_(*(literal(value) for value in place))
        return tuple_(*columns) < there if self.is_down else tuple_(*columns) > there

    def _directed(self, columns: list[Any]) -> list[ColumnElement[Any]]:
        return [column.desc() for column in columns] if self.is_down else columns

    def cursor(self, row: Row[Any]) -> str:
        """The cursor for what follows this row."""
        return to_cursor(self.sort, *(getattr(row, name) for name in self.names))

    def place(self, cursor: str) -> Place:
        """The place that a cursor names. Raises BadCursor."""
        sort, *values = from_cursor(cursor, 1 + len(self.names))
        if sort != self.sort:
            raise BadCursor
        return tuple(_value(name, value) for name, value in zip(self.names, values, strict=True))


def _value(name: str, value: object) -> date | int | str:
    if name in ("task_key", "created_at"):
        return as_key(value)
    if not isinstance(value, str):
        raise BadCursor
    if not name.endswith("_on"):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadCursor from None
