"""A page of the inbox in words: names of steps, people, units, classes and flags."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col, select

from api.i18n import text_or
from api.language import Language
from api.queries.actors import Actors
from api.queries.diagram import element_name
from api.queries.inbox import inbox_rows
from api.queries.inbox_filter import InboxFilter
from api.queries.task_view import task_detail
from api.queries.task_work import urge_views
from api.shapes.common import Named, from_millis
from api.shapes.task import TaskPage, TaskRow
from records.inbox.people import seen_of
from records.models import InboxEntry, VocabularyTerm
from records.models.inbox import NO_DAY
from records.people import Person
from records.registration.flags import VOCABULARY as FLAGS
from records.task_work.urging import urges_of

CLASSES = "content_class"


def task_page(
    session: Session,
    person: Person,
    wanted: InboxFilter,
    *,
    limit: int,
    cursor: str | None,
    language: Language,
) -> TaskPage:
    """One page of the inbox. Raises RoleMissing, BadCursor."""
    rows, following = inbox_rows(session, person, wanted, limit=limit, cursor=cursor)
    return TaskPage(tasks=_rows(session, person, rows, wanted, language), next=following)


def task_line(
    session: Session, person: Person, key: int, *, language: Language, today: date
) -> TaskRow:
    """The row of one task that the person may see; what has just ended has one too.

    Raises TaskNotFound.
    """
    entry = session.exec(
        select(InboxEntry).where(InboxEntry.task_key == key, InboxEntry.ordinal == 0)
    ).first()
    detail = task_detail(session, person, key, language=language, today=today)
    if entry is None:
        return detail
    [row] = _rows(session, person, [entry], InboxFilter(today=today), language)
    return row


def _rows(
    session: Session,
    person: Person,
    rows: Sequence[Row[Any] | InboxEntry],
    wanted: InboxFilter,
    language: Language,
) -> list[TaskRow]:
    actors = Actors(session, language)
    actors.load(row.holder_id for row in rows)
    urges = urges_of(session, [row.task_key for row in rows])
    actors.load(one.urged_by for several in urges.values() for one in several)
    seen = seen_of(session, person.id, [row.task_key for row in rows])
    names = term_names(
        session,
        language,
        {row.content_class for row in rows if row.content_class},
        {flag for row in rows for flag in row.flags.split()},
    )
    found = []
    for row in rows:
        groups = json.loads(row.candidate_groups)
        due_on = None if row.due_on == NO_DAY else row.due_on
        found.append(
            TaskRow(
                key=row.task_key,
                element_id=row.element_id,
                name=element_name(session, row.definition_key, row.element_id),
                petition_id=row.petition_id,
                number=row.number or None,
                subject=row.subject,
                groups=groups,
                holder=actors.named(row.holder_id),
                can_claim=row.holder_id is None and not person.groups.isdisjoint(groups),
                due_on=due_on,
                days_left=(due_on - wanted.today).days if due_on else None,
                received_on=None if row.received_on == NO_DAY else row.received_on,
                created_at=from_millis(row.created_at),
                category=_coded(language, "category", row.category),
                channel=_coded(language, "form", row.form),
                content_class=_named(names, CLASSES, row.content_class),
                flags=[
                    one
                    for flag in row.flags.split()
                    if (one := _named(names, FLAGS, flag)) is not None
                ],
                unit=Named(id=row.unit_id, name=actors.unit(row.unit_id)) if row.unit_id else None,
                is_unread=row.task_key not in seen,
                urges=urge_views(urges.get(row.task_key, []), actors),
            )
        )
    return found


def term_names(
    session: Session, language: Language, classes: Iterable[str], flags: Iterable[str]
) -> dict[tuple[str, str], str]:
    """Names of these content classes and flags, by vocabulary and code; the newest names."""
    wanted = {CLASSES: {*classes}, FLAGS: {*flags}}
    if not any(wanted.values()):
        return {}
    rows = session.exec(
        select(VocabularyTerm)
        .where(
            col(VocabularyTerm.vocabulary_id).in_(wanted),
            col(VocabularyTerm.code).in_(set().union(*wanted.values())),
        )
        .order_by(col(VocabularyTerm.in_force_from))
    )
    return {
        (row.vocabulary_id, row.code): row.name_zh if language == "zh" else row.name_en
        for row in rows
    } | {(FLAGS, one): text_or(language, f"inbox_flag.{one}", one) for one in ("urgent_open",)}


def _coded(language: Language, kind: str, code: str | None) -> Named | None:
    return Named(id=code, name=text_or(language, f"{kind}.{code}", code)) if code else None


def _named(names: dict[tuple[str, str], str], vocabulary: str, code: str | None) -> Named | None:
    return Named(id=code, name=names.get((vocabulary, code), code)) if code else None
