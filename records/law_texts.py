"""Texts of laws in the database: loading an edition, and reading the one in force on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy
from sqlmodel import Session, col, delete, func, select

from law.law_text import ArticleText, ParagraphText
from records.audit import record
from records.models import LawText


class Loaded(StrEnum):
    """What loading has changed."""

    added = "added"
    replaced = "replaced"
    known = "known"  # the same text was there


@dataclass(frozen=True)
class Edition:
    """One loaded text of a law."""

    source: str
    edition: date
    articles: int
    loaded_at: datetime
    loaded_by: str


def load_law_text(
    session: Session,
    source: str,
    edition: date,
    articles: Sequence[ArticleText],
    *,
    by: str,
    now: datetime,
) -> Loaded:
    """Store the text of a law, in force from `edition`. Other editions stay as they are.

    A corrected text of the same edition takes the place of the one before, with an audit entry.
    """
    before = articles_of(session, source, edition)
    if list(before.values()) == list(articles):
        return Loaded.known
    session.execute(
        delete(LawText).where(col(LawText.source) == source, col(LawText.edition) == edition)
    )
    for article in articles:
        for number, paragraph in enumerate(article.paragraphs, start=1):
            for item, text in enumerate((paragraph.text, *paragraph.items)):
                session.add(
                    LawText(
                        source=source,
                        edition=edition,
                        article=article.number,
                        paragraph=number,
                        item=item,
                        chapter=article.chapter,
                        text=text,
                        loaded_at=now,
                        loaded_by=by,
                    )
                )
    record(
        session,
        now=now,
        actor=by,
        action="load_law_text",
        source=source,
        edition=edition.isoformat(),
        articles=len(articles),
    )
    return Loaded.replaced if before else Loaded.added


def list_editions(session: Session) -> list[Edition]:
    """Every edition loaded, newest first within its source."""
    source, edition = col(LawText.source), col(LawText.edition)
    rows = session.execute(
        sqlalchemy.select(
            source,
            edition,
            func.count(func.distinct(col(LawText.article))),
            func.max(col(LawText.loaded_at)),
            func.max(col(LawText.loaded_by)),
        )
        .group_by(source, edition)
        .order_by(source, edition.desc())
    )
    return [Edition(*row) for row in rows]


def edition_on(session: Session, source: str, on: date) -> date | None:
    """The edition in force on a day, else the earliest loaded; None when none is."""
    own = sqlalchemy.select(col(LawText.edition)).where(col(LawText.source) == source)
    editions = session.scalars(own.distinct()).all()
    in_force = [edition for edition in editions if edition <= on]
    return max(in_force) if in_force else min(editions, default=None)


def articles_of(
    session: Session, source: str, edition: date, numbers: Iterable[int] | None = None
) -> dict[int, ArticleText]:
    """The articles of an edition by number, in order; only those of `numbers` when given."""
    query = select(LawText).where(LawText.source == source, LawText.edition == edition)
    if numbers is not None:
        query = query.where(col(LawText.article).in_(list(numbers)))
    rows = session.exec(
        query.order_by(col(LawText.article), col(LawText.paragraph), col(LawText.item))
    ).all()
    found: dict[int, list[LawText]] = {}
    for row in rows:
        found.setdefault(row.article, []).append(row)
    return {
        number: ArticleText(number, parts[0].chapter, _paragraphs(parts))
        for number, parts in found.items()
    }


def _paragraphs(parts: Sequence[LawText]) -> tuple[ParagraphText, ...]:
    texts: dict[int, list[str]] = {}
    for part in parts:
        texts.setdefault(part.paragraph, []).append(part.text)
    return tuple(ParagraphText(lead, tuple(items)) for lead, *items in texts.values())
