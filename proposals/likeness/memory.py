"""Keys in memory, without an object for each: a million texts take about 260 MB."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence

_NONE = 0  # places are counted from 1


class KeysInMemory:
    """A hash table in arrays. A slot holds the newest place; each place points to the one before.

    A place is one key of one entry, in the order they came.
    """

    def __init__(self) -> None:
        self._keys = array("Q")
        self._entries = array("I")
        self._before = array("I")
        self._newest = array("I", [_NONE]) * 1024

    def add(self, entry: int, keys: Sequence[int]) -> None:
        """Note the keys of a new entry."""
        if len(self._keys) + len(keys) > len(self._newest):
            self._grow()
        mask = len(self._newest) - 1
        for key in keys:
            self._keys.append(key)
            self._entries.append(entry)
            self._before.append(self._newest[key & mask])
            self._newest[key & mask] = len(self._keys)

    def sharing(self, keys: Sequence[int], at_most: int) -> Mapping[int, int]:
        """Entries with one of these keys or more: how many. The newest `at_most` of each key."""
        found = Counter[int]()
        mask = len(self._newest) - 1
        for key in keys:
            place = self._newest[key & mask]
            left = at_most
            while place != _NONE and left:
                if self._keys[place - 1] == key:
                    found[self._entries[place - 1]] += 1
                    left -= 1
                place = self._before[place - 1]
        return found

    def _grow(self) -> None:
        self._newest = array("I", [_NONE]) * (2 * len(self._newest))
        mask = len(self._newest) - 1
        for place, key in enumerate(self._keys, start=1):
            self._before[place - 1] = self._newest[key & mask]
            self._newest[key & mask] = place
