"""Looking up vocabularies: the terms of a day, and the name an old case was given."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from records.models import Vocabulary, VocabularyEdition, VocabularyTerm
from records.vocabularies.errors import VocabularyNotFound


def list_vocabularies(session: Session) -> list[Vocabulary]:
    """All vocabularies, by id."""
    return list(session.exec(select(Vocabulary).order_by(col(Vocabulary.id))))


def get_vocabulary(session: Session, vocabulary_id: str) -> Vocabulary:
    """The vocabulary with this id. Raises VocabularyNotFound."""
    found = session.get(Vocabulary, vocabulary_id)
    if found is None:
        raise VocabularyNotFound
    return found


def terms_on(session: Session, vocabulary_id: str, on: date) -> list[VocabularyTerm]:
    """The terms in force on that day, in their order. Raises VocabularyNotFound."""
    get_vocabulary(session, vocabulary_id)
    return list(
        session.exec(
            select(VocabularyTerm)
            .where(
                VocabularyTerm.vocabulary_id == vocabulary_id,
                VocabularyTerm.in_force_from <= on,
                or_(
                    col(VocabularyTerm.in_force_to).is_(None),
                    col(VocabularyTerm.in_force_to) >= on,
                ),
            )
            .order_by(col(VocabularyTerm.position), col(VocabularyTerm.code))
        )
    )


def codes_on(session: Session, vocabulary_id: str, on: date) -> list[str]:
    """Their codes alone. Raises VocabularyNotFound."""
    return [term.code for term in terms_on(session, vocabulary_id, on)]


def rows_of(session: Session, vocabulary_id: str, code: str) -> list[VocabularyTerm]:
    """Every row a code has had, oldest first."""
    return list(
        session.exec(
            select(VocabularyTerm)
            .where(VocabularyTerm.vocabulary_id == vocabulary_id, VocabularyTerm.code == code)
            .order_by(col(VocabularyTerm.in_force_from))
        )
    )


def term_as_of(
    session: Session, vocabulary_id: str, code: str, as_of: date
) -> VocabularyTerm | None:
    """The row whose names a case of that day carries: the newest that had begun by then.

    A case older than the code carries its first row; None when there never was such a code.
    """
    rows = rows_of(session, vocabulary_id, code)
    begun = [row for row in rows if row.in_force_from <= as_of]
    return begun[-1] if begun else next(iter(rows), None)


def path_of(code: str, terms: Iterable[VocabularyTerm]) -> list[VocabularyTerm]:
    """The term of this code below its parents, from the top; empty when it is not among these."""
    known = {term.code: term for term in terms}
    path: list[VocabularyTerm] = []
    found = known.get(code)
    while found is not None and found not in path:
        path.insert(0, found)
        found = known.get(found.parent_code or "")
    return path


def editions_of(session: Session, vocabulary_id: str) -> list[VocabularyEdition]:
    """Every change of a vocabulary: who, when, why; oldest first. Raises VocabularyNotFound."""
    get_vocabulary(session, vocabulary_id)
    return list(
        session.exec(
            select(VocabularyEdition)
            .where(VocabularyEdition.vocabulary_id == vocabulary_id)
            .order_by(col(VocabularyEdition.id))
        )
    )


def versions(session: Session) -> dict[str, int]:
    """The newest edition by vocabulary id."""
    newest = select(VocabularyEdition.vocabulary_id, func.max(VocabularyEdition.id)).group_by(
        VocabularyEdition.vocabulary_id
    )
    return {vocabulary_id: edition or 0 for vocabulary_id, edition in session.exec(newest)}
