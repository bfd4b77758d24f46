"""Which unit has taken over from which, as handed over: followed through every later change."""

from sqlmodel import Session, select

from records.models import UnitHandOver


def heirs_of(session: Session) -> dict[str, str]:
    """The unit that has the matters now, by the id of each that was handed over."""
    direct = {row.unit_id: row.heir_id for row in session.exec(select(UnitHandOver))}
    return {unit: _last(unit, direct) for unit in direct}


def predecessors_of(session: Session) -> dict[str, list[str]]:
    """The same the other way round, sorted."""
    found: dict[str, list[str]] = {}
    for unit, heir in sorted(heirs_of(session).items()):
        found.setdefault(heir, []).append(unit)
    return found


def _last(unit: str, direct: dict[str, str]) -> str:
    # law.succession refuses cycles before anything is handed over.
    while unit in direct:
        unit = direct[unit]
    return unit
