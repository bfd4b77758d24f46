"""Numbers without a gap: what was given out of each series against what is on file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

Series = tuple[str, str, int]  # unit, kind, year


def gaps(last: Mapping[Series, int], given: Iterable[tuple[Series, int]]) -> list[str]:
    """What is wrong, in words: a serial missing, given twice, beyond the last, without a series."""
    found: dict[Series, list[int]] = defaultdict(list)
    for series, serial in given:
        found[series].append(serial)
    wrong = []
    for series in sorted({*last, *found}):
        serials, until = sorted(found[series]), last.get(series, 0)
        missing = sorted(set(range(1, until + 1)) - set(serials))
        name = " ".join(str(part) for part in series)
        if missing:
            wrong.append(f"{name}: {_some(missing)} missing")
        if len(set(serials)) < len(serials):
            twice = sorted({one for one in serials if serials.count(one) > 1})
            wrong.append(f"{name}: {_some(twice)} given twice")
        if serials and serials[-1] > until:
            wrong.append(f"{name}: {serials[-1]} on file, {until} given out")
    return wrong


def _some(serials: list[int]) -> str:
    shown = ", ".join(str(one) for one in serials[:5])
    return shown if len(serials) <= 5 else f"{shown} ... ({len(serials)})"
