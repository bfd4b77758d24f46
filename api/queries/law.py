"""The articles of the regulation for reading: text, and the steps, rules and clocks on them."""

from datetime import date

from sqlmodel import Session

from api.errors import ArticleNotFound
from api.language import Language
from api.queries.law_citing import newest_rules, newest_steps
from api.queries.law_text import paragraphs_out
from api.shapes.law import ArticleOut, LawClock, LawRule, LawStep
from law.articles import ARTICLES
from law.citations import read_basis
from law.clock_rules import RULES
from law.operative import OPERATIVE
from law.sources import REGULATION, cite_basis
from records.law_texts import articles_of, edition_on


def law_articles(session: Session, *, language: Language, today: date) -> list[ArticleOut]:
    """All articles, in order, with the text in force today where it is loaded."""
    return _articles(session, list(ARTICLES), language, today)


def law_article(session: Session, number: int, *, language: Language, today: date) -> ArticleOut:
    """One article. Raises ArticleNotFound."""
    if number not in ARTICLES:
        raise ArticleNotFound
    return _articles(session, [number], language, today)[0]


def _articles(
    session: Session, numbers: list[int], language: Language, today: date
) -> list[ArticleOut]:
    edition = edition_on(session, REGULATION, today)
    texts = articles_of(session, REGULATION, edition, numbers) if edition else {}
    steps, rules = newest_steps(session), newest_rules(session)
    is_chinese = language == "zh"
    found = []
    for number in numbers:
        entry, operative, text = ARTICLES[number], OPERATIVE.get(number), texts.get(number)
        asks = outside = None
        if operative:
            asks = operative.asks_zh if is_chinese else operative.asks_en
            outside = (operative.outside_zh if is_chinese else operative.outside_en) or None
        found.append(
            ArticleOut(
                number=number,
                citation=cite_basis(f"{REGULATION}:{number}", language),
                title=entry.title_zh if is_chinese else entry.title_en,
                asks=asks,
                outside=outside,
                chapter=text.chapter if text else None,
                edition=edition if text else None,
                text=paragraphs_out(text) if text else None,
                steps=[
                    LawStep(
                        process_id=one.model,
                        process=one.model_name,
                        element_id=one.id,
                        name=one.label,
                    )
                    for one in steps
                    if number in one.citations.numbers
                ],
                rules=[
                    LawRule(
                        decision_id=one.model,
                        decision=one.model_name,
                        rule_id=one.id,
                        note=one.label,
                    )
                    for one in rules
                    if number in one.citations.numbers
                ],
                clocks=_clocks(number, language, today),
            )
        )
    return found


def _clocks(number: int, language: Language, today: date) -> list[LawClock]:
    return [
        LawClock(code=rule.code, name=rule.name_zh if language == "zh" else rule.name_en)
        for rule in RULES
        if rule.is_in_force(today) and number in read_basis(rule.basis).numbers
    ]
