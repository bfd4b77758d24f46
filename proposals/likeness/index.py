"""Searching texts by likeness: keys give candidates, the pieces themselves decide."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from proposals.likeness.shingles import Shingles, likeness

# However often a text has come: so many of each bucket are looked at, so many in all are compared,
# and so many of those that share one key only (few texts do that and are alike).
BUCKET = 64
COMPARED = 200
COMPARED_FAINT = 40


class KeyStore(Protocol):
    """Which entries have which keys."""

    def add(self, entry: int, keys: Sequence[int]) -> None:
        """Note the keys of a new entry."""

    def sharing(self, keys: Sequence[int], at_most: int) -> Mapping[int, int]:
        """Entries with one of these keys or more: how many. The newest `at_most` of each key."""


@dataclass(frozen=True)
class Match:
    """An entry, and how alike it is (0 to 1)."""

    entry: int
    likeness: float


def matches(
    store: KeyStore,
    pieces: Shingles,
    keys: Sequence[int],
    pieces_of: Callable[[list[int]], Mapping[int, Shingles]],
    at_least: float,
) -> list[Match]:
    """Entries alike by `at_least` or more, the most alike first.

    `pieces_of` gives the pieces of entries; those it leaves out are left out of the answer.
    """
    likely = likeliest(store.sharing(keys, BUCKET))
    found = [
        Match(entry, score)
        for entry, theirs in pieces_of(likely).items()
        if (score := likeness(pieces, theirs)) >= at_least
    ]
    return sorted(found, key=lambda match: (-match.likeness, match.entry))


def likeliest(shared: Mapping[int, int]) -> list[int]:
    """The entries worth a comparison: those that share most keys, the newest of these first."""
    strong = [entry for entry, keys in shared.items() if keys > 1]
    faint = [entry for entry, keys in shared.items() if keys == 1]
    strong.sort(key=lambda entry: (-shared[entry], -entry))
    return strong[:COMPARED] + sorted(faint, reverse=True)[:COMPARED_FAINT]
