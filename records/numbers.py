"""Numbers that are gapless per unit, kind and year, and never given twice.

The serial is taken in the caller's transaction: when that rolls back, so does the number.
"""

import secrets
from datetime import date

from sqlalchemy import Date, bindparam, text
from sqlmodel import Session

from records.errors import RecordsError
from records.models import Unit
from records.models.number_scheme import Numbered
from records.models.petition import PetitionForm
from records.number_patterns import write_number

NEXT = text(
    "INSERT INTO number_series (unit_id, kind, year, last) VALUES (:unit, :kind, :year, 1) "
    "ON CONFLICT (unit_id, kind, year) DO UPDATE SET last = number_series.last + 1 "
    "RETURNING last, (SELECT pattern FROM number_scheme WHERE what = :what "
    "AND in_force_from <= :on ORDER BY in_force_from DESC LIMIT 1)"
).bindparams(bindparam("on", type_=Date))

# Without 0/O, 1/I/L and U: read aloud and copied by hand.
QUERY_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
FORM_LETTER = {
    PetitionForm.online: "W",
    PetitionForm.letter: "X",
    PetitionForm.phone: "D",
    PetitionForm.fax: "C",
    PetitionForm.visit: "F",
}


class NumberSchemeMissing(RecordsError):
    """No number scheme is in force on that day. `./xinfang numbers list` shows which ones are."""


def take_serial(
    session: Session, unit_id: str, kind: str, on: date, what: Numbered
) -> tuple[int, str]:
    """The next serial of this unit, kind and year, from 1, and the pattern in force on that day.

    In one statement, for numbering is on the path of every petition. Concurrent callers wait for
    each other's commit.
    """
    row = session.execute(
        NEXT, {"unit": unit_id, "kind": kind, "year": on.year, "what": what.value, "on": on}
    ).one()
    if row[1] is None:
        raise NumberSchemeMissing
    return int(row[0]), str(row[1])


def petition_number(session: Session, unit: Unit, form: PetitionForm, on: date) -> str:
    """信访件编号 by the scheme of that day (Asia/Shanghai).

    As shipped: division 6 + unit 2 + year 4 + form 1 + serial 6.
    """
    serial, pattern = take_serial(session, unit.id, "petition", on, Numbered.petition)
    return write_number(
        pattern,
        serial,
        division=unit.division,
        unit=unit.serial,
        year=f"{on.year}",
        form=FORM_LETTER[form],
    )


def document_number(session: Session, unit: Unit, kind: str, on: date) -> str:
    """文号 by the scheme of that day; as shipped: 单位代字 + 种类 + 〔year〕 + serial 号."""
    serial, pattern = take_serial(session, unit.id, kind, on, Numbered.document)
    return write_number(pattern, serial, designation=unit.designation, kind=kind, year=f"{on.year}")


def new_query_code() -> str:
    """查询码: nine unguessable characters and a check character."""
    body = "".join(secrets.choice(QUERY_ALPHABET) for _ in range(9))
    return body + _check_character(body)


def is_query_code(code: str) -> bool:
    """Whether the code is well formed; a typing slip in one character is always noticed."""
    return (
        len(code) == 10
        and all(character in QUERY_ALPHABET for character in code)
        and _check_character(code[:9]) == code[9]
    )


def _check_character(body: str) -> str:
    # Luhn's method for any even alphabet size.
    base = len(QUERY_ALPHABET)
    total = 0
    for place, character in enumerate(reversed(body)):
        value = QUERY_ALPHABET.index(character) * (2 if place % 2 == 0 else 1)
        total += value // base + value % base
    return QUERY_ALPHABET[-total % base]
