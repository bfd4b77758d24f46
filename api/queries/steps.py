"""Steps of the procedure by name, as the newest diagrams that the journal keeps call them."""

from sqlalchemy import func, select
from sqlmodel import Session

from api.queries.diagram import element_names
from journal.tables import process
from records.decisions import DECISIONS


def step_names(session: Session) -> dict[str, str]:
    """Name of each user task by its id, in the order of the procedure; unknown ones by their id."""
    newest = select(func.max(process.c.definition_key)).group_by(process.c.process_id).subquery()
    found: dict[str, str] = {}
    for (key,) in session.execute(select(newest)):
        found |= element_names(session, key)
    return {element: found.get(element, element) for element in DECISIONS}
