"""Number schemes: a new one from a day on, never twice the same number, unfit patterns refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event
from sqlmodel import Session

from records.database import Database
from records.models import Unit
from records.models.number_scheme import Numbered
from records.models.petition import PetitionForm
from records.number_patterns import MOST_LITERAL, BadPattern, check_pattern, write_number
from records.number_schemes import SchemeTooEarly, add_scheme, list_schemes
from records.numbers import document_number, petition_number
from tests.records.cases import BUREAU, MON_2_MARCH, NOON

NEW_YEAR = date(2027, 1, 1)
OTHER = "{division}-{unit}-{year}-{serial:4}"


def add(session: Session, what: Numbered, pattern: str, on: date = NEW_YEAR) -> None:
    add_scheme(session, what, pattern, in_force_from=on, reason="新办法", actor="admin", now=NOON)


def test_a_new_scheme_holds_from_its_first_day(session: Session) -> None:
    bureau = session.get_one(Unit, BUREAU)
    add(session, Numbered.petition, OTHER)
    add(session, Numbered.document, "{designation}{kind}[{year}]第{serial:3}号")
    eve = NEW_YEAR - timedelta(days=1)
    assert [petition_number(session, bureau, PetitionForm.fax, on) for on in (eve, NEW_YEAR)] == [
        "990100012026C000001",
        "990100-01-2027-0001",
    ]
    assert [document_number(session, bureau, "告", on) for on in (eve, NEW_YEAR)] == [
        "示信告〔2026〕1号",
        "示信告[2027]第001号",
    ]


def test_in_the_middle_of_a_year_serials_go_on(session: Session) -> None:
    bureau = session.get_one(Unit, BUREAU)
    tomorrow = MON_2_MARCH + timedelta(days=1)
    petition_number(session, bureau, PetitionForm.fax, MON_2_MARCH)
    add(session, Numbered.petition, OTHER, tomorrow)
    number = petition_number(session, bureau, PetitionForm.fax, tomorrow)
    assert number == "990100-01-2026-0002"


def test_the_scheme_before_ends_the_day_before(session: Session) -> None:
    add(session, Numbered.petition, OTHER)
    ends = [one.in_force_to for one in list_schemes(session) if one.what is Numbered.petition]
    assert ends == [date(2026, 12, 31), None]


@pytest.mark.parametrize("on", [MON_2_MARCH, MON_2_MARCH - timedelta(days=1), NEW_YEAR])
def test_numbers_that_were_given_keep_their_scheme(session: Session, on: date) -> None:
    add(session, Numbered.petition, OTHER)
    with pytest.raises(SchemeTooEarly):
        add(session, Numbered.petition, OTHER, on)


@pytest.mark.parametrize(
    ("what", "pattern", "words"),
    [
        ("petition", "{division}{unit}{year}", "{serial} is missing"),
        ("petition", "{unit}{year}{serial}", "{division} is missing"),
        ("petition", "{division}{year}{serial}", "{unit} is missing"),
        ("petition", "{division}{unit}{serial}", "{year} is missing"),
        ("petition", "{division}{unit}{year}{serial}{serial}", "{serial} stands twice"),
        ("petition", "{division}{unit}{year}{name}{serial}", "{name}: parts are division"),
        ("petition", "{division}{unit}{year:4}{serial}", "{year}: only the serial"),
        ("petition", "{division}{unit}{year}{serial:11}", "{serial}: only the serial"),
        ("petition", "{division}{unit}{year}{serial:06}", "{serial}: only the serial"),
        ("petition", "{division}{unit}{year}{serial!r}", "{serial}: only the serial"),
        ("petition", "{division}{unit}{year}/{serial}", "other characters"),
        ("petition", "{division}{unit}{year}号{serial}", "other characters"),
        ("petition", "A" * 17 + "{division}{unit}{year}{serial}", "other characters"),
        ("petition", "{division}{unit}{year}{serial", "expected '}'"),
        ("petition", "{division.x}{unit}{year}{serial}", "{division.x}: parts are"),
        ("document", "{kind}〔{year}〕{serial}号", "{designation} is missing"),
        ("document", "{designation}〔{year}〕{serial}号", "{kind} is missing"),
        ("document", "{designation}{kind}{unit}{year}{serial}", "{unit}: parts are"),
        ("document", "{designation}{kind} {year}{serial}", "other characters"),
    ],
)
def test_a_bad_pattern_is_refused_with_its_fault(
    session: Session, what: str, pattern: str, words: str
) -> None:
    with pytest.raises(BadPattern) as caught:
        add(session, Numbered(what), pattern)
    assert words in str(caught.value)
    assert len(list_schemes(session)) == 2


@given(
    st.permutations(["{division}", "{unit}", "{year}", "{form}", "{serial:4}"]),
    st.text("-A9", max_size=MOST_LITERAL),
    st.tuples(st.integers(1, 999_999), st.integers(1, 999_999)),
)
def test_whatever_the_order_two_serials_never_look_the_same(
    parts: list[str], literal: str, serials: tuple[int, int]
) -> None:
    pattern = literal.join(parts) if len(literal) * 4 <= MOST_LITERAL else "".join(parts) + literal
    check_pattern(Numbered.petition, pattern)
    values = {"division": "990100", "unit": "01", "year": "2026", "form": "W"}
    one, other = (write_number(pattern, serial, **values) for serial in serials)
    assert (one == other) is (serials[0] == serials[1])
    assert max(map(len, (one, other))) <= 40


def test_a_number_costs_one_statement(database: Database) -> None:
    statements: list[str] = []
    with database.transaction() as session:
        bureau = session.get_one(Unit, BUREAU)
        event.listen(
            database.engine, "before_cursor_execute", lambda *args: statements.append(args[2])
        )
        petition_number(session, bureau, PetitionForm.fax, MON_2_MARCH)
        document_number(session, bureau, "告", MON_2_MARCH)
    assert [one.split()[0] for one in statements] == ["INSERT", "INSERT"]
