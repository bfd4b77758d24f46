"""Several people with one matter: who speaks for them, and all their names (article 20(3))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session, col, select

from records.models import Companion, Petition
from workers.cases import petitioner_of
from workers.notices.case_lines import NO_NAME
from workers.notices.required import Says

PETITIONER, SPEAKER = "主访人", "代表"


@dataclass(frozen=True)
class Member:
    """One line of the list of names."""

    name: str
    role: str


@dataclass(frozen=True)
class Group:
    """The people of a petition; the list stands in an annex."""

    people: Annotated[int, Says("信访人数")]
    representatives: Annotated[tuple[str, ...], Says("代表")]
    members: Annotated[tuple[Member, ...], Says("信访人名单")]


def group_of(session: Session, petition: Petition) -> Group | None:
    """The group, or None for somebody who petitions alone.

    Where nobody else was chosen, the petitioner speaks for all.
    """
    companions = session.exec(
        select(Companion)
        .where(Companion.petition_id == petition.id)
        .order_by(col(Companion.ordinal))
    ).all()
    if petition.people <= 1 and not companions:
        return None
    first = petitioner_of(session, petition).name.strip() or NO_NAME
    members = [Member(one.name, SPEAKER if one.is_representative else "") for one in companions]
    return Group(
        people=max(petition.people, 1 + len(members)),
        representatives=tuple(one.name for one in members if one.role) or (first,),
        members=(Member(first, PETITIONER), *members),
    )
