"""Keeping a unit's template texts: its leaders do."""

from datetime import datetime

from sqlmodel import Session

from api.errors import NotFound
from api.shapes.answer_template import AnswerTemplateIn
from records import answer_templates as kept
from records.decisions import DECISIONS
from records.errors import RecordsError
from records.models import AnswerTemplate
from records.people import LEADER_ROLES, Person


class StepUnknown(RecordsError):
    """There is no such step in the procedure. Choose one of the list."""

    field = "element_id"


def led_units(person: Person) -> list[str]:
    """Units whose template texts the person keeps."""
    return person.units_with(*LEADER_ROLES)


def led_unit(person: Person, unit: str | None) -> str:
    """The unit asked for, else the person's first. Raises NotFound for who does not lead it."""
    led = led_units(person)
    if not led or (unit and unit not in led):
        raise NotFound
    return unit or led[0]


def keep_template(
    session: Session,
    person: Person,
    unit: str,
    given: AnswerTemplateIn,
    *,
    now: datetime,
    template_id: str | None = None,
) -> AnswerTemplate:
    """Add or change one.

    Raises NotFound, StepUnknown, AnswerTemplateNotFound, PlaceholderUnknown.
    """
    at = led_unit(person, unit)
    if given.element_id and given.element_id not in DECISIONS:
        raise StepUnknown
    known = kept.get_template(session, at, template_id) if template_id else None
    return kept.keep_template(
        session, at, actor=person.id, now=now, template=known, **given.model_dump()
    )


def drop_template(
    session: Session, person: Person, unit: str, template_id: str, *, now: datetime
) -> None:
    """Delete one. Raises NotFound, AnswerTemplateNotFound."""
    found = kept.get_template(session, led_unit(person, unit), template_id)
    kept.drop_template(session, found, actor=person.id, now=now)
