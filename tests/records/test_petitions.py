"""Filing a petition: once per source, one start command; and which instance carries it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from records.database import Database
from records.errors import PetitionNotFound, UnitNotFound
from records.models import Claim, Petition, Petitioner
from records.numbers import is_query_code
from records.petitions import NewPetition, carry, file_petition, get_by_number
from tests.records.cases import A_PETITION, NOON, all_rows, at_once, commands_in, count

INSTANCE, ANOTHER = 2251799813685250, 2251799813685300


def file_it(database: Database, new: NewPetition = A_PETITION, now: datetime = NOON) -> Petition:
    with database.transaction() as session:
        return file_petition(session, new, filed_by="clerk", now=now)


def test_a_petition_is_filed_with_petitioner_number_code_and_claims(database: Database) -> None:
    filed = file_it(database, replace(A_PETITION, claims=("修好电梯", "公开账目")))
    (stored,) = all_rows(database, Petition)
    assert (stored.id, stored.number) == (filed.id, "990100012026W000001")
    assert is_query_code(stored.query_code)
    assert (stored.filed_by, stored.filed_at, stored.instance_key) == ("clerk", NOON, None)
    (petitioner,) = all_rows(database, Petitioner)
    assert (petitioner.id, petitioner.name) == (stored.petitioner_id, A_PETITION.petitioner_name)
    claims = sorted((claim.ordinal, claim.text) for claim in all_rows(database, Claim))
    assert claims == [(1, "修好电梯"), (2, "公开账目")]


def test_a_petition_without_claims_claims_what_its_subject_says(database: Database) -> None:
    file_it(database)
    assert [claim.text for claim in all_rows(database, Claim)] == [A_PETITION.subject]


def test_filing_asks_the_engine_once_with_ids_and_codes_only(database: Database) -> None:
    filed = file_it(database)
    (command,) = commands_in(database)
    assert (command.kind, command.ordering_key) == ("start_instance", filed.id)
    assert command.payload == {
        "process_id": "petition",
        "petition_id": filed.id,
        "variables": {
            "petition_id": filed.id,
            "bureau": "990100-xf",
            "form": "online",
            "tags": ["elevator"],
        },
    }


def test_the_same_source_twice_is_one_petition_and_one_start_command(database: Database) -> None:
    first, second = file_it(database), file_it(database)
    assert first.id == second.id
    assert (count(database, Petition), len(commands_in(database))) == (1, 1)


def test_the_same_source_at_once_is_one_petition_and_one_start_command(database: Database) -> None:
    found = at_once(4, lambda _: file_it(database).id)
    assert len(set(found)) == 1
    assert (count(database, Petition), len(commands_in(database))) == (1, 1)


def test_without_a_source_the_same_words_are_two_petitions(database: Database) -> None:
    new = replace(A_PETITION, source=None)
    assert file_it(database, new).number != file_it(database, new).number


def test_the_same_id_from_another_system_is_another_petition(database: Database) -> None:
    file_it(database)
    file_it(database, replace(A_PETITION, source=("hotline", "1")))
    assert count(database, Petition) == 2


def test_an_unknown_bureau_files_nothing(database: Database) -> None:
    with pytest.raises(UnitNotFound):
        file_it(database, replace(A_PETITION, bureau_id="000000-xf"))
    assert (count(database, Petitioner), len(commands_in(database))) == (0, 0)


def test_the_year_in_the_number_is_the_year_in_shanghai(database: Database) -> None:
    new_year_there = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    assert file_it(database, now=new_year_there).number == "990100012027W000001"


def test_a_petition_is_found_by_its_number(database: Database) -> None:
    filed = file_it(database)
    with database.reading() as session:
        assert get_by_number(session, filed.number).id == filed.id
        with pytest.raises(PetitionNotFound):
            get_by_number(session, "990100012026W000002")


def test_the_first_instance_carries_the_petition_and_keeps_it(database: Database) -> None:
    petition_id = file_it(database).id
    for instance, carries in [(INSTANCE, True), (INSTANCE, True), (ANOTHER, False)]:
        with database.transaction() as session:
            assert carry(session, petition_id, instance) is carries


def test_of_two_instances_at_once_one_carries_the_petition(database: Database) -> None:
    petition_id = file_it(database).id

    def try_it(number: int) -> bool:
        with database.transaction() as session:
            return carry(session, petition_id, INSTANCE + number)

    assert sorted(at_once(4, try_it)) == [False, False, False, True]


def test_an_unknown_petition_is_carried_by_nobody(database: Database) -> None:
    with database.transaction() as session, pytest.raises(PetitionNotFound):
        carry(session, "no such id", INSTANCE)
