"""The rows of a registration record, the flags that follow, and the check of a card's number."""

from dataclasses import replace

import pytest
from sqlmodel import select

from law.errors import MandateMissing, RepresentativesMissing, TooManyRepresentatives
from records.database import Database
from records.models import (
    Agent,
    Companion,
    EarlierStep,
    Petition,
    Petitioner,
    PetitionFlag,
    RelatedPetition,
)
from records.models.petition import PetitionForm
from records.models.registration import Standing
from records.petitions import NewPetition, file_petition
from records.registration.errors import CodeUnknown
from records.registration.flags import flags_of
from records.registration.id_numbers import is_card_number, looks_mistyped
from records.registration.new_petition import NewAgent, NewCompanion, NewStep
from records.registration.rows import agents_of, companions_of, course_of
from tests.records.cases import A_PETITION, MON_2_MARCH, NOON, all_rows, commands_in, count

GOOD, MISTYPED = "11010519491231002X", "110105194912310021"
WHOLE = replace(
    A_PETITION,
    former_name="旧名",
    household_address="示范市二号路",
    residence="示范市三号路",
    people=2,
    companions=(NewCompanion("乙某某", is_representative=True), NewCompanion("丙某某")),
    agents=(NewAgent("丁某某", has_mandate=True), NewAgent("戊某某", Standing.guardian)),
    course=(NewStep("示范街道", "未答复", MON_2_MARCH), NewStep("示范区", "转送")),
    flags=("backlog",),
)


def file_it(database: Database, new: NewPetition) -> Petition:
    with database.transaction() as session:
        return file_petition(session, new, filed_by="clerk", now=NOON)


def test_every_row_is_written_in_its_order(database: Database) -> None:
    petition = file_it(database, WHOLE)
    with database.reading() as session:
        assert [one.name for one in companions_of(session, petition.id)] == ["乙某某", "丙某某"]
        assert [one.standing for one in agents_of(session, petition.id)] == [
            Standing.agent,
            Standing.guardian,
        ]
        assert [one.organ for one in course_of(session, petition.id)] == ["示范街道", "示范区"]
        assert flags_of(session, petition) == ["backlog"]
    [petitioner] = all_rows(database, Petitioner)
    assert (petitioner.former_name, petitioner.residence) == ("旧名", "示范市三号路")
    assert petition.people == 3


@pytest.mark.parametrize(
    ("change", "flags"),
    [
        ({}, []),
        ({"petitioner_name": " "}, ["anonymous"]),
        ({"people": 5}, ["joint"]),
        ({"people": 5, "form": PetitionForm.visit}, ["collective"]),
        ({"flags": ("anonymous", "collective", "threat")}, ["threat"]),
    ],
)
def test_flags_follow_from_the_facts(
    database: Database, change: dict[str, object], flags: list[str]
) -> None:
    petition = file_it(database, replace(A_PETITION, source=None, **change))  # type: ignore[arg-type]
    with database.reading() as session:
        assert flags_of(session, petition) == flags


def test_a_linked_petition_of_the_same_person_is_a_repetition(database: Database) -> None:
    earlier = file_it(database, replace(A_PETITION, source=None))
    petition, other = (file_it(database, replace(A_PETITION, source=None)) for _ in range(2))
    with database.transaction() as session:
        for one, same_person in ((petition, True), (other, False)):
            session.add(
                RelatedPetition(
                    petition_id=one.id,
                    earlier_id=earlier.id,
                    same_person=same_person,
                    linked_by="classifier",
                    linked_at=NOON,
                )
            )
    with database.reading() as session:
        assert (flags_of(session, petition), flags_of(session, other)) == (["repeated"], [])
        assert session.exec(select(PetitionFlag)).all() == []


def test_who_is_anonymous_has_no_clear_name(database: Database) -> None:
    assert file_it(database, replace(A_PETITION, petitioner_name="")).is_name_clear is False


SIX = tuple(NewCompanion(f"{n}") for n in range(6))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"companions": SIX, "form": PetitionForm.visit}, RepresentativesMissing),
        (
            {
                "companions": tuple(replace(one, is_representative=True) for one in SIX),
                "form": PetitionForm.visit,
            },
            TooManyRepresentatives,
        ),
        ({"agents": (NewAgent("丁某某"),)}, MandateMissing),
        ({"flags": ("no_such",)}, CodeUnknown),
        ({"content_class": "no_such"}, CodeUnknown),
        ({"certificate_type": "no_such"}, CodeUnknown),
    ],
)
def test_what_cannot_be_registered_leaves_nothing_behind(
    database: Database, change: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        file_it(database, replace(A_PETITION, **change))  # type: ignore[arg-type]
    for table in (Petition, Petitioner, Companion, Agent, EarlierStep, PetitionFlag):
        assert count(database, table) == 0
    assert commands_in(database) == []


@pytest.mark.parametrize(
    ("number", "kind", "mistyped"),
    [
        (GOOD, "id_card", False),
        (GOOD.lower(), "id_card", False),
        (GOOD, None, False),
        (MISTYPED, "id_card", True),
        (MISTYPED, None, True),
        ("1101054912310", "id_card", True),
        ("110105491231002", "id_card", False),
        ("11010549123100X", "id_card", True),
        ("E12345678", None, False),
        (MISTYPED, "passport", False),
        ("", "id_card", False),
        (None, None, False),
    ],
)
def test_a_slip_in_a_card_number_is_noticed(
    number: str | None, kind: str | None, mistyped: bool
) -> None:
    assert looks_mistyped(number, kind) is mistyped


def test_any_one_digit_typed_wrong_is_noticed() -> None:
    for place in range(17):
        for digit in "0123456789":
            typed = GOOD[:place] + digit + GOOD[place + 1 :]
            assert is_card_number(typed) is (typed == GOOD)
