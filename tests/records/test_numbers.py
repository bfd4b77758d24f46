"""Numbers: gapless, never twice, in their form; and query codes that notice a slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from records.database import Database
from records.models import Unit
from records.models.number_scheme import Numbered
from records.models.petition import PetitionForm
from records.numbers import (
    QUERY_ALPHABET,
    document_number,
    is_query_code,
    new_query_code,
    petition_number,
    take_serial,
)
from tests.records.cases import BUREAU, MON_2_MARCH, UNIT, at_once

THREADS, EACH = 8, 12
codes = st.text(QUERY_ALPHABET, min_size=9, max_size=9).map(
    lambda body: next(body + last for last in QUERY_ALPHABET if is_query_code(body + last))
)


class Slip(Exception):
    """Raised on purpose."""


def take(database: Database, *, then_fail: bool) -> int | None:
    """A serial; None when the transaction rolled back after taking it."""
    try:
        with database.transaction() as session:
            serial, _ = take_serial(session, BUREAU, "petition", MON_2_MARCH, Numbered.petition)
            if then_fail:
                raise Slip
            return serial
    except Slip:
        return None


def test_serials_are_gapless_though_some_of_eight_threads_roll_back(database: Database) -> None:
    def work(thread: int) -> list[int | None]:
        return [take(database, then_fail=(thread + turn) % 3 == 0) for turn in range(EACH)]

    taken = [serial for serials in at_once(THREADS, work) for serial in serials]
    kept = sorted(serial for serial in taken if serial is not None)
    assert len(kept) == THREADS * EACH * 2 // 3
    assert kept == list(range(1, len(kept) + 1))


def test_every_unit_kind_and_year_counts_for_itself(session: Session) -> None:
    later = MON_2_MARCH.replace(year=2027)
    series = [(BUREAU, MON_2_MARCH), (BUREAU, later), (UNIT, MON_2_MARCH)]
    taken = [
        take_serial(session, unit, "petition", on, Numbered.petition)[0]
        for unit, on in (*series, *series)
    ]
    assert taken == [1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize(("form", "letter"), list(zip(PetitionForm, "WXDCF", strict=True)))
def test_a_petition_number_is_division_unit_year_form_serial(
    session: Session, form: PetitionForm, letter: str
) -> None:
    bureau = session.get_one(Unit, BUREAU)
    assert petition_number(session, bureau, form, MON_2_MARCH) == f"990100012026{letter}000001"


def test_forms_share_one_series(session: Session) -> None:
    bureau = session.get_one(Unit, BUREAU)
    numbers = [petition_number(session, bureau, form, MON_2_MARCH)[-6:] for form in PetitionForm]
    assert numbers == ["000001", "000002", "000003", "000004", "000005"]


def test_a_document_number_is_designation_kind_year_serial(session: Session) -> None:
    unit = session.get_one(Unit, UNIT)
    assert document_number(session, unit, "告", MON_2_MARCH) == "示住建告〔2026〕1号"
    assert document_number(session, unit, "答", MON_2_MARCH) == "示住建答〔2026〕1号"
    assert document_number(session, unit, "告", MON_2_MARCH) == "示住建告〔2026〕2号"


def test_query_codes_are_well_formed_and_differ() -> None:
    made = [new_query_code() for _ in range(2000)]
    assert len(set(made)) == len(made)
    assert all(is_query_code(code) for code in made)


@given(codes, st.integers(0, 9), st.sampled_from(QUERY_ALPHABET))
def test_one_wrong_character_is_always_noticed(code: str, place: int, wrong: str) -> None:
    spoilt = code[:place] + wrong + code[place + 1 :]
    assert is_query_code(spoilt) is (spoilt == code)


@given(codes, st.integers(0, 8))
def test_two_neighbours_swapped_are_noticed_but_for_one_pair(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    ends = {QUERY_ALPHABET[0], QUERY_ALPHABET[-1]}
    if swapped != code and {code[place], code[place + 1]} != ends:
        assert not is_query_code(swapped)


@given(st.text(max_size=12))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert is_query_code(text) in (True, False)


@pytest.mark.parametrize("code", ["", "2222222222 ", "ABCDEFGHJ", "0000000000", "abcdefghjk"])
def test_other_lengths_and_characters_are_no_query_codes(code: str) -> None:
    assert not is_query_code(code)
