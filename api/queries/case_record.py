"""The registration record of a case: who brings it, with whom, and the course so far."""

from collections.abc import Mapping

from sqlmodel import and_, col, or_, select

from api.queries.masks import PETITIONER, access_in, masked_fields
from api.queries.reader import Reader
from api.queries.visibility import may_see
from api.shapes.case import ClaimOut
from api.shapes.case_people import (
    AgentOut,
    CompanionOut,
    EarlierStepOut,
    PersonsOut,
    PetitionerOut,
    RelatedOut,
)
from api.shapes.common import Named
from records.masking.table import Access, Data
from records.models import Claim, Division, Petition, Petitioner, RelatedPetition
from records.registration.flags import VOCABULARY as CASE_FLAG
from records.registration.flags import flags_of
from records.registration.id_numbers import looks_mistyped
from records.registration.rows import agents_of, companions_of, course_of


def persons_view(reader: Reader) -> PersonsOut:
    """Everybody registered, under the masks of the reader."""
    access = access_in(reader.session, reader.person, reader.petition)
    return PersonsOut(
        petitioner=_petitioner(reader, access),
        companions=_companions(reader, access),
        agents=_agents(reader, access),
    )


def _petitioner(reader: Reader, access: Mapping[Data, Access]) -> PetitionerOut:
    petitioner = reader.session.get_one(Petitioner, reader.petition.petitioner_id)
    kind = petitioner.certificate_type
    return PetitionerOut(
        **masked_fields(petitioner.model_dump(exclude={"id", "certificate_type"}), access),
        who=PETITIONER,
        certificate_type=reader.term("certificate_type", kind) if kind else None,
        is_id_number_mistyped=looks_mistyped(petitioner.id_number, kind),
    )


def _companions(reader: Reader, access: Mapping[Data, Access]) -> list[CompanionOut]:
    """Who petitions along, in the order of the list."""
    found = companions_of(reader.session, reader.petition.id)
    return [
        CompanionOut(
            **masked_fields(one.model_dump(exclude={"id", "petition_id"}), access),
            who=f"companion-{one.ordinal}",
        )
        for one in found
    ]


def _agents(reader: Reader, access: Mapping[Data, Access]) -> list[AgentOut]:
    """Who acts for the petitioner, as api.actions.reveal counts them."""
    found = agents_of(reader.session, reader.petition.id)
    return [
        AgentOut(
            **masked_fields(one.model_dump(exclude={"id", "petition_id"}), access),
            who=f"agent-{ordinal}",
        )
        for ordinal, one in enumerate(found, start=1)
    ]


def course_views(reader: Reader) -> list[EarlierStepOut]:
    """What was done before this petition."""
    found = course_of(reader.session, reader.petition.id)
    return [EarlierStepOut(on=one.on, organ=one.organ, what=one.what) for one in found]


def flag_views(reader: Reader) -> list[Named]:
    """The flags with their names."""
    return reader.terms(CASE_FLAG, flags_of(reader.session, reader.petition))


def claim_views(reader: Reader) -> list[ClaimOut]:
    """The claims, but those that are sealed from the reader."""
    claims = reader.session.exec(
        select(Claim).where(Claim.petition_id == reader.petition.id).order_by(col(Claim.ordinal))
    )
    outcomes = {one.ordinal: one.outcome for one in reader.matters}
    return [
        ClaimOut(
            ordinal=claim.ordinal,
            text=claim.text,
            outcome=claim.outcome or outcomes.get(claim.ordinal),
        )
        for claim in claims
        if claim.ordinal not in reader.hidden_ordinals
    ]


def text_view(reader: Reader, claims: list[ClaimOut]) -> str:
    """The text of the petition; where a part is sealed, what the open claims say instead."""
    if not reader.hidden:
        return reader.petition.text
    return "\n".join(claim.text for claim in claims)


def related_views(reader: Reader) -> list[RelatedOut]:
    """Linked petitions that the reader may see: earlier ones, and those that repeat this one."""
    own = reader.petition.id
    link, other = col(RelatedPetition.petition_id), col(RelatedPetition.earlier_id)
    rows = reader.session.exec(
        select(RelatedPetition, Petition)
        .join(
            Petition,
            or_(
                and_(link == own, col(Petition.id) == other),
                and_(other == own, col(Petition.id) == link),
            ),
        )
        .order_by(col(Petition.received_on), col(Petition.number))
    )
    return [
        RelatedOut(
            number=one.number,
            subject=one.subject,
            same_person=found.same_person,
            received_on=one.received_on,
            is_later=found.petition_id == one.id,
            is_closed=one.closed_at is not None,
        )
        for found, one in rows
        if may_see(reader.session, reader.person, one)
    ]


def division_view(reader: Reader) -> Named | None:
    """Where the problem is."""
    code = reader.petition.division
    if code is None:
        return None
    found = reader.session.get(Division, code)
    return Named(id=code, name=found.name if found else code)


def content_class_view(reader: Reader) -> Named | None:
    """What it is about."""
    code = reader.petition.content_class
    return reader.term("content_class", code) if code else None
