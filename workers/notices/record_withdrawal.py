"""信访事项撤回告知单 of a petition that was withdrawn before it went anywhere (17, 21)."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Petition
from records.withdrawals import statement_on_petition
from workers.cases import unit_of
from workers.notices.withdrawn import WithdrawalNotice, withdrawn


@dataclass(frozen=True)
class PetitionWithdrawn(WithdrawalNotice):
    """That the petition has ended with all its claims."""

    element_id = "record_withdrawal"


def record_withdrawal_notice(session: Session, petition: Petition) -> PetitionWithdrawn:
    """The notice of the bureau, which is the only one that has a file."""
    return withdrawn(
        PetitionWithdrawn,
        session,
        petition,
        (),
        statement=statement_on_petition(session, petition.id),
        units=(unit_of(session, petition.bureau_id),),
    )
