"""A petitioner withdraws (撤回): the whole petition before it is dispatched, then its matters."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from law.errors import WithdrawalTooLate
from law.withdrawal import Withdrawn, effect_of_withdrawal
from records import audit
from records.matters import is_lower_bureau, matters_of
from records.models import Matter, Petition, Withdrawal
from records.outbox import publish_message
from records.requests.errors import NotUnderWay, PetitionClosed
from records.similarity import SEALED
from records.withdrawals import WITHDRAW


@dataclass(frozen=True)
class Ended:
    """What a withdrawal ends: the petition as a whole, or the matters with these numbers.

    Neither, where a report is at stake that goes on in the public interest.
    """

    petition: bool = False
    matters: tuple[int, ...] = ()


def withdraw(
    session: Session,
    petition: Petition,
    *,
    reason: str,
    is_written: bool,
    recorded_by: str,
    now: datetime,
    units: Collection[str] | None = None,
    is_sealed_desk: bool = False,
    in_public_interest: bool = True,
) -> Ended:
    """Keep the statement and tell the process; `units`: only matters that are there.

    The sealed desk (`is_sealed_desk`) takes it for what is sealed, and says whether a report goes
    on `in_public_interest`; once it is with the organ in charge, it does.

    Raises PetitionClosed, NotUnderWay; law.errors.WithdrawalNotWritten, WithdrawalTooLate (every
    opinion is signed).
    """
    effect_of_withdrawal(is_written=is_written, opinion_signed=False)
    if petition.closed_at is not None:
        raise PetitionClosed
    matters = matters_of(session, petition.id)
    if not matters and not is_lower_bureau(session, petition.bureau_id):
        raise NotUnderWay  # filed at a unit itself: its matters are opened at once
    wanted = [one for one in matters if units is None or one.unit_id in units]
    is_whole = units is None and not any(one.dispatched_at or one.is_direct for one in matters)
    if is_sealed_desk:
        sealed = [one for one in matters if one.is_sealed]
        ended = Ended() if in_public_interest else _end_matters(session, sealed, now, False)
    elif is_whole and not any(one.is_sealed for one in matters):
        ended = _end_petition(session, petition, now)
    else:
        ended = _end_matters(session, wanted, now)
    session.add(
        Withdrawal(petition_id=petition.id, reason=reason, recorded_by=recorded_by, recorded_at=now)
    )
    audit.record(
        session,
        now=now,
        actor=recorded_by,
        action=WITHDRAW,
        petition_id=petition.id,
        whole=ended.petition,
        matters=list(ended.matters),
    )
    return ended


def _end_petition(session: Session, petition: Petition, now: datetime) -> Ended:
    effect = effect_of_withdrawal(
        is_written=True,
        opinion_signed=False,
        is_report=(petition.category or petition.proposed_category) in SEALED,
    )
    if effect is not Withdrawn.matter_ends:
        return Ended()
    publish_message(
        session,
        "petition_withdrawn",
        key=petition.id,
        message_id=f"petition_withdrawn:{petition.id}",
        now=now,
    )
    return Ended(petition=True)


def _end_matters(
    session: Session, matters: list[Matter], now: datetime, in_public_interest: bool = True
) -> Ended:
    running = [one for one in matters if one.ended_at is None]
    ended: list[int] = []
    late = 0
    for matter in running:
        try:
            effect = effect_of_withdrawal(
                is_written=True,
                opinion_signed=matter.signed_at is not None
                or (matter.end is not None and not matter.is_sealed),
                is_report=matter.is_sealed,
                in_public_interest=in_public_interest or matter.end is not None,
            )
        except WithdrawalTooLate:
            late += 1
            continue
        if effect is Withdrawn.matter_ends:
            ended.append(matter.ordinal)
            publish_message(
                session,
                "matter_withdrawn",
                key=matter.id,
                message_id=f"matter_withdrawn:{matter.id}:{matter.round}",
                now=now,
            )
    if not ended and (late or not running):
        raise WithdrawalTooLate
    return Ended(matters=tuple(ended))
