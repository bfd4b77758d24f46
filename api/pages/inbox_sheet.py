"""A list as lines of a file: heading with the filter, then the columns on the screen."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from api.deps import Runtime, read_briefly
from api.i18n import text, text_or
from api.language import Language
from api.pages.inbox_view import Address, spec_of, wanted_of
from api.queries.actors import Actors
from api.queries.inbox_columns import Column, cell, columns_of, sort_of
from api.queries.inbox_filter import InboxFilter
from api.queries.inbox_options import chosen_words, filter_choices
from api.queries.inbox_rows import task_page
from api.shapes.common import shanghai
from api.shapes.task import TaskPage, TaskRow
from records.people import Person

MOST_LINES = 10_000
AT_ONCE = 200
Line = list[str]


@dataclass(frozen=True)
class Sheet:
    """What a file of this list begins with, and which list it is."""

    person: Person
    wanted: InboxFilter
    columns: tuple[Column, ...]
    heading: tuple[Line, ...]
    language: Language

    async def lines(self, runtime: Runtime) -> AsyncIterator[Line]:
        """Heading, names of the columns, tasks; the last line tells where the list was cut."""
        for line in self.heading:
            yield line
        yield self._names()
        cursor, left = None, MOST_LINES
        while left:
            page = await read_briefly(runtime, self._page(cursor, min(left, AT_ONCE)))
            for row in page.tasks:
                yield self._line(row)
            left -= len(page.tasks)
            cursor = page.next
            if cursor is None:
                return
        yield [text(self.language, "inbox.file_cut", most=MOST_LINES)]

    def _page(self, cursor: str | None, limit: int) -> Callable[[Session], TaskPage]:
        def ask(session: Session) -> TaskPage:
            return task_page(
                session,
                self.person,
                self.wanted,
                limit=limit,
                cursor=cursor,
                language=self.language,
            )

        return ask

    def _names(self) -> Line:
        names = ["number", "subject", *self.columns]
        return [text(self.language, f"column.{name}") for name in names]

    def _line(self, row: TaskRow) -> Line:
        nobody = text(self.language, "inbox.nobody")
        due = due_words(self.language, row.days_left)
        cells = [cell(row, column, nobody, due) for column in self.columns]
        return [row.number or "", row.subject or "", *cells]


def sheet_of(
    session: Session, person: Person, where: Address, *, now: datetime, language: Language
) -> Sheet:
    """The list that is on the screen, as a file. Raises FilterNotFound, RoleMissing."""
    spec = spec_of(session, person, where)
    sort = where.sort or sort_of(session, person)
    where = replace(where, scope=where.scope or "mine")
    scope = where.scope or "mine"
    wanted = wanted_of(spec, where, scope=scope, sort=sort, now=now)
    # Nobody gets a file of a tab they do not have.
    task_page(session, person, wanted, limit=1, cursor=None, language=language)
    choices = filter_choices(
        session, person, scope, spec, today=shanghai(now).date(), language=language
    )
    asked = [text_or(language, f"scope.{scope}", scope)]
    if wanted.group:
        asked.append(Actors(session, language).group(wanted.group))
    for field, names in chosen_words(choices).items():
        asked.append(f"{text(language, f'inbox_field.{field}')}：{'、'.join(names)}")
    if spec.q:
        asked.append(f"{text(language, 'inbox_field.q')}：{spec.q}")
    heading: tuple[Line, ...] = (
        [text(language, "inbox.file_filter"), "；".join(asked)],
        [text(language, "inbox.file_sort"), text_or(language, f"sort.{sort}", sort)],
        [text(language, "inbox.file_made"), f"{shanghai(now):%Y-%m-%d %H:%M} {person.name}"],
        [],
    )
    return Sheet(person, wanted, columns_of(session, person), heading, language)


def due_words(language: Language, days_left: int | None) -> str:
    """The words beside a due day: late by so many days, today, so many left, none."""
    if days_left is None:
        return text(language, "due.none")
    if days_left < 0:
        return text(language, "due.over", days=-days_left)
    return text(language, "due.left", days=days_left) if days_left else text(language, "due.today")
