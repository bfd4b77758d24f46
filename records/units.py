"""Units: finding, listing, and which of them exist on a day."""

from datetime import date

from sqlmodel import Session, col, or_, select

from records.errors import UnitNotFound
from records.models import Unit

# Codes of the vocabulary unit_kind that the procedure decides by.
BUREAU, DEPARTMENT = "bureau", "department"
SUPERVISION = "supervision"  # 监察机关: receives reports on officials
# They pass matters on, co-ordinate, review or supervise; they are not asked to handle one.
NOT_HANDLING = (BUREAU, "conference_office", "review_body", SUPERVISION)


def the_bureau(session: Session, unit_id: str | None = None) -> Unit:
    """The petition bureau named, or the only one with no bureau above it. Raises UnitNotFound."""
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
    if len(bureaus) > 1:
        known = {one.id for one in bureaus}
        at_top = [one for one in bureaus if one.parent_id not in known]
        bureaus = [one for one in at_top if one.dissolved_on is None]
    if len(bureaus) != 1:
        raise UnitNotFound(
            f"There are {len(bureaus)} bureaus: say which one with --bureau, "
            "or add one with `./xinfang unit add`."
        )
    return bureaus[0]


def list_units(session: Session) -> list[Unit]:
    """All units, by id."""
    return list(session.exec(select(Unit).order_by(col(Unit.id))))


def exists_on(unit: Unit, on: date) -> bool:
    """Whether the unit exists on that day: begun, and not dissolved by then."""
    return (unit.in_force_from is None or unit.in_force_from <= on) and (
        unit.dissolved_on is None or on < unit.dissolved_on
    )


def handling_units(session: Session, on: date) -> list[Unit]:
    """Units that a petition can be sent to on that day, by id."""
    return list(
        session.exec(
            select(Unit)
            .where(
                col(Unit.kind).not_in(NOT_HANDLING),
                or_(col(Unit.in_force_from).is_(None), col(Unit.in_force_from) <= on),
                or_(col(Unit.dissolved_on).is_(None), col(Unit.dissolved_on) > on),
            )
            .order_by(col(Unit.id))
        )
    )


def existing_units(session: Session, on: date) -> list[Unit]:
    """Every unit that exists on that day, by id."""
    return [unit for unit in list_units(session) if exists_on(unit, on)]


def units_of_kind(session: Session, kind: str) -> list[str]:
    """Ids of the units of this kind, sorted."""
    return list(session.exec(select(Unit.id).where(Unit.kind == kind).order_by(col(Unit.id))))


def require_unit(session: Session, unit_id: str, on: date) -> Unit:
    """The unit, which exists on that day. Raises UnitNotFound."""
    unit = session.get(Unit, unit_id)
    if unit is None or not exists_on(unit, on):
        raise UnitNotFound
    return unit
