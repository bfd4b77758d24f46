"""Who handles for the unit, and who keeps out of the matter (article 28(3))."""

from typing import Any

from api.queries.initial.start import Start
from records.interest import interested_in
from records.people import members_of


def options(start: Start) -> dict[str, Any]:
    """`handler_options`: members of the unit with the role handler."""
    units = [start.matter.unit_id] if start.matter else sorted(start.task.units)
    return members_to_choose(start, [f"handler@{unit}" for unit in units])


def members_to_choose(start: Start, groups: list[str]) -> dict[str, Any]:
    """`handler_options`: the members of these groups."""
    members = members_of(start.session, groups)
    return {"handler_options": [{"label": user.name, "value": user.id} for user in members]}


def interested(start: Start) -> dict[str, Any]:
    """`interested`: who was noted before."""
    if start.matter is None:
        return {}
    return {"interested": sorted(interested_in(start.session, start.matter.id))}
