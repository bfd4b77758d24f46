"""Open tasks of the petitions whose text has every word looked for.

The index says where every piece is; the text itself, whether the pieces stand together.
"""

from sqlalchemy import text
from sqlmodel import Session, col, select

from records.inbox.grams import grams_for, is_piece, words_of
from records.models import InboxEntry

# CROSS JOIN: SQLite reads from left to right.
_SQLITE = (
    "SELECT t.petition_id FROM inbox_gram CROSS JOIN inbox_text t "
    "WHERE inbox_gram MATCH :grams AND t.id = inbox_gram.rowid"
)
# Materialized and OFFSET: with a limit in sight PostgreSQL reads a whole table, hoping to meet
# enough soon; so it asks the index, and reads each text by its number.
_POSTGRES = (
    "WITH g AS MATERIALIZED "
    "(SELECT id FROM inbox_gram WHERE grams @> CAST(:grams AS TEXT[])) "
    "SELECT f.petition_id FROM g CROSS JOIN LATERAL "
    "(SELECT t.petition_id FROM inbox_text t WHERE t.id = g.id{texts} OFFSET 0) f"
)


def find_tasks(session: Session, query: str, most: int) -> list[int] | None:
    """Keys of the tasks; None when the index cannot be asked for these words, or there are more
    than `most` tasks."""
    words = words_of(query)
    grams = sorted({gram for word in words for gram in grams_for(word)})
    if not grams:
        return None
    is_sqlite = session.connection().dialect.name == "sqlite"
    # Of a word that is a piece the index says all.
    unsure = {f"w{n}": word for n, word in enumerate(words) if not is_piece(word)}
    where_in = "instr" if is_sqlite else "strpos"
    texts = "".join(f" AND {where_in}(t.text, :{name}) > 0" for name in unsure)
    source = _SQLITE + texts if is_sqlite else _POSTGRES.format(texts=texts)
    wanted = " AND ".join(f'"{gram}"' for gram in grams) if is_sqlite else grams
    found = session.execute(
        text(f"{source} LIMIT :limit"), {"grams": wanted, "limit": most + 1, **unsure}
    )
    petitions = [row[0] for row in found]
    if len(petitions) > most:
        return None
    tasks = session.exec(
        select(InboxEntry.task_key)
        .where(col(InboxEntry.petition_id).in_(petitions), col(InboxEntry.ordinal) + 0 == 0)
        .limit(most + 1)
    ).all()
    return None if len(tasks) > most else list(tasks)
