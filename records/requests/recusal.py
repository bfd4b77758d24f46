"""A handler turns out to have an interest and is replaced (回避, article 28(3))."""

from datetime import datetime

from sqlmodel import Session

from law.recusal import check_handler
from records import audit
from records.interest import interested_in, keep_interested
from records.models import Matter, MatterChange
from records.models.change import ChangeKind
from records.people import PersonNotFound, members_of
from records.requests.errors import HandlerMissing, PetitionClosed


def recuse(
    session: Session,
    matter: Matter,
    user_id: str,
    *,
    handler: str | None,
    reason: str,
    recorded_by: str,
    now: datetime,
) -> None:
    """The person keeps out from now on; who handles the matter is followed by `handler`.

    Raises PetitionClosed (the matter has ended), PersonNotFound, HandlerMissing;
    law.errors.HandlerHasInterest.
    """
    if matter.ended_at is not None:
        raise PetitionClosed
    members = {user.id for user in members_of(session, [f"handler@{matter.unit_id}"])}
    if user_id not in members or (handler and handler not in members):
        raise PersonNotFound
    interested = {*interested_in(session, matter.id), user_id}
    if matter.handler_id == user_id and not handler:
        raise HandlerMissing
    if handler:
        check_handler(handler, interested)
        matter.handler_id = handler
        session.add(matter)
    keep_interested(session, matter.id, interested, now=now)
    session.add(
        MatterChange(
            matter_id=matter.id,
            kind=ChangeKind.recusal,
            before=user_id,
            after=handler or "",
            reason=reason,
            recorded_by=recorded_by,
            recorded_at=now,
        )
    )
    audit.record(
        session,
        now=now,
        actor=recorded_by,
        action="recuse_handler",
        petition_id=matter.petition_id,
        matter=matter.ordinal,
        recused=user_id,
        handler=handler,
    )
