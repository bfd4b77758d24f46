"""The sealed desk: its cases, and who looked at them. For others there is nothing here."""

from fastapi import APIRouter

from api.deps import LanguageDep, PersonDep, ReadingDep
from api.errors import NotFound
from api.queries.sealed import looks_of, sealed_cases
from api.routes.params import Cursor, Limit
from api.routes.petitions import NumberInPath
from api.routes.responses import errors
from api.shapes.sealed import Looks, SealedCases
from records.people import SEALED_ROLES, Person

router = APIRouter(prefix="/api/sealed", tags=["sealed"])


def check_sealed_desk(person: Person) -> None:
    """Raises NotFound for people who are not of the sealed desk."""
    if not person.has(*SEALED_ROLES):
        raise NotFound


@router.get("", responses=errors(401, 404, 422))
def get_sealed(
    person: PersonDep, session: ReadingDep, limit: Limit = 50, cursor: Cursor = None
) -> SealedCases:
    """Reports and accusations of your desk, newest receipt first. Each look is kept."""
    check_sealed_desk(person)
    return sealed_cases(session, person, limit=limit, cursor=cursor)


@router.get("/{number}/looks", responses=errors(401, 404))
def get_looks(
    number: NumberInPath, person: PersonDep, session: ReadingDep, language: LanguageDep
) -> Looks:
    """Who looked at this case, when, and at what of it."""
    check_sealed_desk(person)
    return looks_of(session, person, number, language)
