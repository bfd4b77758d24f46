"""What Python files say of the regulation: modules of law/, and tests filed for an article.

Docstrings and comments cite it in English ("regulation 22(1)(三)", "Regulation on Petition Work,
article 34") or in Chinese (《信访工作条例》第三十四条); code names a basis (regulation_2022:34).
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from law.articles import REGULATION_NAME, Article
from law.citations import Citations, merge, read_basis, read_citations
from law.errors import UnknownArticle
from law.sources import REGULATION

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef

PLACE = r"\d{1,2}(?:\(\d\))?(?:\([一二三四五六七八九十]+\))?"
NAMED = re.compile(
    r"\bregulation(?:\s+on\s+petition\s+work)?,?(?:\s+articles?)?\s+"
    rf"({PLACE}(?:(?:,\s*|\s+and\s+|,\s+and\s+|\s+to\s+){PLACE})*)(?![\d.]|\s+(?:days|months))",
    re.IGNORECASE,
)
BASIS = re.compile(rf"\b{REGULATION}:{PLACE}")
FILED_MODULE = re.compile(r"test_regulation_articles?_(\d+)(?:_(and|to)_(\d+))?(?:_|$)")


def cited_in_code(source: str) -> Citations:
    """Every place of the regulation that the text of a Python file names."""
    bases = (read_basis(found) for found in BASIS.findall(source))
    return merge([cited_in_words(source), *bases])


def cited_in_words(text: str) -> Citations:
    """The places a docstring names, in English or after the regulation's Chinese name."""
    english = [_english(match[1]) for match in NAMED.finditer(text)]
    chinese = [read_citations(text)] if REGULATION_NAME in text else []
    return merge([*english, *chinese])


def filed_tests(root: Path) -> Iterator[tuple[str, Citations]]:
    """Test modules, classes and functions under `root`/tests with the articles they are filed for.

    A module by its name (test_regulation_article_34.py, ..._articles_29_to_32_x.py) or docstring;
    a class or a function by its docstring.
    """
    for path in sorted((root / "tests").rglob("test_*.py")):
        name = path.relative_to(root).as_posix()
        source = path.read_text(encoding="utf-8")
        by_name = _by_name(path.stem)
        if by_name:
            yield name, Citations(tuple(Article.at(number) for number in by_name))
        if NAMED.search(source) or REGULATION_NAME in source:
            yield from _by_docstring(name, ast.parse(source), set(by_name))


def _by_name(stem: str) -> list[int]:
    match = FILED_MODULE.match(stem)
    if match is None:
        return []
    first, last = int(match[1]), int(match[3] or match[1])
    return list(range(first, last + 1)) if match[2] == "to" else sorted({first, last})


def _by_docstring(name: str, node: Documented, above: set[int]) -> Iterator[tuple[str, Citations]]:
    """What a docstring adds to what the module or class around it is filed for."""
    citations = cited_in_words(ast.get_docstring(node) or "")
    added = tuple(place for place in citations.articles if place.number not in above)
    if added or citations.unknown:
        yield name, Citations(added, unknown=citations.unknown)
    for child in node.body:
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            filed = above | {place.number for place in added}
            yield from _by_docstring(f"{name}::{child.name}", child, filed)


def _english(places: str) -> Citations:
    """Places as "22, 23 and 36(1)" or "29 to 32"."""
    found: list[Article] = []
    unknown: list[str] = []
    before, is_range = 0, False
    for word in re.findall(rf"{PLACE}|to", places):
        if word == "to":
            is_range = True
            continue
        try:
            place = Article.parse(word)
        except UnknownArticle:
            unknown.append(f"regulation {word}")
            continue
        if is_range:
            found += [Article.at(number) for number in range(before + 1, place.number)]
        found.append(place)
        before, is_range = place.number, False
    return Citations(tuple(found), unknown=tuple(unknown))
