"""Vocabularies in the language of the answer."""

from datetime import date

from sqlmodel import Session

from api.language import Language
from api.shapes.vocabulary import EditionOut, TermOut, VocabularyOut, VocabularyRow
from law.sources import cite_basis
from records.models import Vocabulary, VocabularyTerm
from records.vocabularies.terms import (
    editions_of,
    get_vocabulary,
    list_vocabularies,
    terms_on,
    versions,
)


def vocabulary_rows(session: Session, language: Language) -> list[VocabularyRow]:
    """Every vocabulary, by id."""
    newest = versions(session)
    return [_row(one, newest, language) for one in list_vocabularies(session)]


def vocabulary_view(
    session: Session, vocabulary_id: str, as_of: date, language: Language
) -> VocabularyOut:
    """A vocabulary as it was on a day. Raises VocabularyNotFound."""
    row = _row(get_vocabulary(session, vocabulary_id), versions(session), language)
    return VocabularyOut(
        **row.model_dump(),
        as_of=as_of,
        terms=[_term(one, language) for one in terms_on(session, vocabulary_id, as_of)],
        editions=[
            EditionOut(
                version=str(one.id),
                origin=one.origin,
                actor=one.actor,
                reason=one.reason,
                at=one.at,
            )
            for one in editions_of(session, vocabulary_id)
        ],
    )


def _row(one: Vocabulary, newest: dict[str, int], language: Language) -> VocabularyRow:
    return VocabularyRow(
        id=one.id,
        version=str(newest.get(one.id, 0)),
        name=one.name_zh if language == "zh" else one.name_en,
        name_zh=one.name_zh,
        name_en=one.name_en,
        basis=one.basis,
        basis_text=cite_basis(one.basis, language),
        mark=one.mark,
    )


def _term(one: VocabularyTerm, language: Language) -> TermOut:
    return TermOut(
        code=one.code,
        parent_code=one.parent_code,
        name=one.name_zh if language == "zh" else one.name_en,
        name_zh=one.name_zh,
        name_en=one.name_en,
        basis=one.basis,
        basis_text=cite_basis(one.basis, language),
        mark=one.mark,
        national_code=one.national_code,
        maps_to=one.maps_to.split(),
        origin=one.origin,
        in_force_from=one.in_force_from,
        in_force_to=one.in_force_to,
    )
