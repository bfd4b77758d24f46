"""Absences and deputies: one's own, and those of the people one leads."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.actions.absences import enter
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.queries.absences import absence_view, absence_views
from api.routes.responses import errors
from api.shapes.absence import AbsenceIn, AbsenceOut, Absences
from api.shapes.common import shanghai
from records.absences import end_absence

router = APIRouter(prefix="/api/absences", tags=["absences"])
AbsenceId = Annotated[str, Path(max_length=36)]


@router.get("", responses=errors(401))
def get_absences(
    person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> Absences:
    """What runs or is to come: yours, those you stand in for, those of the people you lead."""
    return Absences(absences=absence_views(session, person, language, shanghai(now).date()))


@router.post("", status_code=201, responses=errors(400, 401, 403, 409, 422))
def post_absence(
    given: AbsenceIn, person: PersonDep, session: SessionDep, language: LanguageDep, now: NowDep
) -> AbsenceOut:
    """Enter an absence with its deputy: your own, or of somebody you lead.

    The deputy works in the same units, or you lead those where they do not.
    """
    absence = enter(session, person, given, now=now)
    return absence_view(session, person, absence, language, shanghai(now).date())


@router.post("/{absence_id}/end", responses=errors(401, 403, 404))
def post_end(
    absence_id: AbsenceId,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> AbsenceOut:
    """End it now, or call it off; what was not done is the owner's alone again."""
    absence = end_absence(session, person, absence_id, now=now)
    return absence_view(session, person, absence, language, shanghai(now).date())
