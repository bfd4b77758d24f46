"""Pairs of alike texts in a list, each row compared with the earlier ones.

Texts of different people are a copy from about 0.3 on (more than unrelated texts ever reach) and
are found by their keys. One person tells the same matter again in other words: their own earlier
texts are all compared, and less is enough; phrases that a person who writes often repeats in
letter after letter do not count then.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from proposals.errors import NotADate
from proposals.likeness.index import matches
from proposals.likeness.memory import KeysInMemory
from proposals.likeness.shingles import Shingles, likeness, shingles
from proposals.likeness.signature import keys_of
from proposals.table import Row

THRESHOLD = 0.4
SAME_PERSON_THRESHOLD = 0.12
OWN_COMPARED = 200  # of one person, so many latest texts
HABIT = 10  # a piece in more of a person's latest texts than this is a habit
KEPT = 4_000  # texts whose pieces are kept for the next comparison
SHANGHAI = ZoneInfo("Asia/Shanghai")
FORMATS = ("%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d", "%Y年%m月%d日")


@dataclass(frozen=True)
class Sent:
    """One text: who sent it, and when. `person` may be empty: nobody known."""

    id: str
    person: str
    at: datetime
    text: str


@dataclass(frozen=True)
class Pair:
    """A text and an earlier one that is like it."""

    later: Sent
    earlier: Sent
    likeness: float

    @property
    def same_person(self) -> bool:
        return bool(self.later.person) and self.later.person == self.earlier.person


def sent_rows(rows: Sequence[Row]) -> list[Sent]:
    """Rows with `id,person,sent_at,text`, by time, then in their order. Raises NotADate."""
    found = [
        Sent(
            id=row.values["id"],
            person=row.values["person"],
            at=_moment(row),
            text=row.values["text"],
        )
        for row in rows
    ]
    return sorted(found, key=lambda sent: sent.at)


def find_pairs(
    texts: Sequence[Sent],
    *,
    at_least: float = THRESHOLD,
    same_person_at_least: float = SAME_PERSON_THRESHOLD,
) -> Iterator[list[Pair]]:
    """For each text in turn the pairs with earlier ones, the most alike first."""

    @lru_cache(KEPT)
    def pieces_at(entry: int) -> Shingles:
        return shingles(texts[entry].text)

    def pieces_of(entries: list[int]) -> Mapping[int, Shingles]:
        return {entry: pieces_at(entry) for entry in entries}

    store = KeysInMemory()
    people = defaultdict[str, _Person](_Person)
    for entry, sent in enumerate(texts):
        pieces = pieces_at(entry)
        keys = keys_of(pieces)
        found = {
            match.entry: match.likeness
            for match in matches(store, pieces, keys, pieces_of, at_least)
        }
        if sent.person:
            person = people[sent.person]
            own = pieces - person.habits
            for one in person.entries:
                if one not in found:
                    found[one] = likeness(own, pieces_at(one) - person.habits)
            person.add(entry, pieces_at)
        store.add(entry, keys)
        pairs = [Pair(sent, texts[one], score) for one, score in found.items()]
        yield sorted(
            (
                pair
                for pair in pairs
                if pair.likeness >= (same_person_at_least if pair.same_person else at_least)
            ),
            key=lambda pair: -pair.likeness,
        )


class _Person:
    """The latest texts of a person, and the pieces of phrases that this person always writes."""

    __slots__ = ("_texts", "entries", "habits")

    def __init__(self) -> None:
        self.entries = list[int]()
        self.habits: Shingles = frozenset()
        self._texts = 0

    def add(self, entry: int, pieces_at: Callable[[int], Shingles]) -> None:
        self.entries.append(entry)
        del self.entries[:-OWN_COMPARED]
        self._texts += 1
        if self._texts > HABIT and self._texts % HABIT == 1:
            self.habits = self._found_habits(pieces_at)

    def _found_habits(self, pieces_at: Callable[[int], Shingles]) -> Shingles:
        having = Counter[int]()
        for entry in self.entries:
            having.update(pieces_at(entry))
        return frozenset(piece for piece, texts in having.items() if texts > HABIT)


def _moment(row: Row) -> datetime:
    """In Shanghai; a time without a zone is one of there."""
    text = row.values["sent_at"]
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = _other_formats(row, text)
    return moment.astimezone(SHANGHAI) if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)


def _other_formats(row: Row, text: str) -> datetime:
    for form in FORMATS:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - the zone is added by the caller
        except ValueError:
            continue
    raise NotADate(row.line)
