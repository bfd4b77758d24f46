"""Changing vocabularies, which administrators do."""

from datetime import datetime

from sqlmodel import Session

from api.errors import RoleMissing
from api.shapes.vocabulary import Closing, TermIn
from records.people import Person
from records.vocabularies.changes import close_term, set_terms
from records.vocabularies.checks import TermChange


def set_term(
    session: Session,
    person: Person,
    vocabulary_id: str,
    code: str,
    given: TermIn,
    *,
    now: datetime,
) -> None:
    """Add a code or rename it from a day on. Raises RoleMissing, and VocabularyError."""
    _check_administrator(person)
    change = TermChange(code=code, **given.model_dump(exclude={"reason"}))
    set_terms(session, vocabulary_id, [change], actor=person.id, reason=given.reason, now=now)


def close(
    session: Session,
    person: Person,
    vocabulary_id: str,
    code: str,
    given: Closing,
    *,
    now: datetime,
) -> None:
    """End a code after a day. Raises RoleMissing, and VocabularyError."""
    _check_administrator(person)
    close_term(
        session,
        vocabulary_id,
        code,
        last_day=given.last_day,
        actor=person.id,
        reason=given.reason,
        now=now,
    )


def _check_administrator(person: Person) -> None:
    if not person.has("administrator"):
        raise RoleMissing
