"""Forms of the case page that change who has a matter: another unit, another handler."""

from fastapi import APIRouter, Response

from api.actions.requests.cases import visible_matter
from api.actions.requests.changes import replace_handler, transfer
from api.pages.case_requests import TypedDep, read_typed, try_on_page
from api.pages.petition import ChangingPage
from api.routes.petitions import NumberInPath
from api.routes.requests import OrdinalInPath
from api.shapes.requests import RecusalIn, TransferIn

router = APIRouter(include_in_schema=False, prefix="/petitions/{number}/matters/{ordinal}")


@router.post("/transfer")
def transfer_submitted(
    number: NumberInPath, ordinal: OrdinalInPath, page: ChangingPage, typed: TypedDep
) -> Response:
    """The bureau gives the matter to another unit."""

    def act() -> str:
        matter = visible_matter(page.session, page.person, page.petition, ordinal)
        given = read_typed(TransferIn, typed)
        transfer(page.session, page.person, page.petition, matter, given, now=page.now)
        return "transferred"

    return try_on_page(page, number, f"transfer-{ordinal}", typed, act)


@router.post("/recusal")
def recusal_submitted(
    number: NumberInPath, ordinal: OrdinalInPath, page: ChangingPage, typed: TypedDep
) -> Response:
    """The leader of the unit says who keeps out, and who follows."""

    def act() -> str:
        matter = visible_matter(page.session, page.person, page.petition, ordinal)
        given = read_typed(RecusalIn, typed)
        replace_handler(page.session, page.person, matter, given, now=page.now)
        return "recused"

    return try_on_page(page, number, f"recuse-{ordinal}", typed, act)
