"""Statutory clocks of a petition. 409 names the rule that stands against what was asked."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from sqlmodel import Session

from api.actions.clocks import correct, extend, pause, resume
from api.deps import LanguageDep, NowDep, PersonDep, SessionDep
from api.language import Language
from api.queries.clocks import clock_views
from api.queries.reader import reader_of
from api.queries.visibility import visible_petition
from api.routes.petitions import NumberInPath
from api.routes.responses import errors
from api.shapes.clock import PauseIn, ReceiptIn, ResumptionIn
from api.shapes.common import shanghai
from api.shapes.petition import ClockOut, ExtensionIn
from records.models import Petition
from records.people import Person

router = APIRouter(
    prefix="/api/petitions/{number}/clocks",
    tags=["clocks"],
    responses=errors(400, 401, 403, 404, 409, 422),
)
CodeInPath = Annotated[str, Path(max_length=10, description="D05 for the handling period")]

MatterInQuery = Annotated[
    int | None, Query(ge=1, le=1000, description="number of the matter, where several have one")
]


@router.post("/{code}/extension")
def post_extension(
    number: NumberInPath,
    code: CodeInPath,
    asked: ExtensionIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    matter: MatterInQuery = None,
) -> list[ClockOut]:
    """Extend a clock (leader of the handling unit).

    The handling period D05 is asked for, as of the only matter that has one: the leader decides in
    a task, until then nothing moves.
    """
    petition = visible_petition(session, person, number)
    extend(
        session,
        person,
        petition,
        code,
        matter=matter,
        days=asked.days,
        reason=asked.reason,
        now=now,
    )
    return _clocks(session, person, petition, language, now)


@router.post("/{code}/pause")
def post_pause(
    number: NumberInPath,
    code: CodeInPath,
    asked: PauseIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    matter: MatterInQuery = None,
) -> list[ClockOut]:
    """Stop counting days (leader of the handling unit), as for a hearing in re-review."""
    petition = visible_petition(session, person, number)
    pause(
        session,
        person,
        petition,
        code,
        matter=matter,
        first_day=asked.first_day,
        until=asked.until,
        reason=asked.reason,
        now=now,
    )
    return _clocks(session, person, petition, language, now)


@router.post("/{code}/resumption")
def post_resumption(
    number: NumberInPath,
    code: CodeInPath,
    asked: ResumptionIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    matter: MatterInQuery = None,
) -> list[ClockOut]:
    """Count days again (leader of the handling unit)."""
    petition = visible_petition(session, person, number)
    resume(
        session,
        person,
        petition,
        code,
        matter=matter,
        first_day=asked.first_day,
        reason=asked.reason,
        now=now,
    )
    return _clocks(session, person, petition, language, now)


@router.post("/{code}/receipt")
def post_receipt(
    number: NumberInPath,
    code: CodeInPath,
    asked: ReceiptIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    matter: MatterInQuery = None,
) -> list[ClockOut]:
    """Correct the day the period starts from (leader of the handling unit or of the bureau)."""
    petition = visible_petition(session, person, number)
    correct(
        session,
        person,
        petition,
        code,
        matter=matter,
        received_on=asked.received_on,
        reason=asked.reason,
        now=now,
    )
    return _clocks(session, person, petition, language, now)


def _clocks(
    session: Session, person: Person, petition: Petition, language: Language, now: datetime
) -> list[ClockOut]:
    today = shanghai(now).date()
    return clock_views(reader_of(session, person, petition, language, today))
