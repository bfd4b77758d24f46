"""Rows to learn from: a text and the class that a person gave it."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from proposals.likeness.index import matches
from proposals.likeness.memory import KeysInMemory
from proposals.likeness.shingles import shingles
from proposals.likeness.signature import keys_of
from proposals.plain import plain_text
from proposals.table import Row

ALIKE = 0.4  # texts this much alike never stand on both sides of a test
FEWEST = 5  # different texts that a class needs to be learned and tested
# What a sentence has between the words that a list of words has kept; two fifths of all gaps.
_WORDS = "我们 他们 这个 那么 因为 所以 如果 但是 并且 对于 关于 没有 可以 能够".split()  # noqa: SIM905
_BETWEEN = (*"，，，，，，。。的的的的了是在和与及也都就不有我被为向将（）：“”！？、123", *_WORDS)
_GAPS_FILLED = 0.42


@dataclass(frozen=True)
class Sample:
    """A text and its class. `cut`: the text is a list of words without stop words."""

    text: str
    level1: str
    cut: bool = False

    def as_written(self, chance: random.Random) -> str:
        """The text as a person might have written it: stop words and punctuation between words."""
        if not self.cut:
            return self.text
        words = self.text.split()
        gaps = (chance.choice(_BETWEEN) if chance.random() < _GAPS_FILLED else "" for _ in words)
        return "".join(chain.from_iterable(zip(words, gaps, strict=True)))


@dataclass(frozen=True)
class SampleSet:
    """Different texts, their classes, and which of them belong together.

    groups: texts that are alike have the same number. removed: how many rows repeated another.
    left_out: classes with too few texts, and how many those had.
    """

    samples: tuple[Sample, ...]
    groups: tuple[int, ...]
    rows: int
    removed: int
    left_out: dict[str, int]


def samples_of(rows: Sequence[Row]) -> list[Sample]:
    """Rows with `level1` and `text` or `tokens`; those with an empty one are left out."""
    cut = "text" not in rows[0].values
    column = "tokens" if cut else "text"
    return [
        Sample(row.values[column], row.values["level1"], cut)
        for row in rows
        if row.values[column] and row.values["level1"]
    ]


def sample_set(samples: Sequence[Sample]) -> SampleSet:
    """The different samples, with repeated texts removed (the first one stays)."""
    first = dict[str, Sample]()
    for sample in samples:
        first.setdefault(plain_text(sample.text) or sample.text, sample)
    different = list(first.values())
    groups = _groups(different)
    numbers = Counter(
        level1 for level1, _ in {(s.level1, g) for s, g in zip(different, groups, strict=True)}
    )
    left_out = {name: number for name, number in numbers.items() if number < FEWEST}
    kept = [at for at, sample in enumerate(different) if sample.level1 not in left_out]
    return SampleSet(
        samples=tuple(different[at] for at in kept),
        groups=tuple(groups[at] for at in kept),
        rows=len(samples),
        removed=len(samples) - len(different),
        left_out=left_out,
    )


def _groups(samples: Sequence[Sample]) -> list[int]:
    """The number of each sample's group: samples alike have the same."""
    pieces = [shingles(sample.text) for sample in samples]
    store = KeysInMemory()
    leaders = list(range(len(samples)))

    def leader(at: int) -> int:
        while leaders[at] != at:
            leaders[at] = at = leaders[leaders[at]]
        return at

    for at, own in enumerate(pieces):
        keys = keys_of(own)
        for match in matches(store, own, keys, lambda found: {n: pieces[n] for n in found}, ALIKE):
            leaders[leader(match.entry)] = leader(at)
        store.add(at, keys)
    return [leader(at) for at in range(len(samples))]
