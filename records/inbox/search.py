"""Petitions with open tasks whose text has every word looked for.

The index says where every piece is; the text itself, whether the pieces stand together.
"""

from sqlalchemy import ColumnElement, text
from sqlmodel import Session, col

from records.inbox.grams import grams_for, words_of
from records.models import InboxText

# CROSS JOIN: SQLite reads the left one first.
_SQLITE = (
    "FROM inbox_gram CROSS JOIN inbox_text t "
    "WHERE inbox_gram MATCH :grams AND t.id = inbox_gram.rowid"
)
_POSTGRES = (
    "FROM inbox_gram g JOIN inbox_text t ON t.id = g.id WHERE g.grams @> CAST(:grams AS TEXT[])"
)


def has_words(query: str) -> list[ColumnElement[bool]]:
    """Whether a row of `inbox_text` has the words, as conditions: for reading text by text."""
    return [col(InboxText.text).like(_pattern(word), escape="!") for word in words_of(query)]


def find_petitions(session: Session, query: str, limit: int) -> list[str] | None:
    """Up to `limit` petitions that have the words; None when the index cannot be asked for them."""
    words = words_of(query)
    grams = sorted({gram for word in words for gram in grams_for(word)})
    if not grams:
        return None
    is_sqlite = session.connection().dialect.name == "sqlite"
    texts = "".join(f" AND t.text LIKE :w{n} ESCAPE '!'" for n in range(len(words)))
    source = _SQLITE if is_sqlite else _POSTGRES
    statement = text(f"SELECT t.petition_id {source}{texts} LIMIT :most")
    found = session.execute(
        statement,
        {
            "grams": " AND ".join(f'"{gram}"' for gram in grams) if is_sqlite else grams,
            "most": limit,
            **{f"w{n}": _pattern(word) for n, word in enumerate(words)},
        },
    )
    return [row[0] for row in found]


def _pattern(word: str) -> str:
    return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
