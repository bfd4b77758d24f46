"""The search among petitions on file, in SQLite or PostgreSQL, and what filing pays for it."""

from datetime import UTC, date, datetime
from itertools import islice
from time import perf_counter
from typing import Any

from sqlalchemy import insert, text
from sqlmodel import Session

from benchmarks.duplicates import SearchFigures, made_up_rows, measured, probes
from benchmarks.made_up_texts import MadeUpTexts
from proposals.likeness.shingles import shingles
from proposals.likeness.signature import keys_of
from records.database import Database
from records.demo import BUREAU
from records.models import Petition, Petitioner, SimilarityEntry
from records.models.petition import PetitionForm
from records.similarity import remember, similar_petitions, whole_text
from records.similarity_keys import PersonFacts
from records.similarity_store import KeysInDatabase

BATCH = 20_000
FILED = 300
SUBJECT = "事项"
THEN = datetime(2026, 3, 2, tzinfo=UTC)


def measure_on_file(database: Database, rows: int) -> tuple[SearchFigures, float]:
    """Fill the empty database, look up; then milliseconds that `remember` adds to one filing."""
    made_up = MadeUpTexts()
    texts = list(made_up_rows(made_up, rows))
    started = perf_counter()
    numbered = iter(enumerate(texts))
    while batch := list(islice(numbered, BATCH)):
        with database.transaction() as session:
            _fill(session, batch)
    seconds = perf_counter() - started
    with database.engine.connect() as connection:
        for table in ("petition", "petitioner", "similarity_entry", "similarity_key"):
            connection.execute(text(f"ANALYZE {table}"))
        connection.commit()

    def look_up(one: str) -> list[int]:
        with database.reading() as session:
            found = similar_petitions(session, whole_text(SUBJECT, one), PersonFacts())
            return [int(candidate.petition_id) for candidate in found]

    name = "SQLite" if database.is_sqlite else "PostgreSQL"
    figures = measured(name, rows, probes(made_up, texts), look_up, seconds)
    return figures, _cost_of_filing(database, made_up, rows)


def _fill(session: Session, batch: list[tuple[int, str]]) -> None:
    session.execute(insert(Petitioner), [{"id": str(n), "name": f"某{n}"} for n, _ in batch])
    session.execute(insert(Petition), [_petition(n, one) for n, one in batch])
    session.execute(
        insert(SimilarityEntry), [{"id": n + 1, "petition_id": str(n)} for n, _ in batch]
    )
    KeysInDatabase(session).add_all(
        [(n + 1, key) for n, one in batch for key in keys_of(shingles(whole_text(SUBJECT, one)))]
    )


def _petition(number: int, one: str) -> dict[str, Any]:
    return {
        "id": str(number),
        "number": f"n{number}",
        "query_code": f"q{number}",
        "form": PetitionForm.online,
        "subject": SUBJECT,
        "text": one,
        "received_on": date(2026, 3, 2),
        "filed_at": THEN,
        "petitioner_id": str(number),
        "bureau_id": BUREAU,
    }


def _cost_of_filing(database: Database, made_up: MadeUpTexts, rows: int) -> float:
    """One transaction each, as at a window; the commit is not counted."""
    times = list[float]()
    for number in range(rows, rows + FILED):
        with database.transaction() as session:
            if not database.is_sqlite:
                # The rows before were numbered by us.
                session.execute(_NEXT_NUMBER)
            petitioner = Petitioner(id=str(number), name="某某", phone=f"{number}")
            petition = Petition(**_petition(number, made_up.text()))
            session.add(petitioner)
            session.flush()
            session.add(petition)
            session.flush()
            started = perf_counter()
            remember(session, petition, petitioner)
            times.append(1000 * (perf_counter() - started))
    return sorted(times)[len(times) // 2]


_NEXT_NUMBER = text(
    "SELECT setval(pg_get_serial_sequence('similarity_entry', 'id'), "
    "(SELECT max(id) FROM similarity_entry))"
)
