"""Writing the audit trail."""

from datetime import datetime
from typing import Any, Final

from sqlmodel import Session

from law.instants import SHANGHAI
from records.models import AuditEntry
from records.standing_in import represented_by

ASK: Final = "?"
# They act for nobody: not looked up among deputies.
NOBODYS = frozenset({"engine", "setup", "command", "petitioner", "import"})


def record(
    session: Session,
    *,
    now: datetime,
    actor: str,
    action: str,
    petition_id: str | None = None,
    represents: str | None = ASK,
    **detail: Any,  # noqa: ANN401 - any JSON value
) -> None:
    """Add one act to the trail. `detail` holds ids and codes only, never personal data.

    `represents` is whom the actor stood in for in this act. Where the caller cannot tell, the trail
    names everybody for whom the actor stood in that day (`deputy_of`).
    """
    if represents == ASK:
        if actor not in NOBODYS:
            with session.no_autoflush:
                away = represented_by(session, actor, now.astimezone(SHANGHAI).date())
            detail |= {"deputy_of": away} if away else {}
    elif represents:
        detail["represents"] = represents
    session.add(
        AuditEntry(at=now, actor=actor, action=action, petition_id=petition_id, detail=detail)
    )
