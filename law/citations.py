"""Reads citations out of Chinese texts: 《信访工作条例》第二十九条至第三十二条、第三十六条第二款.

An article without a law's name before it is one of the regulation. A name holds until the next
name or the end of the sentence; articles of laws that law.sources does not know are left out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from law.articles import Article
from law.errors import LawError, UnknownArticle
from law.numerals import chinese_numeral, parse_numeral
from law.sources import REGULATION, SOURCES, cite_basis

FULL_NAME = "中华人民共和国"
NUMERAL = r"[零〇一二三四五六七八九十百千两\d]{1,9}"
TOKEN = re.compile(
    r"《(?P<law>[^《》]+)》(?:（[^（）]*年[^（）]*）)?\s*(?=第)"
    r"|(?P<own>本条例)(?=第)"
    rf"|第\s*(?P<article>{NUMERAL})\s*条"
    rf"|第\s*(?P<paragraph>{NUMERAL})\s*款"
    rf"|第\s*[（(]?(?P<item>{NUMERAL})[）)]?项"
)
JOINED = re.compile(r"\s*(?:[、，,]|和|及|以及|与|或|或者)\s*")
RANGE = re.compile(r"\s*[至到—~-]+\s*")
END_OF_SENTENCE = re.compile(r"[。；;！？]")
LONGEST_RANGE = 100


@dataclass(frozen=True)
class Citations:
    """What a text cites, each place once, in the order of the text.

    `others` are basis ids of law.sources, as in "civil_code:203". `unknown` are places that the
    regulation does not have, as they are written.
    """

    articles: tuple[Article, ...] = ()
    others: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the regulation's articles, each once."""
        return tuple(dict.fromkeys(article.number for article in self.articles))


@dataclass(frozen=True)
class _Place:
    source: str | None
    text: str
    article: int
    paragraph: int | None = None
    item: int | None = None
    is_readable: bool = True

    @property
    def level(self) -> str:
        return "item" if self.item else "paragraph" if self.paragraph else "article"


def read_citations(text: str) -> Citations:
    """Every place that a Chinese text cites, ranges written out."""
    return merge(_checked(place) for place in _places(text))


def read_basis(basis: str) -> Citations:
    """The place that a basis id names, as in "regulation_2022:31(六)"."""
    name, _, place = basis.partition(":")
    try:
        cite_basis(basis)
    except LawError:
        return Citations(unknown=(basis,))
    if name == REGULATION:
        return Citations(articles=(Article.parse(place),))
    return Citations(others=(basis,) if place else ())


def merge(several: Iterable[Citations]) -> Citations:
    """All of them as one, each place once."""
    every = list(several)
    return Citations(
        tuple(dict.fromkeys(place for one in every for place in one.articles)),
        tuple(dict.fromkeys(place for one in every for place in one.others)),
        tuple(dict.fromkeys(place for one in every for place in one.unknown)),
    )


def _places(text: str) -> list[_Place]:
    places: list[_Place] = []
    source: str | None = REGULATION
    end = 0
    for match in TOKEN.finditer(text):
        between, end = text[end : match.start()], match.end()
        if END_OF_SENTENCE.search(between):
            source = REGULATION
        if match["law"] or match["own"]:
            source = _source_of(match["law"]) if match["law"] else REGULATION
        elif match["article"]:
            _add_article(places, source, between, match)
        elif places:
            _add_part(places, between, match)
    return places


def _source_of(name: str) -> str | None:
    short = name.removeprefix(FULL_NAME)
    titles = {title.title_zh.partition("》")[0]: id_ for id_, title in SOURCES.items()}
    return titles.get(f"《{short}")


def _add_article(
    places: list[_Place], source: str | None, between: str, match: re.Match[str]
) -> None:
    number = _number(match["article"])
    if places and RANGE.fullmatch(between) and places[-1].level == "article":
        places += _range(places[-1], "article", number, match[0])
    else:
        places.append(_Place(source, match[0], number or 0, is_readable=number is not None))


def _add_part(places: list[_Place], between: str, match: re.Match[str]) -> None:
    """A paragraph or an item belongs to the article before it, if nothing else stands between."""
    last = places[-1]
    part = "paragraph" if match["paragraph"] else "item"
    number = _number(match[part])
    text = match[0]
    if not between.strip():
        is_readable = last.is_readable and bool(number)
        last = replace(last, text=last.text + text, is_readable=is_readable)
        places[-1] = _with(last, part, number)
    elif RANGE.fullmatch(between) and last.level == part:
        places += _range(last, part, number, text)
    elif JOINED.fullmatch(between) and last.level != "article":
        fresh = replace(last, text=_article_text(last) + text, item=None, is_readable=bool(number))
        places.append(_with(fresh, part, number))


def _with(place: _Place, part: str, number: int | None) -> _Place:
    if part == "paragraph":
        return replace(place, paragraph=number, item=None)
    return replace(place, item=number)


def _range(first: _Place, part: str, last: int | None, text: str) -> list[_Place]:
    """The places after the first; one that cannot be read when it does not run forward."""
    begin = {"article": first.article, "paragraph": first.paragraph, "item": first.item}[part] or 0
    if last is None or not begin < last <= begin + LONGEST_RANGE:
        return [replace(first, text=f"{first.text}至{text}", is_readable=False)]
    numbers = range(begin + 1, last + 1)
    if part == "article":
        return [replace(first, text=f"第{chinese_numeral(n)}条", article=n) for n in numbers]
    unit = "款" if part == "paragraph" else "项"
    stem = _article_text(first)
    return [
        _with(replace(first, text=f"{stem}第{chinese_numeral(n)}{unit}"), part, n) for n in numbers
    ]


def _article_text(place: _Place) -> str:
    return place.text.partition("条")[0] + "条"


def _number(text: str) -> int | None:
    try:
        return parse_numeral(text)
    except ValueError:
        return None


def _checked(place: _Place) -> Citations:
    if place.source is None:
        return Citations()
    if not place.is_readable:
        return Citations(unknown=(place.text,))
    if place.source != REGULATION:
        return Citations(others=(f"{place.source}:{place.article}",))
    try:
        return Citations(articles=(Article.at(place.article, place.paragraph, place.item),))
    except UnknownArticle:
        return Citations(unknown=(place.text,))
