"""What is sealed (article 30) is told to its desk alone, and without saying what it is."""

from sqlmodel import Session

from records.models import Matter, Petition
from records.people import SEALED_ROLES, members_of


def is_sealed(
    session: Session, petition_id: str | None, matter_id: str | None, *, is_step: bool = False
) -> bool:
    """Whether this is about a report or accusation as the records stand now.

    `is_step`: it is about a step of the sealed desk.
    """
    petition = session.get(Petition, petition_id) if petition_id else None
    matter = session.get(Matter, matter_id) if matter_id else None
    return is_step or bool((petition and petition.is_sealed) or (matter and matter.is_sealed))


def desk_of(session: Session, petition_id: str | None) -> set[str]:
    """User ids of the sealed desk of the petition's bureau; nobody without a petition."""
    petition = session.get(Petition, petition_id) if petition_id else None
    if petition is None:
        return set()
    groups = [f"{role}@{petition.bureau_id}" for role in SEALED_ROLES]
    return {user.id for user in members_of(session, groups)}
