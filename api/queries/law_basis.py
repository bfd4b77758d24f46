"""What the current steps of a case rest on: the articles that their documentation cites."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from api.language import Language
from api.queries.law_citing import parts_of_process
from api.queries.law_text import paragraphs_out
from api.shapes.law import BasisArticle, StepBasis
from api.shapes.petition import Step
from journal.tables import instance
from law.articles import ARTICLES
from law.citations import Citations
from law.law_text import ArticleText
from law.sources import REGULATION, cite_basis
from records.law_texts import articles_of, edition_on


def element_basis(
    session: Session, definition_key: int, element_id: str, *, language: Language, today: date
) -> list[StepBasis]:
    """The basis of one element of a deployed process; empty when it cites nothing."""
    for part in parts_of_process(session, definition_key):
        if part.id == element_id and (part.citations.articles or part.citations.others):
            texts = _Texts(session, today)
            articles = list(_cited(texts, part.citations, language))
            return [StepBasis(element_id=element_id, name=part.label or part.id, articles=articles)]
    return []


def steps_basis(
    session: Session, steps: Iterable[Step], *, language: Language, today: date
) -> list[StepBasis]:
    """The basis of the steps that a case is in, each once."""
    places = dict.fromkeys((int(step.instance_key), step.element_id) for step in steps)
    rows = session.execute(
        select(instance.c.key, instance.c.definition_key).where(
            instance.c.key.in_({key for key, _ in places})
        )
    )
    definitions = {row.key: row.definition_key for row in rows}
    return [
        basis
        for key, element_id in places
        if key in definitions
        for basis in element_basis(
            session, definitions[key], element_id, language=language, today=today
        )
    ]


class _Texts:
    """Texts of the editions in force today, read when they are asked for."""

    def __init__(self, session: Session, today: date) -> None:
        self._session = session
        self._today = today
        self._editions: dict[str, date | None] = {}

    def article(self, source: str, number: int) -> ArticleText | None:
        if source not in self._editions:
            self._editions[source] = edition_on(self._session, source, self._today)
        edition = self._editions[source]
        if edition is None:
            return None
        return articles_of(self._session, source, edition, [number]).get(number)


def _cited(texts: _Texts, citations: Citations, language: Language) -> Iterable[BasisArticle]:
    for number in citations.numbers:
        places = [place for place in citations.articles if place.number == number]
        text = texts.article(REGULATION, number)
        entry = ARTICLES[number]
        yield BasisArticle(
            number=number,
            citation=cite_basis(f"{REGULATION}:{number}", language),
            title=entry.title_zh if language == "zh" else entry.title_en,
            link=f"/law/{number}",
            text=paragraphs_out(text, places) if text else None,
        )
    for basis in citations.others:
        source, _, written = basis.partition(":")
        text = texts.article(source, int(written))
        yield BasisArticle(
            number=int(written),
            citation=cite_basis(basis, language),
            title="",
            link=None,
            text=paragraphs_out(text) if text else None,
        )
