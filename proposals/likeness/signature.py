"""A few keys of a text: two texts that are alike share at least one of them.

One-permutation min-hashing: the pieces are dealt into bins, the smallest of each bin is kept, and
an empty bin borrows from the next one (Li, Owen, Zhang 2012; Shrivastava, Li 2014). Three bins make
a key. Of texts alike by 0.5 some 88 % share a key, by 0.6 98 %, by 0.8 all but one in 100,000;
of texts alike by 0.05, two in a thousand: phrases that everybody writes fill no bucket.
"""

from proposals.likeness.shingles import Shingles

KEYS = 16
BINS_IN_KEY = 3
_BINS = KEYS * BINS_IN_KEY
_BORROWED = 0x9E3779B1
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_POSITIVE = (1 << 63) - 1  # fits a signed column of 64 bits


def keys_of(pieces: Shingles) -> list[int]:
    """The keys, positive and below 2**63; none for a text without pieces. May be stored."""
    if not pieces:
        return []
    bins = _smallest(pieces)
    one, two, three = _MIX
    return [
        ((bins[at] * one ^ (bins[at + 1] + at) * two ^ bins[at + 2] * three) * one >> 7) & _POSITIVE
        for at in range(0, _BINS, BINS_IN_KEY)
    ]


def _smallest(pieces: Shingles) -> list[int]:
    bins = [-1] * _BINS
    for piece in pieces:
        value, place = divmod(piece, _BINS)
        if bins[place] < 0 or value < bins[place]:
            bins[place] = value
    if -1 not in bins:
        return bins
    filled = list(bins)
    for place in range(_BINS):
        steps = 0
        while bins[(place + steps) % _BINS] < 0:
            steps += 1
        filled[place] = bins[(place + steps) % _BINS] + steps * _BORROWED
    return filled
