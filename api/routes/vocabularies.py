"""Vocabularies: read by everybody who is signed in, changed by administrators."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.actions.vocabularies import close, set_term
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.queries.vocabularies import vocabulary_rows, vocabulary_view
from api.routes.responses import errors
from api.shapes.common import Code, shanghai
from api.shapes.vocabulary import Closing, TermIn, VocabularyOut, VocabularyRow

router = APIRouter(prefix="/api/vocabularies", tags=["vocabularies"])
NameInPath = Annotated[Code, Path(description="id of the vocabulary")]
CodeInPath = Annotated[Code, Path(description="code of the term")]


@router.get("", responses=errors(401))
def get_vocabularies(
    person: PersonDep, session: ReadingDep, language: LanguageDep
) -> list[VocabularyRow]:
    """Every vocabulary with its version."""
    return vocabulary_rows(session, language)


@router.get("/{name}", responses=errors(401, 404, 422))
def get_one(
    name: NameInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    as_of: Annotated[date | None, Query(description="default: today")] = None,
) -> VocabularyOut:
    """The terms in force on a day, and every change there was."""
    return vocabulary_view(session, name, as_of or shanghai(now).date(), language)


@router.put("/{name}/terms/{code}", responses=errors(400, 401, 403, 404, 409, 422))
def put_term(
    name: NameInPath,
    code: CodeInPath,
    given: TermIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> VocabularyOut:
    """Add a code, or rename it from a day on (administrator). Sent again it changes nothing.

    Cases from before keep the old name. The answer shows the vocabulary as of that day.
    """
    set_term(session, person, name, code, given, now=now)
    return vocabulary_view(session, name, given.in_force_from, language)


@router.post("/{name}/terms/{code}/closing", responses=errors(400, 401, 403, 404, 409, 422))
def post_closing(
    name: NameInPath,
    code: CodeInPath,
    given: Closing,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> VocabularyOut:
    """End a code after a day (administrator); it is never removed. The answer shows that day."""
    close(session, person, name, code, given, now=now)
    return vocabulary_view(session, name, given.last_day, language)
