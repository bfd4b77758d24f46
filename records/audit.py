"""Writing the audit trail."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from records.models import AuditEntry


def record(
    session: Session,
    *,
    now: datetime,
    actor: str,
    action: str,
    petition_id: str | None = None,
    **detail: Any,  # noqa: ANN401 - any JSON value
) -> None:
    """Add one act to the trail. `detail` holds ids and codes only, never personal data."""
    session.add(
        AuditEntry(at=now, actor=actor, action=action, petition_id=petition_id, detail=detail)
    )
