"""The rows of a registration record: written once, when the petition is filed; and read again."""

from sqlmodel import Session, col, select

from records.models import Agent, Companion, EarlierStep, Petition, Petitioner
from records.registration.flags import add_flags, flags_at_filing
from records.registration.new_petition import NewPetition


def petitioner_of(new: NewPetition) -> Petitioner:
    """Who petitions, as a row."""
    return Petitioner(
        name=new.petitioner_name.strip(),
        former_name=new.former_name,
        address=new.address,
        phone=new.phone,
        id_number=new.id_number,
        certificate_type=new.certificate_type,
        household_address=new.household_address,
        residence=new.residence,
        email=new.email,
        employer=new.employer,
        accepts_electronic=new.accepts_electronic,
        is_verified=new.is_verified,
    )


def add_rows(
    session: Session, petition: Petition, new: NewPetition, *, after: tuple[int, int] = (0, 0)
) -> None:
    """Companions, agents, the course so far and flags of a petition that is being filed.

    `after`: how many companions and steps of the course are listed already.
    """
    for place, companion in enumerate(new.companions, start=after[0] + 1):
        session.add(
            Companion(
                petition_id=petition.id,
                ordinal=place,
                name=companion.name,
                id_number=companion.id_number,
                phone=companion.phone,
                address=companion.address,
                is_representative=companion.is_representative,
            )
        )
    for agent in new.agents:
        session.add(
            Agent(
                petition_id=petition.id,
                standing=agent.standing,
                name=agent.name,
                phone=agent.phone,
                has_mandate=agent.has_mandate,
            )
        )
    for place, step in enumerate(new.course, start=after[1] + 1):
        session.add(
            EarlierStep(
                petition_id=petition.id, ordinal=place, on=step.on, organ=step.organ, what=step.what
            )
        )
    add_flags(session, petition.id, flags_at_filing(new))


def companions_of(session: Session, petition_id: str) -> list[Companion]:
    """Everybody who petitions along, in the order of the list."""
    query = select(Companion).where(Companion.petition_id == petition_id)
    return list(session.exec(query.order_by(col(Companion.ordinal))))


def agents_of(session: Session, petition_id: str) -> list[Agent]:
    """Who acts for the petitioner."""
    query = select(Agent).where(Agent.petition_id == petition_id)
    return list(session.exec(query.order_by(col(Agent.standing), col(Agent.name), col(Agent.id))))


def course_of(session: Session, petition_id: str) -> list[EarlierStep]:
    """The course before this petition, as it was told."""
    query = select(EarlierStep).where(EarlierStep.petition_id == petition_id)
    return list(session.exec(query.order_by(col(EarlierStep.ordinal))))
