"""Instances of what is sealed (article 30): no list of the engine shows them, to whoever runs it.

What is stuck in one is told on its case page, to the sealed desk.
"""

from sqlalchemy import ColumnElement, String, and_, cast, exists, literal, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from journal.tables import instance, variable
from records.models import Matter, Petition

SEALED_PROCESSES = ("sealed_report",)


def is_open_instance() -> ColumnElement[bool]:
    """Whether the instance of the row belongs to nothing sealed, as a condition."""
    report = aliased(Petition)  # the statement around it may have joined petitions of its own
    of_sealed_petition = exists().where(
        col(report.id) == instance.c.business_key, col(report.is_sealed)
    )
    sealed_ids = select(literal('"') + cast(col(Matter.id), String) + literal('"')).where(
        col(Matter.is_sealed)
    )
    of_sealed_matter = exists().where(
        variable.c.instance_key == instance.c.key,
        variable.c.scope_key == instance.c.key,
        variable.c.name == "matter_id",
        variable.c.value.in_(sealed_ids),
    )
    process = instance.c.process_id
    return and_(
        or_(process.is_(None), process.not_in(SEALED_PROCESSES)),
        ~of_sealed_petition,
        ~of_sealed_matter,
    )
