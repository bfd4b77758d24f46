"""The vocabularies that come with the product: CSV files in `data/`, loaded by migrations.

A migration that brings new words calls `ship`. What an office wrote is left alone, and a stored row
is never written over: a shipped change is a new dated row in the file, beside the old one.
"""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import sqlalchemy as sa

from law.clock_rule import Mark
from records.models.vocabulary import Origin

DATA = Path(__file__).parent / "data"
TERM_COLUMNS = (
    "code",
    "parent_code",
    "name_zh",
    "name_en",
    "basis",
    "mark",
    "in_force_from",
    "in_force_to",
    "national_code",
    "maps_to",
)

# The columns as migrations know them; they must not follow the models.
_vocabulary = sa.table("vocabulary", *map(sa.column, ("id", "name_zh", "name_en", "basis", "mark")))
_edition = sa.table(
    "vocabulary_edition",
    sa.column("id", sa.Integer),
    *map(sa.column, ("vocabulary_id", "origin", "actor", "reason")),
    sa.column("at", sa.DateTime),
)
_term = sa.table(
    "vocabulary_term",
    *map(sa.column, ("id", "vocabulary_id", "position", "origin", "added_by", "closed_by")),
    *(sa.column(name) for name in TERM_COLUMNS if not name.startswith("in_force")),
    sa.column("in_force_from", sa.Date),
    sa.column("in_force_to", sa.Date),
)


@dataclass(frozen=True)
class ShippedTerm:
    """One dated row of a file, complete with what it shares with its vocabulary."""

    code: str
    parent_code: str | None
    name_zh: str
    name_en: str
    basis: str
    mark: Mark
    in_force_from: date
    in_force_to: date | None
    national_code: str | None
    maps_to: str
    position: int


@dataclass(frozen=True)
class ShippedVocabulary:
    """A vocabulary as the files say it."""

    id: str
    name_zh: str
    name_en: str
    basis: str
    mark: Mark
    terms: tuple[ShippedTerm, ...]


def shipped_vocabularies() -> list[ShippedVocabulary]:
    """Every vocabulary of `data/vocabularies.csv`, with its terms in the order of their file."""
    return [_vocabulary_of(row) for row in _rows(DATA / "vocabularies.csv")]


def ship(connection: sa.Connection, *, at: datetime, actor: str, reason: str) -> int:
    """Bring the shipped rows of the database to what the files say; how many rows were added.

    `at` without zone, in UTC. Codes that the office changed or added are left alone.
    """
    return sum(
        _ship_one(connection, one, at=at, actor=actor, reason=reason)
        for one in shipped_vocabularies()
    )


def _ship_one(
    connection: sa.Connection, shipped: ShippedVocabulary, *, at: datetime, actor: str, reason: str
) -> int:
    _add_vocabulary(connection, shipped)
    stored = connection.execute(sa.select(_term).where(_term.c.vocabulary_id == shipped.id)).all()
    office = {row.code for row in stored if row.origin == Origin.office}
    known = {(row.code, row.in_force_from): row for row in stored}
    wanted = [term for term in shipped.terms if term.code not in office]
    new = [term for term in wanted if (term.code, term.in_force_from) not in known]
    ended = [
        (row.id, term.in_force_to)
        for term in wanted
        if (row := known.get((term.code, term.in_force_from)))
        and row.in_force_to is None
        and term.in_force_to is not None
    ]
    if not (new or ended):
        return 0
    edition = connection.execute(
        sa.insert(_edition)
        .values(
            vocabulary_id=shipped.id,
            origin=Origin.shipped.value,
            actor=actor,
            reason=reason,
            at=at,
        )
        .returning(_edition.c.id)
    ).scalar_one()
    for row_id, last_day in ended:
        connection.execute(
            sa.update(_term)
            .where(_term.c.id == row_id)
            .values(in_force_to=last_day, closed_by=edition)
        )
    if new:
        connection.execute(sa.insert(_term), [_values(shipped.id, one, edition) for one in new])
    return len(new)


def _add_vocabulary(connection: sa.Connection, shipped: ShippedVocabulary) -> None:
    known = sa.select(_vocabulary.c.id).where(_vocabulary.c.id == shipped.id)
    if connection.execute(known).first() is None:
        connection.execute(
            sa.insert(_vocabulary).values(
                id=shipped.id,
                name_zh=shipped.name_zh,
                name_en=shipped.name_en,
                basis=shipped.basis,
                mark=shipped.mark.value,
            )
        )


def _values(vocabulary_id: str, term: ShippedTerm, edition: int) -> dict[str, object]:
    return {
        **vars(term),
        "vocabulary_id": vocabulary_id,
        "mark": term.mark.value,
        "origin": Origin.shipped.value,
        "added_by": edition,
        "closed_by": None,
    }


def _vocabulary_of(row: dict[str, str]) -> ShippedVocabulary:
    terms = _rows(DATA / f"{row['id']}.csv")
    return ShippedVocabulary(
        id=row["id"],
        name_zh=row["name_zh"],
        name_en=row["name_en"],
        basis=row["basis"],
        mark=Mark(row["mark"]),
        terms=tuple(_term_of(term, row, place) for place, term in enumerate(terms, start=1)),
    )


def _term_of(term: dict[str, str], vocabulary: dict[str, str], place: int) -> ShippedTerm:
    last_day = term["in_force_to"]
    return ShippedTerm(
        code=term["code"],
        parent_code=term["parent_code"] or None,
        name_zh=term["name_zh"],
        name_en=term["name_en"],
        basis=term["basis"] or vocabulary["basis"],
        mark=Mark(term["mark"] or vocabulary["mark"]),
        in_force_from=date.fromisoformat(term["in_force_from"] or vocabulary["in_force_from"]),
        in_force_to=date.fromisoformat(last_day) if last_day else None,
        national_code=term["national_code"] or None,
        maps_to=term["maps_to"],
        position=place * 10,
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
