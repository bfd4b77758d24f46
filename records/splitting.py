"""A petition that also holds a report is split (articles 22(2), 30(3)): the report stays sealed
under the number it came in with; the rest becomes a petition of its own.

Neither leads to the other: the open one has a number, a code and words of its own, and is taken in
anew. Only the sealed desk finds, in the trail of the sealed one, which it is.
"""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, select

from records import audit
from records.models import Claim, Petition, Petitioner
from records.petitions import file_petition
from records.registration.new_petition import NewAgent, NewCompanion, NewPetition
from records.registration.rows import agents_of, companions_of

SUBJECT_LENGTH = 300
COPIED = (
    *("former_name", "address", "phone", "id_number", "certificate_type", "household_address"),
    *("residence", "email", "employer", "accepts_electronic", "is_verified"),
)


def file_open_part(
    session: Session,
    petition: Petition,
    ordinals: Collection[int],
    *,
    filed_by: str,
    now: datetime,
) -> Petition:
    """File these claims of a petition apart, received on the same day; the others stay.

    The text of the petition and the course told so far stay too: they may speak of the report.
    """
    claims = [
        one
        for one in session.exec(
            select(Claim).where(Claim.petition_id == petition.id).order_by(col(Claim.ordinal))
        )
        if one.ordinal in ordinals
    ]
    texts = tuple(one.text for one in claims)
    opened = file_petition(session, _new(session, petition, texts), filed_by=filed_by, now=now)
    for claim in claims:
        session.delete(claim)
    audit.record(
        session,
        now=now,
        actor=filed_by,
        action="split_petition",
        petition_id=petition.id,
        opened=opened.number,
        claims=sorted(ordinals),
    )
    session.flush()
    return opened


def _new(session: Session, petition: Petition, claims: tuple[str, ...]) -> NewPetition:
    petitioner = session.get_one(Petitioner, petition.petitioner_id)
    return NewPetition(
        bureau_id=petition.bureau_id,
        form=petition.form,
        subject="；".join(one.strip("。； ") for one in claims)[:SUBJECT_LENGTH],
        text="\n".join(claims),
        received_on=petition.received_on,
        posted_on=petition.posted_on,
        petitioner_name=petitioner.name,
        claims=claims,
        people=petition.people,
        incident_place=petition.incident_place,
        division=petition.division,
        is_name_clear=petition.is_name_clear,
        is_read_back=petition.is_read_back,
        companions=tuple(
            NewCompanion(one.name, one.id_number, one.phone, one.address, one.is_representative)
            for one in companions_of(session, petition.id)
        ),
        agents=tuple(
            NewAgent(one.name, one.standing, one.phone, one.has_mandate)
            for one in agents_of(session, petition.id)
        ),
        **petitioner.model_dump(include={*COPIED}),
    )
