"""Statutory clocks of a petition."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.actions.clocks import extend
from api.deps import LanguageDep, NowDep, PersonDep, SessionDep
from api.queries.actors import Actors
from api.queries.clocks import clock_views
from api.queries.petitions import visible_petition
from api.routes.petitions import NumberInPath
from api.routes.responses import errors
from api.shapes.common import shanghai
from api.shapes.petition import ClockOut, ExtensionIn

router = APIRouter(prefix="/api/petitions/{number}/clocks", tags=["clocks"])


@router.post("/{code}/extension", responses=errors(400, 401, 403, 404, 409, 422))
def post_extension(
    number: NumberInPath,
    code: Annotated[str, Path(max_length=10, description="D05 for the handling period")],
    asked: ExtensionIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> list[ClockOut]:
    """Extend a clock (leader of the handling unit). 409 names the rule that stands against it."""
    petition = visible_petition(session, person, number)
    extend(session, person, petition, code, days=asked.days, reason=asked.reason, now=now)
    today = shanghai(now).date()
    return clock_views(session, petition.id, Actors(session, language), language, today)
