"""What the unit has found and written so far."""

from typing import Any

from api.queries.initial.start import Start


def standing(start: Start) -> dict[str, Any]:
    """How the matter came to the unit: what an objection depends on (article 23)."""
    matter = start.matter
    return {
        "is_direct": bool(matter and matter.is_direct),
        "is_objection_refused": bool(matter and matter.is_objection_refused),
    }


def draft(start: Start) -> dict[str, Any]:
    """The last draft, to go on with; before there is one, the facts that were found."""
    found = str(start.said("investigate_facts").get("findings") or "")
    return ({"facts": found} if found else {}) | written(start)


def written(start: Start) -> dict[str, Any]:
    """`outcome`, `facts`, `answer`, `legal_basis` as they stand."""
    matter = start.matter
    if matter is None:
        return {}
    known = {
        "outcome": matter.outcome and matter.outcome.value,
        "facts": matter.facts,
        "answer": matter.answer,
        "legal_basis": matter.legal_basis,
    }
    return {key: value for key, value in known.items() if value}
