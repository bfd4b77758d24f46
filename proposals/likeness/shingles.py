"""A text as the set of its three-character pieces, and how alike two such sets are."""

import zlib

from proposals.plain import plain_text

LENGTH = 3
_BYTES = 2 * LENGTH  # UTF-16: two bytes a character
_SPREAD, _WORD = 2_654_435_761, 0xFFFFFFFF

Shingles = frozenset[int]


def shingles(text: str) -> Shingles:
    """32-bit numbers of the pieces of `plain_text(text)`; of the text itself if nothing is left.

    The numbers are the same in every process and version: they may be stored.
    """
    letters = plain_text(text) or "".join(text.split())
    data = letters.encode("utf-16-le", "surrogatepass")
    last = max(len(data) - _BYTES, 0) if data else -1
    crc32 = zlib.crc32
    return frozenset(
        crc32(data[start : start + _BYTES]) * _SPREAD & _WORD for start in range(0, last + 1, 2)
    )


def likeness(one: Shingles, other: Shingles) -> float:
    """Pieces in both, of all pieces in either (Jaccard): 0 nothing alike, 1 the same."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0
