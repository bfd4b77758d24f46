"""The form for an absence, on one's own page and on the administrators'."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Form
from sqlmodel import Session

from api.actions.absences import enter
from api.errors import status_of
from api.i18n import error_text, text
from api.language import Language
from api.shapes.absence import AbsenceIn
from records.errors import RecordsError
from records.person import Person


@dataclass(frozen=True)
class TypedAbsence:
    """What was typed; who is away is empty for oneself."""

    who: str = ""
    deputy: str = ""
    first_day: str = ""
    last_day: str = ""


def get_typed(
    who: Annotated[str, Form(max_length=60)] = "",
    deputy: Annotated[str, Form(max_length=60)] = "",
    first_day: Annotated[str, Form(max_length=10)] = "",
    last_day: Annotated[str, Form(max_length=10)] = "",
) -> TypedAbsence:
    """The fields of the form."""
    return TypedAbsence(who, deputy, first_day, last_day)


TypedAbsenceDep = Annotated[TypedAbsence, Depends(get_typed)]


def enter_typed(
    session: Session, person: Person, typed: TypedAbsence, *, language: Language, now: datetime
) -> tuple[int, str]:
    """Enter it; the status, and what is wrong where something is."""
    try:
        given = AbsenceIn(
            person=typed.who or None,
            deputy=typed.deputy,
            first_day=date.fromisoformat(typed.first_day),
            last_day=date.fromisoformat(typed.last_day),
        )
    except ValueError:
        return 422, text(language, "absence.incomplete")
    try:
        with session.begin_nested():
            enter(session, person, given, now=now)
    except RecordsError as error:
        return status_of(error), error_text(language, error)
    return 200, ""
