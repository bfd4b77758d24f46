"""Forms of the case page for what the office puts on file: notes, attachments; and a look at one
field of a person."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response, UploadFile
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from api.actions.case_file import (
    add_attachment,
    add_note,
    change_note,
    check_may_add,
    take_attachment_away,
)
from api.actions.reveal import reveal
from api.deps import LanguageDep, NowDep, PersonDep, RuntimeDep, read_briefly
from api.errors import InvalidInput
from api.pages.case_page import REFUSALS, CasePage, Revealed
from api.pages.case_parts import part_address
from api.pages.case_requests import TypedDep, read_typed, try_on_page
from api.pages.petition import ChangingPage
from api.pages.render import render
from api.queries.visibility import visible_petition
from api.routes.petitions import NumberInPath
from api.shapes.case_file import NoteEditIn, NoteIn
from api.shapes.case_people import RevealIn
from api.shapes.common import Code

router = APIRouter(include_in_schema=False, prefix="/petitions/{number}")
CodeInPath = Annotated[Code, Path()]


@router.post("/people/{who}/reveal")
def reveal_submitted(
    request: Request, who: CodeInPath, page: ChangingPage, typed: TypedDep
) -> Response:
    """One field of one person: htmx puts it in its place, else the page shows it once."""
    wanted = read_typed(RevealIn, typed).field
    value = reveal(page.session, page.person, page.petition, who, wanted, now=page.now)
    if "hx-request" in request.headers:
        return render(request, "_revealed.html", value=value)
    return page.show(revealed=Revealed(who, wanted, value))


@router.post("/notes")
def note_submitted(number: NumberInPath, page: ChangingPage, typed: TypedDep) -> Response:
    """A note."""

    def act() -> str:
        text = read_typed(NoteIn, typed).text
        add_note(page.session, page.person, page.petition, text, now=page.now)
        return "noted"

    return try_on_page(page, number, "note", typed, act)


@router.post("/notes/{note_id}")
def note_edited(
    number: NumberInPath, note_id: CodeInPath, page: ChangingPage, typed: TypedDep
) -> Response:
    """The note says something else now."""

    def act() -> str:
        given = read_typed(NoteEditIn, typed)
        change_note(
            page.session,
            page.person,
            page.petition,
            note_id,
            given.text,
            edition=given.edition,
            now=page.now,
        )
        return "note_edited"

    return try_on_page(page, number, f"note-{note_id}", typed, act)


@router.post("/attachments")
async def attachment_submitted(
    request: Request,
    number: NumberInPath,
    person: PersonDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
    file: UploadFile | str = "",
) -> Response:
    """A file. The scanner may take its time, so no transaction is open meanwhile."""
    try:
        if isinstance(file, str):
            raise InvalidInput
        content = await file.read()
        await add_attachment(runtime, person, number, file.filename or "", content, language)
    except REFUSALS as error:
        refused = error

        def again(session: Session) -> Response:
            petition = visible_petition(session, person, number)
            page = CasePage(request, session, person, petition, language, now)
            return page.refused("attach", refused, {})

        return await read_briefly(runtime, again)
    return RedirectResponse(part_address(number, "attached"), status_code=303)


@router.post("/attachments/{attachment_id}/removal")
def removal_submitted(
    number: NumberInPath,
    attachment_id: CodeInPath,
    page: ChangingPage,
    runtime: RuntimeDep,
) -> Response:
    """Its bringer takes a file away."""

    def act() -> str:
        check_may_add(page.session, page.person, page.petition)
        take_attachment_away(
            page.session,
            page.person,
            page.petition,
            attachment_id,
            store=runtime.store,
            now=page.now,
        )
        return "attachment_removed"

    return try_on_page(page, number, f"attach-{attachment_id}", {}, act)
