"""What a term must be like before it is stored."""

import re
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from law.clock_rule import Mark
from law.errors import LawError
from law.sources import cite_basis
from records.vocabularies.errors import TermInvalid
from records.vocabularies.terms import path_of, rows_of, terms_on

CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
MOST_CODE, MOST_NAME, MOST_REASON, MOST_MAPPING = 40, 200, 300, 200


@dataclass(frozen=True)
class TermChange:
    """What a code shall be called from a day on. None keeps what the row before says."""

    code: str
    name_zh: str
    name_en: str
    in_force_from: date
    parent_code: str | None = None
    basis: str | None = None
    mark: Mark | None = None
    national_code: str | None = None
    maps_to: str | None = None


def check_words(change: TermChange) -> None:
    """Code, names, lengths and legal basis. Raises TermInvalid."""
    if not CODE.fullmatch(change.code):
        raise TermInvalid("code")
    for name in ("name_zh", "name_en"):
        words = getattr(change, name)
        if not 1 <= len(words) <= MOST_NAME or words != words.strip() or not words.isprintable():
            raise TermInvalid(f"{change.code} {name}")
    for name, most in (("national_code", MOST_CODE), ("maps_to", MOST_MAPPING)):
        words = getattr(change, name) or ""
        if len(words) > most or not words.isprintable():
            raise TermInvalid(f"{change.code} {name}")
    if change.basis:
        try:
            cite_basis(change.basis)
        except LawError:
            raise TermInvalid(f"{change.code} basis") from None


def check_parent(session: Session, vocabulary_id: str, change: TermChange) -> None:
    """Parents are in force from that day on, none is below itself. Raises TermInvalid."""
    if change.parent_code:
        path = path_of(change.code, terms_on(session, vocabulary_id, change.in_force_from))
        if path[0].parent_code is not None:
            raise TermInvalid(f"{change.code} parent_code")


def check_mapping(session: Session, change: TermChange) -> None:
    """What it maps to is a code there is or was. Raises TermInvalid."""
    for pair in (change.maps_to or "").split():
        other, _, code = pair.partition(":")
        if not rows_of(session, other, code):
            raise TermInvalid(f"{change.code} maps_to")


def check_reason(reason: str) -> None:
    """A change has a reason. Raises TermInvalid."""
    if not 1 <= len(reason.strip()) <= MOST_REASON:
        raise TermInvalid("reason")
