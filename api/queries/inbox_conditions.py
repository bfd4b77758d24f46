"""The conditions of a list, on the rows of `inbox_entry`."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    SQLColumnExpression,
    Text,
    and_,
    any_,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased
from sqlmodel import col

from api.queries.inbox_filter import NO_CATEGORY, InboxFilter
from api.queries.inbox_reach import Reach
from records.inbox.grams import words_of
from records.models import InboxEntry, InboxText
from records.models.inbox import NO_DAY

Condition = ColumnElement[bool]
E = InboxEntry


class Rows:
    """Conditions in the words of one database.

    SQLite has no figures about its tables and takes the index with the most equal signs; a column
    inside `coalesce` is not looked up in an index there.
    """

    def __init__(self, dialect: str) -> None:
        self._plain = dialect == "sqlite"

    def unindexed(self, column: Any, other: object) -> ColumnElement[Any]:  # noqa: ANN401
        """The column, not to be looked up; `other` has its type."""
        return func.coalesce(column, other) if self._plain else column

    def among(self, column: SQLColumnExpression[int], keys: Sequence[int]) -> Condition:
        """Whether the column is one of these keys: one value, however many they are."""
        if not self._plain:
            return column == any_(literal([*keys], ARRAY(BigInteger)))
        each = func.json_each(literal(json.dumps([*keys]), Text)).table_valued("value")
        return column.in_(select(each.c.value))

    def shown(self, reach: Reach) -> Iterator[Condition]:
        """What of a group is shown in this tab."""
        holder = self.unindexed(col(E.holder_id), "")
        nobody = holder == "" if self._plain else col(E.holder_id).is_(None)
        if reach.scope == "free":
            yield nobody
        if reach.scope == "groups":
            yield or_(nobody, holder.in_([reach.person_id, *reach.represented]))
        yield from self.unsealed(reach.sealed)

    def unsealed(self, groups: tuple[str, ...]) -> Iterator[Condition]:
        """What is not sealed, or waits in one of these groups."""
        is_open = self.unindexed(col(E.is_sealed), false()) == false()
        yield or_(is_open, col(E.group_name).in_(groups)) if groups else is_open

    def wanted(self, wanted: InboxFilter) -> Iterator[Condition]:
        """What the filter asks for."""
        if wanted.elements:
            yield self.unindexed(col(E.element_id), "").in_(wanted.elements)
        if wanted.categories:
            yield _any_category(wanted.categories)
        if wanted.channels:
            yield col(E.form).in_(wanted.channels)
        if wanted.classes:
            content_class = self.unindexed(col(E.content_class), "")
            yield or_(*(of_class(content_class, code) for code in wanted.classes))
        if wanted.flags:
            yield or_(*(col(E.flags).contains(f" {one} ", autoescape=True) for one in wanted.flags))
        yield from due_conditions(wanted)
        if wanted.q:
            yield from self._texts(wanted.q)

    def _texts(self, query: str) -> Iterator[Condition]:
        """Whether every word is in the text."""
        # A scalar for each row: a join would be turned around, and every text be read. Not LIKE: of
        # that PostgreSQL believes that it leaves nearly nothing, and reads the whole queue.
        text = (
            select(col(InboxText.text))
            .where(col(InboxText.petition_id) == col(E.petition_id))
            .scalar_subquery()
        )
        where_in = func.instr if self._plain else func.strpos
        for word in words_of(query):
            yield where_in(text, word) > 0


def first_of(groups: tuple[str, ...]) -> Condition:
    """A task of several of these groups is listed at the first of them only."""
    other = aliased(E)
    earlier = exists().where(
        col(other.task_key) == col(E.task_key),
        col(other.ordinal) < col(E.ordinal),
        col(other.group_name).in_(groups),
    )
    return or_(col(E.ordinal) == 0, ~earlier)


def due_conditions(wanted: InboxFilter) -> Iterator[Condition]:
    """The days asked for; the first and the last of them all, too, for the index."""
    due = col(E.due_on)
    if wanted.due_before:
        yield due < wanted.due_before
    if not wanted.due:
        return
    ranges = list(wanted.due_ranges())
    if "none" in wanted.due:
        ranges.append((NO_DAY, NO_DAY))
    starts, ends = [one for one, _ in ranges], [one for _, one in ranges]
    first = None if None in starts else min(day for day in starts if day)
    last = None if None in ends else max(day for day in ends if day)
    if first:
        yield due >= first
    # "Later" has a due day.
    yield due <= last if last else due < NO_DAY if "none" not in wanted.due else true()
    yield or_(
        *(
            and_(
                due >= start if start else true(),
                due <= end if end else due < NO_DAY,
            )
            for start, end in ranges
        )
    )


def of_class(column: SQLColumnExpression[str | None], code: str) -> Condition:
    """The class or one below it: codes are pairs of digits, `00` at the end is above."""
    pairs = [code[start : start + 2] for start in range(0, len(code), 2)]
    while len(pairs) > 1 and pairs[-1] == "00":
        pairs.pop()
    prefix = "".join(pairs)
    return and_(column >= prefix, column < f"{prefix}~")


def _any_category(codes: tuple[str, ...]) -> Condition:
    known = col(E.category).in_([code for code in codes if code != NO_CATEGORY])
    return or_(known, col(E.category).is_(None)) if NO_CATEGORY in codes else known
