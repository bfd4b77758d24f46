"""Vocabularies as CSV files: out for editing, in again as one change."""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlmodel import Session

from law.clock_rule import Mark
from records.csv_table import RowsRefused, read_table
from records.models import VocabularyTerm
from records.vocabularies.changes import set_terms
from records.vocabularies.checks import TermChange
from records.vocabularies.shipped import TERM_COLUMNS
from records.vocabularies.terms import codes_on, terms_on

NEEDED = ("code", "name_zh", "name_en")
OPTIONAL = ("parent_code", "national_code", "maps_to")


@dataclass(frozen=True)
class Imported:
    """What an import did. `absent`: codes in force that the file does not name; they stay."""

    changed: list[str]
    unchanged: int
    absent: list[str]


def export_terms(session: Session, vocabulary_id: str, on: date) -> str:
    """The terms of that day as CSV. Raises VocabularyNotFound."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(TERM_COLUMNS)
    writer.writerows(map(_row, terms_on(session, vocabulary_id, on)))
    return file.getvalue()


def import_terms(
    session: Session,
    vocabulary_id: str,
    path: Path,
    *,
    in_force_from: date,
    actor: str,
    reason: str,
    now: datetime,
) -> Imported:
    """Bring the terms to what the file says from a day on, all or nothing; nothing is closed.

    A column the file does not have leaves what it is about as it is. Raises errors of
    records.csv_table, and VocabularyError.
    """
    before = codes_on(session, vocabulary_id, in_force_from)
    changes: dict[str, TermChange] = {}
    problems: list[tuple[int, str]] = []
    for line, row in read_table(path, NEEDED):
        if row["code"] in changes:
            problems.append((line, f"code {row['code']} for the second time"))
        elif row.get("mark") and row["mark"] not in set(Mark):
            problems.append((line, f"mark is none of {', '.join(Mark)}"))
        else:
            changes[row["code"]] = _change(row, in_force_from)
    if problems:
        raise RowsRefused(path, problems)
    wanted = list(changes.values())
    changed = set_terms(session, vocabulary_id, wanted, actor=actor, reason=reason, now=now)
    return Imported(
        changed=[row.code for row in changed],
        unchanged=len(changes) - len(changed),
        absent=[code for code in before if code not in changes],
    )


def _change(row: dict[str, str], in_force_from: date) -> TermChange:
    return TermChange(
        code=row["code"],
        name_zh=row["name_zh"],
        name_en=row["name_en"],
        in_force_from=in_force_from,
        basis=row.get("basis") or None,
        mark=Mark(row["mark"]) if row.get("mark") else None,
        **{name: row[name] for name in OPTIONAL if name in row},
    )


def _row(term: VocabularyTerm) -> list[object]:
    return [getattr(term, name) if getattr(term, name) is not None else "" for name in TERM_COLUMNS]
