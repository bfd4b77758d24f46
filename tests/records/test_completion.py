"""Completing a registration record: what was left out is added, what is there stays."""

from dataclasses import replace

import pytest
from sqlmodel import Session, col, select

from law.errors import LawError
from records.models import AuditEntry, Petition, Petitioner
from records.models.petition import PetitionForm
from records.petitions import file_petition
from records.registration.completion import (
    Completion,
    RegisteredAlready,
    complete_registration,
)
from records.registration.errors import CodeUnknown
from records.registration.flags import flags_of
from records.registration.new_petition import NewCompanion, NewStep
from records.registration.rows import companions_of, course_of
from records.requests.errors import PetitionClosed
from records.similarity import similar_petitions
from records.similarity_keys import PersonFacts
from tests.records.cases import A_PETITION, ID_NUMBER, NAME, NOON

QUICK = replace(
    A_PETITION, petitioner_name="", address=None, phone=None, id_number=None, tags=(), source=None
)


def quick(session: Session) -> Petition:
    return file_petition(session, QUICK, filed_by="clerk", now=NOON)


def complete(session: Session, petition: Petition, more: Completion) -> list[str]:
    return complete_registration(session, petition, more, actor="clerk", now=NOON)


def test_what_was_left_out_is_added_and_can_be_found(session: Session) -> None:
    petition = quick(session)
    more = Completion(petitioner_name=NAME, id_number=ID_NUMBER, is_name_clear=True)
    added = complete(session, petition, more)

    petitioner = session.get_one(Petitioner, petition.petitioner_id)
    assert sorted(added) == ["id_number", "is_name_clear", "petitioner_name"]
    assert (petitioner.name, petitioner.id_number) == (NAME, ID_NUMBER)
    assert petition.is_name_clear
    assert flags_of(session, petition) == [], "anonymous no longer"
    [found] = similar_petitions(session, "", PersonFacts(id_number=ID_NUMBER))
    assert found.petition_id == petition.id


def test_without_a_name_it_cannot_become_clear(session: Session) -> None:
    petition = quick(session)
    complete(session, petition, Completion(is_name_clear=True))
    assert petition.is_name_clear is False


def test_what_is_there_is_not_overwritten(session: Session) -> None:
    petition = file_petition(session, A_PETITION, filed_by="clerk", now=NOON)
    assert complete(session, petition, Completion(phone=A_PETITION.phone)) == []
    for more in (Completion(phone="1"), Completion(petitioner_name="乙某某")):
        with pytest.raises(RegisteredAlready):
            complete(session, petition, more)


def test_lists_grow_and_are_counted(session: Session) -> None:
    petition = quick(session)
    for organ in ("示范街道", "示范区"):
        step = NewStep(organ=organ, what="未答复")
        more = Completion(course=(step,), companions=(NewCompanion(name=f"{organ}某"),))
        complete(session, petition, more)

    assert [one.ordinal for one in course_of(session, petition.id)] == [1, 2]
    assert [one.name for one in companions_of(session, petition.id)] == ["示范街道某", "示范区某"]
    assert petition.people == 3


def test_it_is_checked_as_if_it_were_filed(session: Session) -> None:
    """Regulation 20(3): at most five speak for a visit of more."""
    visit = file_petition(
        session,
        replace(QUICK, form=PetitionForm.visit, people=6, is_spokesperson=True),
        filed_by="clerk",
        now=NOON,
    )
    assert complete(session, visit, Completion(employer="示范厂")) == ["employer"]
    speaking = tuple(NewCompanion(name=f"{n}", is_representative=True) for n in range(6))
    with pytest.raises(LawError):
        complete(session, visit, Completion(companions=speaking))
    with pytest.raises(CodeUnknown):
        complete(session, quick(session), Completion(content_class="no_such"))


def test_a_closed_case_keeps_its_record(session: Session) -> None:
    petition = quick(session)
    petition.closed_at = NOON
    with pytest.raises(PetitionClosed):
        complete(session, petition, Completion(phone="1"))


def test_the_trail_names_fields_and_no_values(session: Session) -> None:
    petition = quick(session)
    complete(session, petition, Completion(phone="000-0000"))

    [entry] = session.exec(
        select(AuditEntry).where(col(AuditEntry.action) == "complete_registration")
    )
    assert entry.detail == {"fields": ["phone"]}
