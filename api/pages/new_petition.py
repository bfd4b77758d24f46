"""Filing a petition at the window."""

from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api.actions.filing import file_at_window, filing_bureaus
from api.deps import LanguageDep, NowDep, PersonDep, SessionDep
from api.errors import ApiError, RoleMissing, status_of
from api.i18n import error_text
from api.pages.forms import faults_of, given_fields
from api.pages.render import render
from api.shapes.common import shanghai
from api.shapes.petition import NewPetitionIn
from records.models.petition import PetitionForm

router = APIRouter(include_in_schema=False, prefix="/petitions/new")
TEMPLATE = "new_petition.html"
# A form sent twice (an impatient second click) files one petition.
SOURCE = "window"


async def get_form(request: Request) -> dict[str, Any]:
    """The fields as typed, to be shown again when something is wrong."""
    return {key: value for key, value in (await request.form()).items() if isinstance(value, str)}


FormDep = Annotated[dict[str, Any], Depends(get_form)]


@router.get("")
def new_petition_page(request: Request, person: PersonDep, now: NowDep) -> Response:
    """An empty form."""
    if not filing_bureaus(person):
        raise RoleMissing
    typed = {
        "form": "visit",
        "received_on": shanghai(now).date().isoformat(),
        "source_id": str(uuid4()),
    }
    return _page(request, typed, {}, "")


@router.post("")
def new_petition_submitted(
    request: Request,
    form: FormDep,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> Response:
    """File it; everything typed stays when something is wrong."""
    fields = given_fields(NewPetitionIn, form)
    fields["claims"] = [line for line in fields.get("claims", "").split("\n") if line.strip()]
    fields["tags"] = [tag.strip() for tag in fields.get("tags", "").split(",") if tag.strip()]
    if form.get("source_id"):
        fields["source"] = {"system": SOURCE, "id": form["source_id"]}
    try:
        given = NewPetitionIn.model_validate(fields)
        filed, _ = file_at_window(session, person, given, now=now)
    except ValidationError as error:
        return _page(request, form, faults_of(error, language), "", 422)
    except ApiError as error:
        return _page(request, form, {}, error_text(language, error), status_of(error))
    return RedirectResponse(f"/petitions/{filed.number}?done=filed", status_code=303)


def _page(
    request: Request, typed: dict[str, Any], faults: dict[str, str], fault: str, status: int = 200
) -> Response:
    names = NewPetitionIn.model_fields
    return render(
        request,
        TEMPLATE,
        status,
        typed={name: typed.get(name, "") for name in (*names, "source_id")},
        faults={name: faults.get(name, "") for name in names},
        fault=fault,
        forms=[form.value for form in PetitionForm],
    )
