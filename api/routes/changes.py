"""Changes of who has a matter: another unit (article 22), another handler (article 28)."""

from fastapi import APIRouter

from api.actions.requests.cases import visible_matter
from api.actions.requests.changes import replace_handler, transfer
from api.deps import NowDep, PersonDep, SessionDep
from api.queries.visibility import visible_petition
from api.routes.petitions import NumberInPath
from api.routes.requests import OrdinalInPath
from api.routes.responses import errors
from api.shapes.requests import RecusalIn, TransferIn

router = APIRouter(
    prefix="/api/petitions/{number}/matters/{ordinal}",
    tags=["requests"],
    responses=errors(400, 401, 403, 404, 409, 422),
)


@router.post("/transfer", status_code=202)
def post_transfer(
    number: NumberInPath,
    ordinal: OrdinalInPath,
    given: TransferIn,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
) -> None:
    """Give a matter that is handled to another unit (bureau). The day of acceptance is kept."""
    petition = visible_petition(session, person, number)
    matter = visible_matter(session, person, petition, ordinal)
    transfer(session, person, petition, matter, given, now=now)


@router.post("/recusal", status_code=204)
def post_recusal(
    number: NumberInPath,
    ordinal: OrdinalInPath,
    given: RecusalIn,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
) -> None:
    """Somebody has an interest and keeps out (leader of the unit); the handler is replaced."""
    petition = visible_petition(session, person, number)
    matter = visible_matter(session, person, petition, ordinal)
    replace_handler(session, person, matter, given, now=now)
