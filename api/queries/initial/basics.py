"""What every form starts from: which petition, which claim, until when."""

from typing import Any

from sqlmodel import col, func, select

from api.queries.initial.start import Start
from records.models import Claim, Clock


def basics(start: Start) -> dict[str, Any]:
    """Number, subject and receipt; `due`: the last day by code of the clock that runs.

    `claim_number` says which of `claims_count` claims the task is about.
    """
    petition, matter = start.petition, start.matter
    data: dict[str, Any] = {
        "number": petition.number,
        "subject": petition.subject,
        "received_on": petition.received_on.isoformat(),
        "due": _due(start),
    }
    if matter is not None:
        counted = select(func.count()).where(Claim.petition_id == petition.id)
        data["claim_number"] = matter.ordinal
        data["claims_count"] = start.session.exec(counted).one()
    return data


def _due(start: Start) -> dict[str, str]:
    query = select(col(Clock.code), col(Clock.due_on)).where(
        Clock.petition_id == start.petition.id, col(Clock.is_running)
    )
    if start.matter is not None:
        query = query.where(Clock.matter_id == start.matter.id)
    rows = start.session.exec(query.order_by(col(Clock.due_on).desc()))
    return {code: due_on.isoformat() for code, due_on in rows}
