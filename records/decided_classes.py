"""Petitions whose content class a person decided: what a classifier can learn from."""

from sqlalchemy import inspect
from sqlmodel import Session, col, select

from records.errors import RecordsError
from records.models import Petition

COLUMN = "content_class"


class NoDecidedClasses(RecordsError):
    """No petition here has a content class that a person decided. Train from a CSV file: --file."""


def decided_classes(session: Session) -> list[tuple[str, str]]:
    """Subject and text together, and the first-level class; of nothing that is sealed (30).

    Raises NoDecidedClasses.
    """
    columns = inspect(Petition).columns
    found = list[tuple[str, str]]()
    if COLUMN in columns:
        decided = columns[COLUMN]
        rows = session.exec(
            select(Petition.subject, Petition.text, decided).where(
                decided.is_not(None), col(Petition.is_sealed).is_(False)
            )
        )
        found = [(f"{subject}\n{text}", str(level1)) for subject, text, level1 in rows]
    if not found:
        raise NoDecidedClasses
    return found
