"""Opening the matters of a petition: one for each claim, as it was classified or filed."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from law.decision_facts import Litigation, SimpleGround
from law.decision_words import DispatchMode
from records.matters import set_facts
from records.models import Claim, Matter, Petition
from records.models.petition import Category
from records.similarity import SEALED

LITIGATION = "litigation"
# What a clerk may know when a petition is classified; the decision tables ask for these.
FACTS = (
    LITIGATION,
    "arbitration_open",
    "party_appeal_open",
    "administrative_open",
    "duty_open",
    "is_urgent",
    "needs_feedback",
    "has_leader_instruction",
    "is_in_media",
    "is_backlog",
    "is_likely_rejected",
    "is_several_units",
)
SUGGESTIONS = (Category.proposal, Category.opinion)


def open_as_classified(session: Session, petition: Petition, data: dict[str, Any]) -> list[Matter]:
    """The matters as the form `classify_petition` has them; opened before, they follow it.

    What is sealed stays with the bureau until it is handed over. Only what a unit handles is
    assigned or simple. Raises ValueError for a code that the form does not offer.
    """
    rows = {int(row["ordinal"]): row for row in data.get("claims") or () if row.get("ordinal")}
    ticked = {str(fact) for fact in data.get("facts") or ()}
    return [
        _open_one(session, petition, ordinal, data | _said(rows.get(ordinal, {})), ticked)
        for ordinal in _ordinals(session, petition.id)
    ]


def open_direct(session: Session, petition: Petition) -> list[Matter]:
    """The matters of a petition filed at a unit itself, which has received them (23(2))."""
    category = petition.category or Category.claim
    return [
        _put(
            session,
            petition,
            ordinal,
            category=category,
            unit_id=petition.bureau_id,
            is_direct=True,
            is_sealed=category in SEALED,
            received_on=petition.received_on,
        )
        for ordinal in _ordinals(session, petition.id)
    ]


def _open_one(
    session: Session, petition: Petition, ordinal: int, said: dict[str, Any], ticked: set[str]
) -> Matter:
    category = Category(said["category"])
    is_sealed = category in SEALED
    is_handled = category not in (*SEALED, *SUGGESTIONS) and LITIGATION not in ticked
    mode = DispatchMode(said.get("dispatch_mode") or DispatchMode.forward)
    is_assigned = is_handled and mode is DispatchMode.assign
    ground = said.get("simple_ground") if is_handled else None
    matter = _put(
        session,
        petition,
        ordinal,
        category=category,
        unit_id=petition.bureau_id if is_sealed else str(said["unit"]),
        is_sealed=is_sealed,
        dispatch_mode=DispatchMode.assign if is_assigned else DispatchMode.forward,
        report_due_on=date.fromisoformat(said["report_due_on"]) if is_assigned else None,
        simple_ground=SimpleGround(ground) if ground else None,
    )
    known = dict.fromkeys(FACTS, False) | dict.fromkeys(ticked, True)
    set_facts(
        session, matter.id, known | {LITIGATION: LITIGATION in ticked and Litigation.open.value}
    )
    return matter


def _put(session: Session, petition: Petition, ordinal: int, **fields: Any) -> Matter:  # noqa: ANN401
    found = session.exec(
        select(Matter).where(Matter.petition_id == petition.id, Matter.ordinal == ordinal)
    ).first()
    if found is None:
        found = Matter(petition_id=petition.id, ordinal=ordinal, **fields)
    else:
        found.sqlmodel_update(fields)
    session.add(found)
    session.flush()
    return found


def _ordinals(session: Session, petition_id: str) -> list[int]:
    claims = select(Claim.ordinal).where(Claim.petition_id == petition_id)
    return list(session.exec(claims.order_by(col(Claim.ordinal))))


def _said(row: dict[str, Any]) -> dict[str, Any]:
    """What a row of the form says about its claim; the rest is as for the whole petition."""
    return {key: row[key] for key in ("category", "unit") if row.get(key)}
