"""Documents that were issued, of the plainest kind there is."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from records.documents import issue_document
from records.models import Document, Petition, Unit


def issued(session: Session, petition: Petition, unit: str, now: datetime, **more: Any) -> Document:
    """A paper that tells something, issued by this unit; `more` says what is different about it."""
    plain: dict[str, Any] = {
        "element_id": "send_acceptance",
        "kind": "告",
        "title": "告知单",
        "html": lambda number: f"<p>{number}</p>",
        "basis": "regulation_2022:22",
        "template_sha256": "0" * 64,
    }
    of = session.get_one(Unit, unit)
    return issue_document(session, petition=petition, unit=of, now=now, **plain | more)
