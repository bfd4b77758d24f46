"""The keys of petitions in the database, looked up by key."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from sqlalchemy import TextClause, insert, text
from sqlmodel import Session

from records.models import SimilarityKey


class KeysInDatabase:
    """Keys of entries, as the index needs them (proposals.likeness.index.KeyStore)."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, entry: int, keys: Sequence[int]) -> None:
        """Note the keys of a new entry."""
        self.add_all([(entry, key) for key in keys])

    def add_all(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Note pairs of entry and key, in one statement."""
        # In the order of the table, and each once: a text may have the same key twice.
        rows = [{"key": key, "entry": entry} for key, entry in sorted({(k, e) for e, k in pairs})]
        if rows:
            self._session.execute(insert(SimilarityKey), rows)

    def sharing(self, keys: Sequence[int], at_most: int) -> Mapping[int, int]:
        """Entries with one of these keys or more: how many. The newest `at_most` of each key."""
        if not keys:
            return {}
        values = {f"key{at}": key for at, key in enumerate(keys)} | {"at_most": at_most}
        return Counter(entry for (entry,) in self._session.execute(_newest(len(keys)), values))


@cache
def _newest(keys: int) -> TextClause:
    """One small search of the primary key for each key: a crowded key costs no more than others."""
    one = (
        "SELECT entry FROM (SELECT entry FROM similarity_key WHERE key = :key{at} "
        "ORDER BY entry DESC LIMIT :at_most) AS newest{at}"
    )
    return text(" UNION ALL ".join(one.format(at=at) for at in range(keys)))
