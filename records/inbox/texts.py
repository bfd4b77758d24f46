"""What is searched of a petition, kept while it has open tasks. Names stay in records, here too."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import delete, insert
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from records.inbox.grams import plain
from records.inbox.index import put_in, take_out
from records.models import Agent, Claim, Companion, InboxEntry, InboxText, Petition, Petitioner


def keep_texts(session: Session, petition_ids: Collection[str]) -> None:
    """Bring the texts of these petitions into line; those without open tasks lose theirs."""
    if not petition_ids:
        return
    open_ids = set(
        session.exec(
            select(InboxEntry.petition_id).where(col(InboxEntry.petition_id).in_(petition_ids))
        )
    )
    kept = {
        row.petition_id: (row.id or 0, row.text)
        for row in session.exec(
            select(InboxText).where(col(InboxText.petition_id).in_(petition_ids))
        )
    }
    wanted = _texts(session, open_ids & {*petition_ids})
    old = [row for one, row in kept.items() if wanted.get(one) != row[1]]
    if old:
        take_out(session.connection(), old)
        session.execute(delete(InboxText).where(col(InboxText.id).in_([row[0] for row in old])))
    new = [one for one, text in wanted.items() if kept.get(one, (0, None))[1] != text]
    if not new:
        return
    session.execute(insert(InboxText), [{"petition_id": one, "text": wanted[one]} for one in new])
    numbers = session.exec(
        select(InboxText.petition_id, InboxText.id).where(col(InboxText.petition_id).in_(new))
    )
    put_in(session.connection(), [(number or 0, wanted[one]) for one, number in numbers])


def _texts(session: Session, petition_ids: Collection[str | None]) -> dict[str, str]:
    parts: dict[str, list[str]] = defaultdict(list)
    for one, number, subject, name, former in session.execute(
        columns(
            col(Petition.id),
            col(Petition.number),
            col(Petition.subject),
            col(Petitioner.name),
            col(Petitioner.former_name),
        )
        .join(Petitioner, col(Petitioner.id) == col(Petition.petitioner_id))
        .where(col(Petition.id).in_(petition_ids))
    ):
        parts[one] += [number, subject, name, former or ""]
    for model, column in (
        (Claim, col(Claim.text)),
        (Companion, col(Companion.name)),
        (Agent, col(Agent.name)),
    ):
        owner = col(model.petition_id)
        for one, words in session.exec(
            select(owner, column).where(owner.in_(petition_ids)).order_by(col(model.id))
        ):
            parts[one].append(words)
    return {one: plain("\n".join(part for part in found if part)) for one, found in parts.items()}
