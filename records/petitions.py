"""Filing and finding petitions."""

from datetime import datetime

from sqlmodel import Session, select

from law.instants import SHANGHAI
from records import audit, outbox
from records.errors import PetitionNotFound, UnitNotFound
from records.models import Claim, Petition, Petitioner, Unit
from records.numbers import new_query_code, petition_number
from records.registration.checks import check_registration
from records.registration.new_petition import NewPetition
from records.registration.rows import add_rows, petitioner_of
from records.similarity import remember

__all__ = [
    "NewPetition",
    "carry",
    "file_new",
    "file_petition",
    "find_by_source",
    "get_by_number",
    "lock_filing",
]

PROCESS_ID = "petition"


def find_by_source(session: Session, system: str, source_id: str) -> Petition | None:
    """The petition that came from there before, if any."""
    return session.exec(
        select(Petition).where(Petition.source_system == system, Petition.source_id == source_id)
    ).first()


def get_by_number(session: Session, number: str) -> Petition:
    """The petition with this 信访件编号. Raises PetitionNotFound."""
    petition = session.exec(select(Petition).where(Petition.number == number)).first()
    if petition is None:
        raise PetitionNotFound
    return petition


def lock_filing(session: Session, bureau_id: str) -> Unit:
    """The bureau, held until the transaction ends: one files there at a time.

    Two who file the same petition at once: the second waits here, then finds the first one's.
    Raises UnitNotFound.
    """
    # key_share: rows that only refer to the bureau (accounts, documents) need not wait.
    bureau = session.get(Unit, bureau_id, with_for_update={"key_share": True})
    if bureau is None:
        raise UnitNotFound
    return bureau


def file_petition(
    session: Session, new: NewPetition, *, filed_by: str | None, now: datetime
) -> Petition:
    """Record a petition and ask the engine to start its process, in one transaction.

    A petition whose `source` is known already is returned as it is: filing twice adds nothing.
    Raises UnitNotFound and what records.registration.checks.check_registration raises.
    """
    bureau = lock_filing(session, new.bureau_id)
    if new.source and (known := find_by_source(session, *new.source)):
        return known
    petition, petitioner = file_new(session, bureau, new, filed_by=filed_by, now=now)
    remember(session, petition, petitioner)
    return petition


def file_new(
    session: Session, bureau: Unit, new: NewPetition, *, filed_by: str | None, now: datetime
) -> tuple[Petition, Petitioner]:
    """The same for a petition known to be new, at a bureau that `lock_filing` has given.

    It is not in the index of similar petitions yet (`similarity.remember`).
    """
    today = now.astimezone(SHANGHAI).date()
    check_registration(session, new, today)
    petitioner = petitioner_of(new)
    session.add(petitioner)
    session.flush()
    petition = Petition(
        number=petition_number(session, bureau, new.form, today),
        query_code=new_query_code(),
        form=new.form,
        subject=new.subject,
        text=new.text,
        received_on=new.received_on,
        posted_on=new.posted_on,
        filed_at=now,
        filed_by=filed_by,
        petitioner_id=petitioner.id,
        bureau_id=bureau.id,
        source_system=new.source[0] if new.source else None,
        source_id=new.source[1] if new.source else None,
        people=new.number_of_people,
        incident_place=new.incident_place,
        division=new.division,
        content_class=new.content_class,
        is_name_clear=new.is_name_clear and not new.is_anonymous,
        is_read_back=new.is_read_back and new.is_oral,
    )
    session.add(petition)
    session.flush()
    add_rows(session, petition, new)
    for ordinal, claim in enumerate(new.claims or (new.subject,), start=1):
        session.add(Claim(petition_id=petition.id, ordinal=ordinal, text=claim))
    audit.record(
        session,
        now=now,
        actor=filed_by or "petitioner",
        action="file_petition",
        petition_id=petition.id,
        number=petition.number,
    )
    outbox.start_process(
        session,
        PROCESS_ID,
        petition.id,
        {"bureau": bureau.id, "form": new.form.value, "tags": list(new.tags)},
        ordering_key=petition.id,
        now=now,
    )
    return petition, petitioner


def carry(session: Session, petition_id: str, instance_key: int) -> bool:
    """Note that this instance carries the petition; False when another one already does.

    The start command may reach the engine twice; the second instance learns here that it is not
    needed.
    """
    petition = session.get(Petition, petition_id, with_for_update=True)
    if petition is None:
        raise PetitionNotFound
    if petition.instance_key is None:
        petition.instance_key = instance_key
        session.add(petition)
    return petition.instance_key == instance_key
