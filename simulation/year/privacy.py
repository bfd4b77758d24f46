"""Looking for what is personal where it must not be: all words of a year in one pass.

Every word carries a mark (simulation.year.people). Only where a mark turns up is each word looked
for, so nothing is missed and megabytes cost milliseconds.
"""

import re
from collections.abc import Iterable

from simulation.year.people import DIVISION, MARK, PHONE

MARKS = re.compile(
    b"|".join(
        [
            re.escape(MARK.encode()),
            rb"(?i:" + re.escape(MARK.encode("unicode_escape")) + rb")",
            re.escape(PHONE.encode()) + rb"\d{6}",
            re.escape(DIVISION.encode()) + rb"\d{11}",
        ]
    )
)


class WordWithoutMark(Exception):
    """This word carries no mark, so it would not be looked for."""


class Words:
    """The words to look for, as they are and written with \\u escapes."""

    def __init__(self, words: Iterable[str]) -> None:
        """Raises WordWithoutMark."""
        self._written: dict[str, tuple[bytes, ...]] = {MARK: _ways(MARK)}
        for word in words:
            if not MARKS.search(word.encode()):
                raise WordWithoutMark
            self._written[word] = _ways(word)

    def __len__(self) -> int:
        return len(self._written)

    def found_in(self, data: bytes) -> set[str]:
        """Those of the words that stand in these bytes."""
        if not MARKS.search(data):
            return set()
        lowered = data.lower()
        return {
            word
            for word, ways in self._written.items()
            if any(way in data or way.lower() in lowered for way in ways)
        }


def _ways(word: str) -> tuple[bytes, ...]:
    escaped = word.encode("unicode_escape")
    return (word.encode(),) if escaped == word.encode() else (word.encode(), escaped)
