"""Terms of vocabularies as options of a list."""

from typing import Any

from api.queries.initial.start import Start
from records.models import VocabularyTerm
from records.vocabularies.terms import terms_on


def content(start: Start) -> dict[str, Any]:
    """`content_class_options`: 内容分类 with the classes above each."""
    return {"content_class_options": _options(start, "content_class")}


def attitudes(start: Start) -> dict[str, Any]:
    """`attitude_options`: what the petitioner thinks of the answer."""
    return {"attitude_options": _options(start, "petitioner_attitude")}


def refusals(start: Start) -> dict[str, Any]:
    """`refusal_reason_options`: coded reasons of a notice of refusal."""
    return {"refusal_reason_options": _options(start, "refusal_reason")}


def _options(start: Start, vocabulary_id: str) -> list[dict[str, str]]:
    terms = terms_on(start.session, vocabulary_id, start.today)
    names = {term.code: _name(term, start) for term in terms}
    parents = {term.code: term.parent_code for term in terms}
    return [
        {"label": " / ".join(_path(term.code, names, parents)), "value": term.code}
        for term in terms
    ]


def _path(code: str, names: dict[str, str], parents: dict[str, str | None]) -> list[str]:
    path: list[str] = []
    at: str | None = code
    while at in names and len(path) < len(names):
        path.insert(0, names[at])
        at = parents[at]
    return path


def _name(term: VocabularyTerm, start: Start) -> str:
    return term.name_zh if start.language == "zh" else term.name_en or term.name_zh
