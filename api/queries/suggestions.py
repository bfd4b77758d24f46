"""Figures of suggestions, for who oversees and the bureau; a unit reads its own (article 29)."""

from datetime import date

from sqlmodel import Session

from api.errors import RoleMissing
from api.shapes.common import Named
from api.shapes.suggestion import SuggestionFigures, SuggestionRow
from law.decision_facts import Adoption
from records.people import BUREAU_ROLES, UNIT_ROLES, Person, unit_names
from records.suggestions import suggestions_by_unit


def suggestion_figures(
    session: Session, person: Person, today: date, since: date | None, until: date | None
) -> SuggestionFigures:
    """This year's until today, unless other days are asked for. Raises RoleMissing."""
    first, last = since or today.replace(month=1, day=1), until or today
    found = suggestions_by_unit(session, first, last, _units(person))
    names = unit_names(session, {one.unit_id for one in found})
    return SuggestionFigures(
        since=first,
        until=last,
        units=[
            SuggestionRow(
                unit=Named(id=one.unit_id, name=names[one.unit_id]),
                adopted=one.studied[Adoption.adopted],
                partly=one.studied[Adoption.partly],
                not_adopted=one.studied[Adoption.not_adopted],
                rewarded=one.rewarded,
                open=one.open,
            )
            for one in found
        ],
    )


def _units(person: Person) -> list[str] | None:
    if person.oversees or person.has(*BUREAU_ROLES):
        return None
    units = person.units_with(*UNIT_ROLES)
    if not units:
        raise RoleMissing
    return units
