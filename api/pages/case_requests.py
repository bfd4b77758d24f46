"""The small forms of the case page, each beside what it is about."""

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ValidationError

from api.actions.requests.cases import (
    answer_interim,
    record_choice,
    request_extension,
    take_rating,
    take_withdrawal,
    visible_matter,
)
from api.actions.requests.reviews import (
    record_completion,
    record_review_request,
    record_review_withdrawal,
    review_numbered,
)
from api.actions.requests.service import serve_document
from api.actions.requests.supervision import supervise
from api.errors import InvalidInput
from api.pages.case_page import REFUSALS, CasePage
from api.pages.case_parts import part_address
from api.pages.petition import ChangingPage
from api.routes.petitions import NumberInPath
from api.routes.requests import OrdinalInPath
from api.shapes.petition import ExtensionIn
from api.shapes.requests import (
    InterimAnswerIn,
    RatingIn,
    RouteIn,
    ServiceIn,
    SupervisionIn,
    WithdrawalIn,
)
from api.shapes.reviews import ReviewCompletionIn, ReviewRequestIn, ReviewWithdrawalIn

router = APIRouter(include_in_schema=False, prefix="/petitions/{number}")
Shape = TypeVar("Shape", bound=BaseModel)


async def get_typed(request: Request) -> dict[str, str]:
    """The fields that were filled in, line ends as ours."""
    form = await request.form()
    return {
        name: value.replace("\r\n", "\n")
        for name, value in form.items()
        if isinstance(value, str) and value.strip()
    }


TypedDep = Annotated[dict[str, str], Depends(get_typed)]


@router.post("/withdrawal")
def withdrawal_submitted(number: NumberInPath, page: ChangingPage, typed: TypedDep) -> Response:
    """The petitioner takes the petition back."""

    def act() -> str:
        # A box that is not ticked is not sent; only the form of the sealed desk has the second one.
        unticked = {"is_written": "false"}
        if typed.pop("is_sealed_form", ""):
            unticked["in_public_interest"] = "false"
        given = read_typed(WithdrawalIn, unticked | typed)
        ended = take_withdrawal(page.session, page.person, page.petition, given, now=page.now)
        return "withdrawn" if ended.petition or ended.matters else "goes_on"

    return try_on_page(page, number, "withdraw", typed, act)


@router.post("/matters/{ordinal}/extension")
def extension_submitted(
    number: NumberInPath, ordinal: OrdinalInPath, page: ChangingPage, typed: TypedDep
) -> Response:
    """Ask to extend the handling period of a matter."""

    def act() -> str:
        matter = visible_matter(page.session, page.person, page.petition, ordinal)
        given = read_typed(ExtensionIn, typed)
        request_extension(page.session, page.person, matter, given, now=page.now)
        return "extension_asked"

    return try_on_page(page, number, f"extend-{ordinal}", typed, act)


@router.post("/matters/{ordinal}/route")
def route_submitted(
    number: NumberInPath, ordinal: OrdinalInPath, page: ChangingPage, typed: TypedDep
) -> Response:
    """Record which route the petitioner chose."""

    def act() -> str:
        matter = visible_matter(page.session, page.person, page.petition, ordinal)
        route = read_typed(RouteIn, typed).route
        record_choice(page.session, page.person, page.petition, matter, route, now=page.now)
        return "route_chosen"

    return try_on_page(page, number, f"route-{ordinal}", typed, act)


@router.post("/matters/{ordinal}/review-requests")
def review_submitted(
    number: NumberInPath, ordinal: OrdinalInPath, page: ChangingPage, typed: TypedDep
) -> Response:
    """Record that the petitioner asks for review or re-review."""

    def act() -> str:
        matter = visible_matter(page.session, page.person, page.petition, ordinal)
        given = read_typed(ReviewRequestIn, typed)
        record_review_request(page.session, page.person, page.petition, matter, given, now=page.now)
        return "review_asked"

    return try_on_page(page, number, f"review-{ordinal}", typed, act)


@router.post("/matters/{ordinal}/review-requests/{review}/withdrawal")
def review_withdrawal_submitted(
    number: NumberInPath, ordinal: OrdinalInPath, review: int, page: ChangingPage, typed: TypedDep
) -> Response:
    """The request for review is taken back."""

    def act() -> str:
        matter = visible_matter(page.session, page.person, page.petition, ordinal)
        found = review_numbered(page.session, matter, review)
        given = read_typed(ReviewWithdrawalIn, {"is_written": "false"} | typed)
        record_review_withdrawal(
            page.session, page.person, page.petition, found, given, now=page.now
        )
        return "review_withdrawn"

    return try_on_page(page, number, f"withdraw-review-{ordinal}-{review}", typed, act)


@router.post("/matters/{ordinal}/review-requests/{review}/completion")
def review_completion_submitted(
    number: NumberInPath, ordinal: OrdinalInPath, review: int, page: ChangingPage, typed: TypedDep
) -> Response:
    """What the request lacked was handed in."""

    def act() -> str:
        matter = visible_matter(page.session, page.person, page.petition, ordinal)
        found = review_numbered(page.session, matter, review)
        given = read_typed(ReviewCompletionIn, typed)
        record_completion(page.session, page.person, page.petition, found, given, now=page.now)
        return "review_completed"

    return try_on_page(page, number, f"complete-{ordinal}-{review}", typed, act)


@router.post("/interim-answers")
def interim_answer_submitted(number: NumberInPath, page: ChangingPage, typed: TypedDep) -> Response:
    """Tell the petitioner something while work goes on."""

    def act() -> str:
        given = read_typed(InterimAnswerIn, typed)
        answer_interim(page.session, page.person, page.petition, given, now=page.now)
        return "answered_interim"

    return try_on_page(page, number, "interim", typed, act)


@router.post("/rating")
def rating_submitted(number: NumberInPath, page: ChangingPage, typed: TypedDep) -> Response:
    """Take down what the petitioner thinks of bureau and unit."""

    def act() -> str:
        take_rating(
            page.session, page.person, page.petition, read_typed(RatingIn, typed), now=page.now
        )
        return "rated"

    return try_on_page(page, number, "rate", typed, act)


@router.post("/supervisions")
def supervision_submitted(number: NumberInPath, page: ChangingPage, typed: TypedDep) -> Response:
    """Order a supervision."""

    def act() -> str:
        given = read_typed(SupervisionIn, typed)
        supervise(page.session, page.person, page.petition, given, now=page.now)
        return "supervised"

    return try_on_page(page, number, "supervise", typed, act)


@router.post("/documents/{document_id}/service")
def service_submitted(
    number: NumberInPath, document_id: str, page: ChangingPage, typed: TypedDep
) -> Response:
    """Record an attempt to serve a document."""

    def act() -> str:
        unticked = {"is_served": "false", "is_proved": "false"}
        given = read_typed(ServiceIn, unticked | typed)
        serve_document(page.session, page.person, document_id, given, now=page.now)
        return "served"

    return try_on_page(page, number, f"serve-{document_id}", typed, act)


def read_typed(shape: type[Shape], typed: dict[str, str]) -> Shape:
    """What was typed, in its shape. Raises InvalidInput."""
    try:
        return shape.model_validate(typed)
    except ValidationError:
        raise InvalidInput from None


def try_on_page(
    page: CasePage, number: str, form: str, typed: dict[str, str], act: Callable[[], str]
) -> Response:
    """Do it and go back to the case; what stands against it is shown beside what was typed."""
    try:
        with page.session.begin_nested():
            done = act()
    except REFUSALS as error:
        return page.refused(form, error, typed)
    return RedirectResponse(part_address(number, done), status_code=303)
