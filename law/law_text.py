"""Reads the text of a law as an office has it: articles with their paragraphs and items.

Markdown or plain text, one paragraph to a line: chapters (第一章, with or without ##), articles
(第一条), items (（一）). What stands before the first article is left out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from law.articles import ARTICLES
from law.errors import LawTextRefused
from law.numerals import parse_numeral
from law.sources import REGULATION

NUMERAL = r"[零〇一二三四五六七八九十百千\d]{1,9}"
HEADING = re.compile(rf"第{NUMERAL}(?P<rank>[编章节])(?:\s+|$)")
ARTICLE = re.compile(
    rf"第\s*(?P<number>{NUMERAL})\s*条(?P<inserted>之{NUMERAL})?(?P<gap>\s*)(?P<rest>.*)"
)
ITEM = re.compile(rf"[（(](?P<number>{NUMERAL})[）)]\s*(?P<rest>.+)")
POINT = re.compile(r"\d{1,2}[.．、]")
NO_TEXT = re.compile(r"<!--.*-->|[-=*_]{3,}|```\w*")
MARKS = re.compile(r"^(?:#+\s+|>\s*|[-*+]\s+)+|\*\*")
RANKS = "编章节"
LONGEST_HEADING = 90


@dataclass(frozen=True)
class ParagraphText:
    """One paragraph; `items` are what it lists, without their numbers."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class ArticleText:
    """One article. `chapter` as in the text, with part and section where it has them."""

    number: int
    chapter: str
    paragraphs: tuple[ParagraphText, ...]


def parse_law_text(text: str, source: str) -> tuple[ArticleText, ...]:
    """The articles of a law, in order. `source` is an id of law.sources.

    The regulation must be whole and built as law.articles knows it; of other laws a part will do.

    Raises:
        LawTextRefused: with every problem, by the number of its article.
    """
    reader = _Reader()
    for line in text.splitlines():
        reader.read(line)
    articles = tuple(reader.articles())
    problems = [*reader.problems, *_problems(articles)]
    if source == REGULATION:
        problems += _differences(articles)
    if problems:
        raise LawTextRefused(tuple(problems))
    return articles


class _Reader:
    """Takes the lines one by one and builds articles."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._headings: dict[str, str] = {}
        # number, chapter, paragraphs of (text, items)
        self._open: list[tuple[int, str, list[tuple[str, list[str]]]]] = []

    def articles(self) -> Iterator[ArticleText]:
        for number, chapter, paragraphs in self._open:
            built = (ParagraphText(text, tuple(items)) for text, items in paragraphs)
            yield ArticleText(number, chapter, tuple(built))

    def read(self, raw: str) -> None:
        line = MARKS.sub("", raw.strip().strip("\ufeff")).strip()
        is_title = raw.startswith("# ")
        if not line or is_title or NO_TEXT.fullmatch(line):
            return
        if heading := HEADING.match(line):
            self._enter(heading["rank"], " ".join(line.split())[:LONGEST_HEADING])
        elif (article := ARTICLE.fullmatch(line)) and self._begins(article):
            self._begin(article)
        elif self._open:
            self._continue(line)

    def _enter(self, rank: str, title: str) -> None:
        kept = RANKS[: RANKS.index(rank)]
        self._headings = {r: t for r, t in self._headings.items() if r in kept} | {rank: title}

    def _begins(self, match: re.Match[str]) -> bool:
        """A paragraph too may open with 第三条: an article has a gap after it, or is the next."""
        follows = self._open[-1][0] + 1 if self._open else 1
        is_next = _number(match["number"]) == follows
        return bool(match["gap"] or match["inserted"] or not match["rest"]) or is_next

    def _begin(self, match: re.Match[str]) -> None:
        number = _number(match["number"])
        if number is None or match["inserted"]:
            written = f"第{match['number']}条{match['inserted'] or ''}"
            self.problems.append(f"{written}: an article needs a number of its own")
            return
        paragraphs: list[tuple[str, list[str]]] = []
        self._open.append((number, " ".join(self._headings.values()), paragraphs))
        if match["rest"]:
            self._continue(match["rest"].strip())

    def _continue(self, line: str) -> None:
        number, _, paragraphs = self._open[-1]
        item = ITEM.fullmatch(line)
        if item is None:
            if POINT.match(line) and paragraphs and paragraphs[-1][1]:
                paragraphs[-1][1][-1] += f"\n{line}"
            else:
                paragraphs.append((line, []))
        elif not paragraphs:
            self.problems.append(f"article {number}: an item stands before any paragraph")
        else:
            items = paragraphs[-1][1]
            items.append(item["rest"])
            if _number(item["number"]) != len(items):
                self.problems.append(
                    f"article {number}: item （{item['number']}） stands where "
                    f"item {len(items)} is expected"
                )


def _problems(articles: tuple[ArticleText, ...]) -> Iterator[str]:
    """What is wrong with the text of any law."""
    if not articles:
        yield "there is no article (第一条 ...) in it"
    for number, times in Counter(article.number for article in articles).items():
        if times > 1:
            yield f"article {number}: stands there {times} times"
    for before, after in pairwise(article.number for article in articles):
        if after < before:
            yield f"article {after}: stands after article {before}"
    for article in articles:
        if not article.paragraphs:
            yield f"article {article.number}: has no text"


def _differences(articles: tuple[ArticleText, ...]) -> Iterator[str]:
    """Where the text is built otherwise than the regulation of 2022."""
    found = {article.number: article for article in articles}
    for number in sorted(ARTICLES.keys() - found.keys()):
        yield f"article {number}: is missing"
    for number, article in found.items():
        entry = ARTICLES.get(number)
        if entry is None:
            yield f"article {number}: the regulation has articles 1 to {len(ARTICLES)}"
        elif article.paragraphs and len(article.paragraphs) != len(entry.items):
            yield (
                f"article {number}: paragraphs: {len(article.paragraphs)} in the file, "
                f"{len(entry.items)} known"
            )
        else:
            for index, paragraph in enumerate(article.paragraphs, start=1):
                known = entry.items[index - 1]
                if len(paragraph.items) != known:
                    yield (
                        f"article {number}, paragraph {index}: items: {len(paragraph.items)} "
                        f"in the file, {known} known"
                    )


def _number(text: str) -> int | None:
    try:
        return parse_numeral(text)
    except ValueError:
        return None
