"""Finding earlier petitions: by person and by text, never the sealed ones, and kept with filing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, event
from sqlmodel import Session, select

from proposals.likeness.index import BUCKET
from proposals.likeness.shingles import shingles
from proposals.likeness.signature import KEYS, keys_of
from records.database import Database
from records.intake.bulk import file_rows
from records.intake.csv_file import Row
from records.models import Petition, SimilarityEntry, SimilarityKey
from records.models.petition import Category
from records.petitions import NewPetition, file_petition
from records.similarity import (
    Candidate,
    remember_missing,
    similar_petitions,
    whole_text,
)
from records.similarity_keys import PersonFacts, SameFact, fact_keys
from records.similarity_store import KeysInDatabase
from tests.records.cases import A_PETITION, NOON, all_rows, at_once, count

LIFT = "三号楼电梯停运两个月，物业公司一直没有维修，老人上下楼十分不便，请有关部门督促维修。"
LIFT_COPIED = "领导您好！三号楼电梯停运2个月,物业公司一直没有维修,老人上下楼十分不便,请督促维修。"
LIFT_RETOLD = (
    "上次反映的三号楼电梯停运问题，物业公司来人看了一眼就走，到今天还走楼梯，何时督促维修？"
)
SCHOOL = "学校食堂饭菜变质，孩子吃了肚子痛，请教育局派人检查食堂卫生。"
NOBODY = PersonFacts()
A_PERSON = PersonFacts("甲某某", "示范市一号路三号", "13000000001", "99010019900101001X")
LETTER = replace(
    A_PETITION,
    subject="电梯停运",
    text=LIFT,
    petitioner_name="甲某某",
    address=A_PERSON.address,
    phone=A_PERSON.phone,
    id_number=A_PERSON.id_number,
    source=None,
)


def file_it(session: Session, new: NewPetition = LETTER) -> Petition:
    return file_petition(session, new, filed_by=None, now=NOON)


def ask(
    session: Session, said: str, facts: PersonFacts = NOBODY, *, may_see_sealed: bool = False
) -> list[Candidate]:
    return similar_petitions(session, said, facts, may_see_sealed=may_see_sealed)


def test_a_copy_by_somebody_else_is_found_by_its_text(session: Session) -> None:
    petition = file_it(session)
    (found,) = ask(session, LIFT_COPIED)
    assert (found.petition_id, found.same) == (petition.id, ())
    assert found.score == found.likeness > 0.5
    assert found.reasons == (f"text {found.likeness:.2f}",)


def test_another_matter_of_somebody_else_is_not_found(session: Session) -> None:
    file_it(session)
    assert ask(session, SCHOOL, PersonFacts("乙某", "别处", "13900000000", "x")) == []


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        (PersonFacts(id_number="９９０１００ 19900101 001x"), ("same_id_number",)),
        (PersonFacts(phone="+86 130-0000-0001"), ("same_phone",)),
        (
            PersonFacts(name="甲 某某", address="示范市，一号路三号"),
            ("same_name_and_address",),
        ),
        (A_PERSON, ("same_id_number", "same_phone", "same_name_and_address")),
    ],
    ids=["certificate", "phone", "name and address", "all"],
)
def test_another_matter_of_the_same_person_is_found_by_each_fact(
    session: Session, facts: PersonFacts, reasons: tuple[str, ...]
) -> None:
    petition = file_it(session)
    (found,) = ask(session, SCHOOL, facts)
    assert (found.petition_id, found.reasons, found.likeness) == (petition.id, reasons, 0)


@pytest.mark.parametrize(
    "facts", [PersonFacts(name="甲某某"), PersonFacts(address="示范市一号路三号"), NOBODY]
)
def test_a_name_or_an_address_alone_is_not_a_person(session: Session, facts: PersonFacts) -> None:
    file_it(session)
    assert ask(session, SCHOOL, facts) == []


def test_a_person_who_tells_it_in_other_words_is_told_by_both_reasons(session: Session) -> None:
    file_it(session)
    assert ask(session, LIFT_RETOLD) == []
    (found,) = ask(session, LIFT_RETOLD, A_PERSON)
    assert found.same[0] is SameFact.id_number
    assert 0.12 <= found.likeness < 0.4
    assert found.reasons[-1].startswith("text 0.")


def test_the_surest_come_first(session: Session) -> None:
    bare = replace(LETTER, petitioner_name="丙", address=None, phone=None, id_number=None)
    by_text = file_it(session, bare)
    by_phone = file_it(session, replace(bare, text=SCHOOL, subject="食堂", phone=A_PERSON.phone))
    by_number = file_it(
        session, replace(bare, text="道路不平", subject="路", id_number=A_PERSON.id_number)
    )
    found = ask(session, LIFT_COPIED, A_PERSON)
    assert [one.petition_id for one in found] == [by_number.id, by_phone.id, by_text.id]


def test_a_petition_is_not_like_itself(session: Session) -> None:
    petition = file_it(session)
    said = whole_text(petition.subject, petition.text)
    assert similar_petitions(session, said, A_PERSON, except_petition=petition.id) == []


def test_an_empty_text_finds_the_person_only(session: Session) -> None:
    file_it(session)
    assert ask(session, "") == []
    assert len(ask(session, "", A_PERSON)) == 1


@pytest.mark.parametrize("facts", [NOBODY, A_PERSON], ids=["by text", "by person"])
@pytest.mark.parametrize("category", [Category.report, Category.accusation])
@pytest.mark.parametrize("column", ["category", "proposed_category"])
def test_a_sealed_petition_is_not_found_by_those_who_may_not_see_it(
    session: Session, column: str, category: Category, facts: PersonFacts
) -> None:
    petition = file_it(session)
    setattr(petition, column, category)
    session.flush()
    assert ask(session, LIFT, facts) == []
    (found,) = ask(session, LIFT, facts, may_see_sealed=True)
    assert found.petition_id == petition.id


def test_a_petition_that_a_person_decided_to_be_none_is_found(session: Session) -> None:
    petition = file_it(session)
    petition.proposed_category, petition.category = Category.report, Category.claim
    session.flush()
    assert len(ask(session, LIFT)) == 1


@pytest.mark.parametrize("category", [Category.claim, None])
def test_open_petitions_are_found(session: Session, category: Category | None) -> None:
    petition = file_it(session)
    petition.category = petition.proposed_category = category
    session.flush()
    assert len(ask(session, LIFT)) == 1


def test_a_phone_that_thousands_give_brings_the_newest_only(session: Session) -> None:
    for number in range(BUCKET + 10):
        file_it(session, replace(LETTER, text=f"{chr(0x4E00 + number) * 9}", subject="事"))
    found = similar_petitions(session, SCHOOL, A_PERSON, at_most=1000)
    assert len(found) == BUCKET
    assert len(ask(session, SCHOOL, A_PERSON)) == 20


def test_filing_the_same_source_again_adds_nothing_to_the_index(database: Database) -> None:
    for _ in range(2):
        with database.transaction() as session:
            file_petition(session, A_PETITION, filed_by=None, now=NOON)
    assert count(database, SimilarityEntry) == 1


def test_a_filing_that_fails_leaves_nothing_in_the_index(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as session:
            file_petition(session, A_PETITION, filed_by=None, now=NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert count(database, SimilarityKey) == count(database, SimilarityEntry) == 0


def test_two_who_file_at_once_are_both_in_the_index(database: Database) -> None:
    def file_one(number: int) -> None:
        with database.transaction() as session:
            file_petition(
                session, replace(LETTER, source=("s", str(number))), filed_by=None, now=NOON
            )

    at_once(4, file_one)
    with database.reading() as session:
        assert len(ask(session, LIFT)) == 4


def test_an_import_indexes_a_batch_with_few_statements(database: Database) -> None:
    statements = list[str]()

    @event.listens_for(database.engine, "before_cursor_execute")
    def note(_c: object, _u: object, statement: str, *_: object) -> None:
        if "INSERT INTO similarity" in statement:
            statements.append(statement)

    rows = [
        Row(n, str(n), replace(LETTER, text=f"{LIFT}{chr(0x5E00 + n) * 3}", source=("f", str(n))))
        for n in range(90)
    ]
    file_rows(database, rows, filed_by=None, now=lambda: NOON)
    assert count(database, SimilarityEntry) == 90
    assert len(statements) < 10
    with database.reading() as session:
        assert len(similar_petitions(session, LIFT, NOBODY, at_most=1000)) >= BUCKET


def test_petitions_filed_before_there_was_an_index_can_be_added(database: Database) -> None:
    with database.transaction() as session:
        for number in range(3):
            file_it(session, replace(LETTER, received_on=NOON.date() - timedelta(days=number)))
        for table in (SimilarityKey, SimilarityEntry):
            session.execute(delete(table))
    assert remember_missing(database) == 3
    assert remember_missing(database) == 0
    with database.reading() as session:
        assert len(ask(session, LIFT)) == 3


def test_a_key_of_a_text_that_stands_twice_is_kept_once(session: Session) -> None:
    file_it(session)
    (entry,) = session.exec(select(SimilarityEntry.id)).all()
    assert entry is not None
    store = KeysInDatabase(session)
    store.add(entry, [1, 1, 2])
    assert store.sharing([1, 2, 3], 64) == {entry: 2}
    assert store.sharing([], 64) == {}


def test_the_index_holds_no_fact_in_clear(database: Database) -> None:
    with database.transaction() as session:
        file_it(session)
    keys = {row.key for row in all_rows(database, SimilarityKey)}
    assert keys == _expected(fact_keys(A_PERSON), keys_of(shingles(f"{LETTER.subject}\n{LIFT}")))
    assert len(keys) == KEYS + len(SameFact)


def _expected(*parts: Sequence[int]) -> set[int]:
    return {key for part in parts for key in part}
