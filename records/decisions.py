"""What each decision changes in the petition, and what of it the engine needs to route the case.

One function per user task, named as its element. Only what a function returns reaches the engine:
codes and unit ids, never text that people wrote.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlmodel import Session

from records.models import Petition
from records.models.petition import Category, Outcome
from records.units import require_unit

Variables = dict[str, Any]
CHOICES = ("select", "radio", "checkbox", "checklist", "taglist")


def classify_petition(
    session: Session, petition: Petition, data: dict[str, Any], on: date
) -> Variables:
    """Category (articles 29 to 31) and the unit with the power to handle it, which exists then."""
    unit = require_unit(session, str(data["unit"]), on)
    petition.category = Category(data["category"])
    petition.unit_id = unit.id
    return {"category": petition.category.value, "unit": petition.unit_id}


def handle_petition(
    _session: Session, petition: Petition, data: dict[str, Any], _on: date
) -> Variables:
    """Outcome and answer (article 32); the answer stays here."""
    petition.outcome = Outcome(data["outcome"])
    petition.answer = str(data["answer"])
    return {"outcome": petition.outcome.value}


DECISIONS: dict[str, Callable[[Session, Petition, dict[str, Any], date], Variables]] = {
    "classify_petition": classify_petition,
    "handle_petition": handle_petition,
}


def decide(
    session: Session,
    element_id: str,
    petition: Petition,
    data: dict[str, Any],
    schema: dict[str, Any],
    *,
    on: date,
) -> Variables:
    """Carry out the decision of this element and return its routing variables.

    An element without a function of its own (a designer's new step) routes by its choice fields.
    `on` is the day of the decision. Raises UnitNotFound, also for a unit that is dissolved by then.
    """
    function = DECISIONS.get(element_id)
    if function is None:
        return chosen_values(schema, data)
    variables = function(session, petition, data, on)
    session.add(petition)
    return variables


def chosen_values(schema: dict[str, Any], data: dict[str, Any]) -> Variables:
    """Values of the form's choice fields whose options the form itself lists: codes, not text."""
    keys = {
        component["key"]
        for component in schema.get("components", [])
        if component.get("type") == "checkbox"
        or (component.get("type") in CHOICES and component.get("values"))
    }
    return {key: value for key, value in data.items() if key in keys}
