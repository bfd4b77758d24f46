"""The matters of a petition: finding them, and what is known of them."""

from collections.abc import Mapping

from sqlalchemy import delete
from sqlmodel import Session, col, select

from records.errors import MatterNotFound
from records.models import Matter, MatterFact, Unit
from records.units import BUREAU

TRUE = "true"
Fact = str | bool


def matters_of(session: Session, petition_id: str) -> list[Matter]:
    """The matters of a petition, in the order of its claims."""
    return list(
        session.exec(
            select(Matter).where(Matter.petition_id == petition_id).order_by(col(Matter.ordinal))
        )
    )


def get_matter(session: Session, matter_id: str) -> Matter:
    """The matter with this id. Raises MatterNotFound."""
    matter = session.get(Matter, matter_id)
    if matter is None:
        raise MatterNotFound
    return matter


def facts_of(session: Session, matter_id: str) -> dict[str, Fact]:
    """What is known of a matter, by the variable of the decision tables: True, or a word."""
    facts = session.exec(select(MatterFact).where(MatterFact.matter_id == matter_id))
    return {fact.name: fact.value == TRUE or fact.value for fact in facts}


def set_facts(session: Session, matter_id: str, facts: Mapping[str, Fact | None]) -> None:
    """Note these facts beside those that are known; one that is False, empty or None goes away."""
    for name, value in facts.items():
        session.execute(
            delete(MatterFact).where(
                col(MatterFact.matter_id) == matter_id, col(MatterFact.name) == name
            )
        )
        if value:
            word = TRUE if value is True else str(value)
            session.add(MatterFact(matter_id=matter_id, name=name, value=word))
    session.flush()


def parents_of_units(session: Session) -> dict[str, str | None]:
    """The superior of every unit, as law.unit_tree asks for them."""
    rows = session.exec(select(Unit.id, Unit.parent_id))
    return {unit_id: parent_id for unit_id, parent_id in rows}  # noqa: C416 - rows are no pairs


def is_lower_bureau(session: Session, unit_id: str) -> bool:
    """Whether the unit is a petition bureau: it passes a matter on and does not handle it."""
    unit = session.get(Unit, unit_id)
    return unit is not None and unit.kind == BUREAU
