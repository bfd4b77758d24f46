"""What the unit has found and written so far."""

from typing import Any

from api.queries.initial.start import Start
from records.models import Matter, Review


def standing(start: Start) -> dict[str, Any]:
    """How the matter came to the unit: what an objection depends on (article 23)."""
    matter = start.matter
    return {
        "is_direct": bool(matter and matter.is_direct),
        "is_objection_refused": bool(matter and matter.is_objection_refused),
    }


def draft(start: Start) -> dict[str, Any]:
    """The last draft, to go on with; before there is one, the facts that were found."""
    return found_at(start, "investigate_facts") | written(start)


def written(start: Start) -> dict[str, Any]:
    """`outcome`, `facts`, `answer`, `legal_basis` as they stand."""
    return as_it_stands(start.matter, "outcome")


def found_at(start: Start, element: str) -> dict[str, Any]:
    """`facts`: what was found out at this step, if it was."""
    found = str(start.said(element).get("findings") or "")
    return {"facts": found} if found else {}


def as_it_stands(opinion: Matter | Review | None, outcome: str) -> dict[str, Any]:
    """What is written of the opinion of a unit, or of one that reviews; `outcome` names the field
    of its result."""
    if opinion is None:
        return {}
    known = {
        outcome: opinion.outcome and opinion.outcome.value,
        "facts": opinion.facts,
        "answer": opinion.answer,
        "legal_basis": opinion.legal_basis,
    }
    return {key: value for key, value in known.items() if value}
