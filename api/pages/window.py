"""The page of the window: queue of the day, quick registration beside it, the receipt after it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from sqlmodel import Session

from api.actions import window as actions
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep, SessionDep
from api.errors import ApiError, InvalidInput, status_of
from api.i18n import error_text, text
from api.language import Language
from api.pages.fault_links import fault_links
from api.pages.filing_drafts import offered_drafts
from api.pages.filing_form import Typed
from api.pages.new_petition import DuplicatesDep, Said, TypedDep, empty_form, try_to_file
from api.pages.render import render
from api.queries.window import receipt_view, window_view
from api.routes.petitions import NumberInPath
from api.routes.window import DayAsked, UnitAsked, VisitorInPath, receipt_of
from api.shapes.common import Named, shanghai
from api.shapes.window import UnregisteredIn, VisitorIn, VisitorOut, WindowOut
from printing.qr import qr_image
from records.errors import RecordsError
from records.models.reception import Unregistered
from records.people import Person, unit_names

router = APIRouter(include_in_schema=False, prefix="/window")
ORAL = ("visit", "phone")


@dataclass(frozen=True)
class Desk:
    """Whose window, in which request; answers with the whole page, or with the queue alone."""

    request: Request
    session: Session
    person: Person
    language: Language
    now: datetime
    unit: str | None

    def show(
        self,
        *,
        day: date | None = None,
        said: str = "",
        fault: str = "",
        status: int = 200,
        typed: Typed | None = None,
        filing: Said | None = None,
    ) -> Response:
        """The page; htmx asks for the part with the queue. Raises NotFound."""
        today = shanghai(self.now).date()
        at = actions.window_of(self.person, self.unit)
        view = window_view(self.session, self.person, at, day or today, self.language)
        mine = next((one for one in view.visitors if one.is_mine), None)
        shared = {
            "window": view,
            "mine": mine,
            "is_today": view.day == today,
            "said": said,
            "desk_fault": fault,
            "reasons": [one.value for one in Unregistered],
        }
        if "hx-request" in self.request.headers:
            # Other refusals than conflicts are not put into the page (common.js).
            shown = 409 if status >= 400 else status
            return render(self.request, "_window_desk.html", shown, **shared)
        told = filing or Said()
        return render(
            self.request,
            "window.html",
            status,
            **shared,
            **self._quick_form(typed or _prefilled(today, mine), told, view),
            windows=self._windows(),
        )

    def _quick_form(self, typed: Typed, told: Said, view: WindowOut) -> dict[str, object]:
        return {
            "typed": typed,
            "forms": ORAL,
            "fault": told.fault,
            "faults": told.faults,
            "fault_links": fault_links(told.faults, self.language),
            "duplicates": told.duplicates,
            "must_confirm": told.must_confirm,
            "drafts": []
            if told.fault or told.faults
            else offered_drafts(self.session, self.person),
        }

    def _windows(self) -> list[Named]:
        seen = actions.windows_of(self.person)
        names = unit_names(self.session, {*seen})
        return [Named(id=one, name=names.get(one, one)) for one in seen]


def get_desk(
    request: Request,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    unit: UnitAsked = None,
) -> Desk:
    """The window that is about to be changed, in the transaction of the route. Raises NotFound."""
    return Desk(request, session, person, language, now, actions.window_of(person, unit))


DeskDep = Annotated[Desk, Depends(get_desk, scope="function")]


@router.get("")
def window_opened(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    unit: UnitAsked = None,
    day: DayAsked = None,
) -> Response:
    """The window today, or its queue on an earlier day."""
    return Desk(request, session, person, language, now, unit).show(day=day)


@router.post("/visitors")
def visitor_added(
    desk: DeskDep,
    name: Annotated[str, Form()] = "",
    about: Annotated[str, Form()] = "",
    phone: Annotated[str, Form()] = "",
    people: Annotated[str, Form()] = "1",
) -> Response:
    """Give a visitor the next number."""

    def act() -> str:
        try:
            given = VisitorIn.model_validate(
                {"name": name, "about": about, "phone": phone.strip() or None, "people": people}
            )
        except ValidationError:
            raise InvalidInput from None
        added = actions.add_visitor(desk.session, desk.person, desk.unit, given, now=desk.now)
        day = shanghai(desk.now).date()
        view = window_view(desk.session, desk.person, added.unit_id, day, desk.language)
        return text(desk.language, "window.said.added", number=added.number, ahead=view.waiting - 1)

    return _try(desk, act)


@router.post("/next")
def next_called(desk: DeskDep) -> Response:
    """Call who has waited longest."""

    def act() -> str:
        called = actions.call_next(desk.session, desk.person, desk.unit, now=desk.now)
        return text(desk.language, "window.said.called", number=called.number)

    return _try(desk, act)


@router.post("/visitors/{visitor_id}/call")
def visitor_called(desk: DeskDep, visitor_id: VisitorInPath) -> Response:
    """Call this one."""

    def act() -> str:
        called = actions.call_visitor(desk.session, desk.person, visitor_id, now=desk.now)
        return text(desk.language, "window.said.called", number=called.number)

    return _try(desk, act)


@router.post("/visitors/{visitor_id}/waiting")
def visitor_put_back(desk: DeskDep, visitor_id: VisitorInPath) -> Response:
    """Let the visitor wait again."""

    def act() -> str:
        waiting = actions.put_back(desk.session, desk.person, visitor_id, now=desk.now)
        return text(desk.language, "window.said.put_back", number=waiting.number)

    return _try(desk, act)


@router.post("/visitors/{visitor_id}/unregistered")
def visit_ended(
    desk: DeskDep,
    visitor_id: VisitorInPath,
    reason: Annotated[Unregistered, Form()],
    note: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """End a visit without a petition."""

    def act() -> str:
        given = UnregisteredIn(reason=reason, note=note)
        ended = actions.end_unregistered(desk.session, desk.person, visitor_id, given, now=desk.now)
        return text(desk.language, "window.said.ended", number=ended.number)

    return _try(desk, act)


@router.post("/registrations")
def registration_submitted(typed: TypedDep, found: DuplicatesDep, desk: DeskDep) -> Response:
    """File what the window knows, then show the receipt; what was typed stays otherwise.

    What is alike is looked up first: in the transaction of the desk it would wait for a slot.
    """
    said = Said()
    at = actions.working_at(desk.person, desk.unit)
    typed.values |= {"bureau": at, "received_on": shanghai(desk.now).date().isoformat()}
    filed, status = try_to_file(
        desk.session, desk.person, typed, found, said, language=desk.language, now=desk.now
    )
    if filed:
        return RedirectResponse(f"/window/receipts/{filed.number}?done=filed", status_code=303)
    return desk.show(typed=typed, filing=said, status=status)


@router.get("/receipts/{number}")
def receipt_opened(
    request: Request,
    number: NumberInPath,
    person: PersonDep,
    session: ReadingDep,
    runtime: RuntimeDep,
    done: str = "",
) -> Response:
    """The query code to copy by hand, and the receipt to print; htmx asks for the latter alone."""
    petition = receipt_of(session, person, number)
    receipt = receipt_view(session, petition, runtime.settings)
    is_part = "hx-request" in request.headers
    return render(
        request,
        "_receipt_paper.html" if is_part else "receipt.html",
        receipt=receipt,
        qr=qr_image(receipt.query_address) if receipt.query_address else "",
        is_new=done == "filed",
    )


def _try(desk: Desk, act: Callable[[], str]) -> Response:
    """Do it and show the window; what stands against it is said above the queue."""
    try:
        with desk.session.begin_nested():
            said = act()
    except (ApiError, RecordsError) as error:
        if status_of(error) == 404:
            raise
        return desk.show(fault=error_text(desk.language, error), status=status_of(error))
    if "hx-request" in desk.request.headers:
        return desk.show(said=said)
    return RedirectResponse(f"/window?unit={desk.unit}", status_code=303)


def _prefilled(today: date, mine: VisitorOut | None) -> Typed:
    typed = empty_form(today)
    if mine:
        known = {"petitioner_name": mine.name, "phone": mine.phone or "", "subject": mine.about}
        typed.values |= known | {"people": str(mine.people)}
    return typed
