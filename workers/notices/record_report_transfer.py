"""检举控告转送函: a report goes to the organ in charge (articles 22(2), 30)."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Matter, Petition
from workers.notices.sealed_letter import SealedLetter, organ_of, sealed_letter


@dataclass(frozen=True)
class TransferLetter(SealedLetter):
    """To the organ that deals with it by its own rules."""

    element_id = "record_report_transfer"


def record_report_transfer_notice(
    session: Session, petition: Petition, matter: Matter
) -> TransferLetter:
    """The letter, with its mark."""
    return sealed_letter(
        TransferLetter,
        session,
        petition,
        matter,
        kind="密转",
        title="检举控告转送函",
        addressee=organ_of(session, matter),
        basis="regulation_2022:30(1)",
    )
