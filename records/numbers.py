"""Numbers that are gapless per unit, kind and year, and never given twice.

The serial is taken in the caller's transaction: when that rolls back, so does the number.
"""

import secrets

from sqlalchemy import text
from sqlmodel import Session

from records.models import Unit
from records.models.petition import PetitionForm

# Without 0/O, 1/I/L and U: read aloud and copied by hand.
QUERY_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
FORM_LETTER = {
    PetitionForm.online: "W",
    PetitionForm.letter: "X",
    PetitionForm.phone: "D",
    PetitionForm.fax: "C",
    PetitionForm.visit: "F",
}


def next_serial(session: Session, unit_id: str, kind: str, year: int) -> int:
    """The next serial of this series, from 1. Concurrent callers wait for each other's commit."""
    row = session.execute(
        text(
            "INSERT INTO number_series (unit_id, kind, year, last) VALUES (:unit, :kind, :year, 1) "
            "ON CONFLICT (unit_id, kind, year) DO UPDATE SET last = number_series.last + 1 "
            "RETURNING last"
        ),
        {"unit": unit_id, "kind": kind, "year": year},
    ).one()
    return int(row[0])


def petition_number(session: Session, unit: Unit, form: PetitionForm, year: int) -> str:
    """信访件编号: division 6 + unit 2 + year 4 + form 1 + serial 6 (our proposal, law.md 4)."""
    serial = next_serial(session, unit.id, "petition", year)
    return f"{unit.division}{unit.serial}{year}{FORM_LETTER[form]}{serial:06d}"


def document_number(session: Session, unit: Unit, kind: str, year: int) -> str:
    """文号: 单位代字 + 种类 + 〔year〕 + serial 号."""
    return f"{unit.designation}{kind}〔{year}〕{next_serial(session, unit.id, kind, year)}号"


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
