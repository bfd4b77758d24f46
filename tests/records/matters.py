"""Matters of the made-up petition, put on file directly."""

from typing import Any

from sqlmodel import Session

from records.models import Matter
from records.models.petition import Category
from tests.records.cases import UNIT


def add_matter(session: Session, petition_id: str, ordinal: int = 1, **fields: Any) -> Matter:
    """A claim that the demo city's housing unit has."""
    matter = Matter(
        petition_id=petition_id,
        ordinal=ordinal,
        **{"category": Category.claim, "unit_id": UNIT, "received_on": None} | fields,
    )
    session.add(matter)
    session.flush()
    return matter
