"""信访事项撤回告知单 of matters that were withdrawn where they were handled (17, 21)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from records.matters import matters_of
from records.models import Matter, Petition, Unit
from records.models.matter import MatterEnd
from records.withdrawals import statement_on_matter
from workers.cases import unit_of
from workers.notices.withdrawn import WithdrawalNotice, withdrawn


@dataclass(frozen=True)
class MattersWithdrawn(WithdrawalNotice):
    """That these matters have ended, and whether others go on."""

    element_id = "record_matter_withdrawal"


def record_matter_withdrawal_notice(
    session: Session, petition: Petition, matter: Matter
) -> MattersWithdrawn:
    """The notice about the matter, and about all that were withdrawn with it."""
    matters = withdrawn_together(session, matter)
    ids = {one.id for one in matters}
    return withdrawn(
        MattersWithdrawn,
        session,
        petition,
        matters,
        statement=statement_on_matter(session, petition.id, matter.ordinal),
        units=[having(session, petition, one) for one in matters],
        others_go_on=any(
            one.end is None and not one.is_sealed and one.id not in ids
            for one in matters_of(session, petition.id)
        ),
    )


def withdrawn_together(session: Session, matter: Matter) -> Sequence[Matter]:
    """The matters that one statement withdrew, this one among them; never one that is sealed."""
    statement = statement_on_matter(session, matter.petition_id, matter.ordinal)
    ordinals = statement.matters if statement else {matter.ordinal}
    return [
        one
        for one in matters_of(session, matter.petition_id)
        if one.ordinal in ordinals and not one.is_sealed and one.end in (None, MatterEnd.withdrawn)
    ]


def having(session: Session, petition: Petition, matter: Matter) -> Unit:
    """Whose file the matter is in: the unit's, or the bureau's while it has not sent it on."""
    is_there = matter.is_direct or matter.dispatched_at is not None
    return unit_of(session, matter.unit_id if is_there else petition.bureau_id)
