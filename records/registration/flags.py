"""Flags of a petition (信访件标记): what people say, and what follows from the facts."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from law.groups import GroupKind, group_kind
from records.models import Petition, PetitionFlag, RelatedPetition
from records.models.petition import PetitionForm
from records.registration.new_petition import NewPetition

VOCABULARY = "case_flag"
ANONYMOUS, REPEATED = "anonymous", "repeated"
GROUP = {GroupKind.group_visit: "collective", GroupKind.joint_letter: "joint"}
# What the facts say, nobody needs to claim. That a matter was raised elsewhere before, only people
# know: `repeated` may be claimed too.
DERIVED = frozenset({ANONYMOUS, *GROUP.values()})


def flags_at_filing(new: NewPetition) -> frozenset[str]:
    """The flags of a new petition: those given that people may give, and those that follow."""
    kind = group_kind(new.number_of_people, by_visit=new.form is PetitionForm.visit)
    derived = {GROUP[kind]} if kind in GROUP else set()
    if new.is_anonymous:
        derived.add(ANONYMOUS)
    return frozenset({*new.flags} - DERIVED | derived)


def flags_of(session: Session, petition: Petition) -> list[str]:
    """The flags of a petition on file, sorted; `repeated` also where an earlier one is linked."""
    kept = select(PetitionFlag.flag).where(PetitionFlag.petition_id == petition.id)
    found = {*session.exec(kept)}
    if is_related(session, petition.id):
        found.add(REPEATED)
    return sorted(found)


def is_related(session: Session, petition_id: str) -> bool:
    """Whether somebody has linked an earlier petition of the same person to it."""
    linked = select(RelatedPetition.earlier_id).where(
        RelatedPetition.petition_id == petition_id, col(RelatedPetition.same_person)
    )
    return session.exec(linked.limit(1)).first() is not None


def add_flags(session: Session, petition_id: str, flags: Collection[str]) -> None:
    """Put flags on a petition; those it has stay."""
    for flag in sorted(flags):
        if session.get(PetitionFlag, (petition_id, flag)) is None:
            session.add(PetitionFlag(petition_id=petition_id, flag=flag))
