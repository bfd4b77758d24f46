"""Units as options of a list."""

from typing import Any

from api.queries.initial.start import Start, options_of
from records.recipients import receiving_units, subordinate_units
from records.units import existing_units, handling_units


def receiving(start: Start) -> dict[str, Any]:
    """`unit_options`: units that the petition's bureau can send to, lower bureaus among them."""
    units = receiving_units(start.session, start.petition.bureau_id, start.today)
    return {"unit_options": options_of(units)}


def receiving_below(start: Start) -> dict[str, Any]:
    """`unit_options`: the same for the lower bureau that has the matter."""
    sender = start.matter.unit_id if start.matter else start.petition.bureau_id
    return {"unit_options": options_of(receiving_units(start.session, sender, start.today))}


def existing(start: Start) -> dict[str, Any]:
    """`unit_options`: every unit."""
    return {"unit_options": options_of(existing_units(start.session, start.today))}


def handling(start: Start) -> dict[str, Any]:
    """`unit_options`: units that handle matters."""
    return {"unit_options": options_of(handling_units(start.session, start.today))}


def subordinate(start: Start) -> dict[str, Any]:
    """`subordinate_options`: units below the one that has the matter."""
    if start.matter is None:
        return {"subordinate_options": []}
    units = subordinate_units(start.session, start.matter.unit_id, start.today)
    return {"subordinate_options": options_of(units)}
