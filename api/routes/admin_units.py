"""Administration of units and of everybody's absences."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.actions.absences import enter
from api.actions.admin import create_unit
from api.deps import AdministratorDep, LanguageDep, NowDep, ReadingDep, SessionDep
from api.queries.absences import absence_view, absence_views
from api.queries.admin import unit_tree
from api.routes.absences import AbsenceId
from api.routes.responses import errors
from api.shapes.absence import AbsenceIn, AbsenceOut, Absences
from api.shapes.admin import Parent, UnitIn, Units
from api.shapes.common import shanghai
from records.absences import end_absence
from records.unit_admin import move_unit

router = APIRouter(prefix="/api/admin", tags=["administration"])


@router.get("/units", responses=errors(401, 404))
def get_units(person: AdministratorDep, session: ReadingDep) -> Units:
    """Units as a tree."""
    return Units(units=unit_tree(session))


@router.post("/units", status_code=201, responses=errors(400, 401, 404, 409, 422))
def post_unit(given: UnitIn, person: AdministratorDep, session: SessionDep, now: NowDep) -> Units:
    """Add a unit; what becomes of units is recorded with `./xinfang unit succeed`."""
    create_unit(session, person, given, now=now)
    return Units(units=unit_tree(session))


@router.put("/units/{unit_id}/parent", responses=errors(400, 401, 404, 422))
def put_parent(
    unit_id: Annotated[str, Path(max_length=60)],
    given: Parent,
    person: AdministratorDep,
    session: SessionDep,
    now: NowDep,
) -> Units:
    """Put a unit below another one, or at the top."""
    move_unit(session, unit_id, given.parent, actor=person.id, now=now)
    session.flush()
    return Units(units=unit_tree(session))


@router.get("/absences", responses=errors(401, 404))
def get_absences(
    person: AdministratorDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> Absences:
    """Every absence that runs or is to come."""
    return Absences(absences=absence_views(session, person, language, shanghai(now).date()))


@router.post("/absences", status_code=201, responses=errors(400, 401, 404, 409, 422))
def post_absence(
    given: AbsenceIn,
    person: AdministratorDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> AbsenceOut:
    """Enter anybody's absence, with any deputy."""
    absence = enter(session, person, given, now=now)
    return absence_view(session, person, absence, language, shanghai(now).date())


@router.post("/absences/{absence_id}/end", responses=errors(401, 404))
def post_end(
    absence_id: AbsenceId,
    person: AdministratorDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> AbsenceOut:
    """End anybody's absence."""
    absence = end_absence(session, person, absence_id, now=now)
    return absence_view(session, person, absence, language, shanghai(now).date())
