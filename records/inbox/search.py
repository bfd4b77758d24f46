"""Open tasks of the petitions whose text has every word looked for.

The index says where every piece is; the text itself, whether the pieces stand together.
"""

from sqlalchemy import text
from sqlmodel import Session

from records.inbox.grams import grams_for, words_of

# CROSS JOIN: SQLite reads from left to right.
_SQLITE = (
    "FROM inbox_gram CROSS JOIN inbox_text t CROSS JOIN inbox_entry e "
    "WHERE inbox_gram MATCH :grams AND t.id = inbox_gram.rowid "
    "AND e.petition_id = t.petition_id AND e.ordinal + 0 = 0"
)
_POSTGRES = (
    "FROM inbox_gram g JOIN inbox_text t ON t.id = g.id "
    "JOIN inbox_entry e ON e.petition_id = t.petition_id AND e.ordinal = 0 "
    "WHERE g.grams @> CAST(:grams AS TEXT[])"
)
_SCANS = text("SELECT set_config('enable_seqscan', :are, true)")


def find_tasks(session: Session, query: str, limit: int) -> list[int] | None:
    """Keys of up to `limit` tasks; None when the index cannot be asked for these words."""
    words = words_of(query)
    grams = sorted({gram for word in words for gram in grams_for(word)})
    if not grams:
        return None
    is_sqlite = session.connection().dialect.name == "sqlite"
    texts = "".join(f" AND t.text LIKE :w{n} ESCAPE '!'" for n in range(len(words)))
    source = _SQLITE if is_sqlite else _POSTGRES
    statement = text(f"SELECT e.task_key {source}{texts} LIMIT :most")
    values = {
        "grams": " AND ".join(f'"{gram}"' for gram in grams) if is_sqlite else grams,
        "most": limit,
        **{f"w{n}": _pattern(word) for n, word in enumerate(words)},
    }
    if is_sqlite:
        return [row[0] for row in session.execute(statement, values)]
    # With a limit PostgreSQL reads the table, hoping to meet enough soon: it is to ask the index.
    session.execute(_SCANS, {"are": "off"})
    found = [row[0] for row in session.execute(statement, values)]
    session.execute(_SCANS, {"are": "on"})
    return found


def _pattern(word: str) -> str:
    return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
