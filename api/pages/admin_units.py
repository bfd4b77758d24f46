"""Administration: the tree of units, and everybody's absences."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from sqlmodel import Session

from api.actions.admin import create_unit
from api.deps import AdministratorDep, LanguageDep, NowDep, ReadingDep, SessionDep
from api.errors import status_of
from api.i18n import error_text, text
from api.language import Language
from api.pages.absence_form import TypedAbsence, TypedAbsenceDep, enter_typed
from api.pages.render import render
from api.queries.absences import absence_choices, absence_views
from api.queries.admin import unit_tree
from api.queries.vocabularies import vocabulary_view
from api.routes.absences import AbsenceId
from api.shapes.admin import UnitIn
from api.shapes.common import shanghai
from records.absences import end_absence
from records.errors import RecordsError
from records.people import Person
from records.unit_admin import UnitInvalid, move_unit

router = APIRouter(include_in_schema=False, prefix="/admin")
DONE = ("added", "moved")
Text = Annotated[str, Form(max_length=255)]


@dataclass(frozen=True)
class TypedUnit:
    """What was typed about a new unit."""

    id: str = ""
    name: str = ""
    designation: str = ""
    division: str = ""
    serial: str = ""
    kind: str = "department"
    level: str = ""
    parent: str = ""


def get_typed_unit(
    id: Text = "",
    name: Text = "",
    designation: Text = "",
    division: Text = "",
    serial: Text = "",
    kind: Text = "",
    level: Text = "",
    parent: Text = "",
) -> TypedUnit:
    """The fields of the form."""
    return TypedUnit(id, name, designation, division, serial, kind, level, parent)


@router.get("/units")
def units_listed(
    request: Request,
    person: AdministratorDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    done: str = "",
) -> Response:
    """Units as a tree, and a form for a new one."""
    said = text(language, f"admin.done_{done}") if done in DONE else ""
    return _units(request, session, language, now, said=said)


@router.post("/units")
def unit_submitted(
    request: Request,
    person: AdministratorDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    typed: Annotated[TypedUnit, Depends(get_typed_unit)],
) -> Response:
    """Add a unit."""
    optional = {"level": typed.level or None, "parent": typed.parent or None}
    try:
        with session.begin_nested():
            create_unit(session, person, UnitIn(**asdict(typed) | optional), now=now)
    except ValidationError:
        fault = error_text(language, UnitInvalid("name"))
        return _units(request, session, language, now, status=422, fault=fault, typed=typed)
    except RecordsError as error:
        fault = error_text(language, error)
        if error.field:
            fault = f"{text(language, f'unit.{error.field}')}: {fault}"
        status = status_of(error)
        return _units(request, session, language, now, status=status, fault=fault, typed=typed)
    return RedirectResponse("/admin/units?done=added", status_code=303)


@router.post("/units/{unit_id}/parent")
def unit_moved(
    request: Request,
    unit_id: str,
    person: AdministratorDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    parent: Text = "",
) -> Response:
    """Put a unit below another one."""
    try:
        with session.begin_nested():
            move_unit(session, unit_id, parent or None, actor=person.id, now=now)
    except RecordsError as error:
        fault = error_text(language, error)
        return _units(request, session, language, now, status=status_of(error), fault=fault)
    return RedirectResponse("/admin/units?done=moved", status_code=303)


@router.get("/absences")
def absences_listed(
    request: Request,
    person: AdministratorDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> Response:
    """Everybody's absences."""
    return _absences(request, session, person, language, now)


@router.post("/absences")
def absence_submitted(
    request: Request,
    person: AdministratorDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    typed: TypedAbsenceDep,
) -> Response:
    """Enter anybody's absence."""
    status, fault = enter_typed(session, person, typed, language=language, now=now)
    if not fault:
        return RedirectResponse("/admin/absences", status_code=303)
    return _absences(
        request, session, person, language, now, status=status, fault=fault, typed=typed
    )


@router.post("/absences/{absence_id}/end")
def absence_ended(
    absence_id: AbsenceId, person: AdministratorDep, session: SessionDep, now: NowDep
) -> Response:
    """End anybody's absence."""
    end_absence(session, person, absence_id, now=now)
    return RedirectResponse("/admin/absences", status_code=303)


def _units(
    request: Request,
    session: Session,
    language: Language,
    now: datetime,
    *,
    status: int = 200,
    said: str = "",
    fault: str = "",
    typed: TypedUnit = TypedUnit(),
) -> Response:
    today = shanghai(now).date()
    kinds = vocabulary_view(session, "unit_kind", today, language).terms
    levels = vocabulary_view(session, "unit_level", today, language).terms
    return render(
        request,
        "admin_units.html",
        status,
        units=unit_tree(session),
        kinds={term.code: term.name for term in kinds},
        levels={term.code: term.name for term in levels},
        said=said,
        fault=fault,
        typed=typed,
    )


def _absences(
    request: Request,
    session: Session,
    person: Person,
    language: Language,
    now: datetime,
    *,
    status: int = 200,
    fault: str = "",
    typed: TypedAbsence = TypedAbsence(),  # noqa: B008 - frozen
) -> Response:
    return render(
        request,
        "admin_absences.html",
        status,
        absences=absence_views(session, person, language, shanghai(now).date()),
        choices=absence_choices(session, person),
        act_at="/admin/absences",
        absence_fault=fault,
        typed=typed,
    )
