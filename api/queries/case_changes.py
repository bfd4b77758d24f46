"""Whom a matter can be given to, and who can follow a handler that keeps out: for the forms."""

from collections.abc import Sequence

from api.queries.reader import Reader
from api.shapes.case import MatterOut
from api.shapes.common import Named
from records.people import members_of
from records.units import handling_units

TRANSFER, RECUSE = "transfer", "recuse"


def units_to_choose(reader: Reader, matters: Sequence[MatterOut]) -> list[Named]:
    """Units that handle matters today; none where the reader can give none of these away."""
    if not any(TRANSFER in one.may for one in matters):
        return []
    return [Named(id=one.id, name=one.name) for one in handling_units(reader.session, reader.today)]


def handlers_of(reader: Reader, matters: Sequence[MatterOut]) -> dict[int, list[Named]]:
    """Handlers of the unit that has it, by the number of each matter whose handler the reader can
    replace."""
    return {
        one.ordinal: [
            Named(id=user.id, name=user.name)
            for user in members_of(reader.session, [f"handler@{one.unit.id}"])
        ]
        for one in matters
        if RECUSE in one.may
    }
