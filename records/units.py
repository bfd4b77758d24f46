"""Units: adding, finding, listing."""

from sqlmodel import Session, col, select

from records.errors import UnitNotFound
from records.models import Unit

BUREAU, DEPARTMENT = KINDS = ("bureau", "department")


def the_bureau(session: Session, unit_id: str | None = None) -> Unit:
    """The petition bureau named, or the only one there is. Raises UnitNotFound."""
    if unit_id:
        unit = session.get(Unit, unit_id)
        if unit is None:
            raise UnitNotFound(f"There is no unit {unit_id}. `./xinfang unit list` shows them.")
        if unit.kind != BUREAU:
            raise UnitNotFound(
                f"{unit_id} is no petition bureau. `./xinfang unit list` shows which units are."
            )
        return unit
    bureaus = session.exec(select(Unit).where(Unit.kind == BUREAU)).all()
    if len(bureaus) != 1:
        raise UnitNotFound(
            f"There are {len(bureaus)} bureaus: say which one with --bureau, "
            "or add one with `./xinfang unit add`."
        )
    return bureaus[0]


def list_units(session: Session) -> list[Unit]:
    """All units, by id."""
    return list(session.exec(select(Unit).order_by(col(Unit.id))))
