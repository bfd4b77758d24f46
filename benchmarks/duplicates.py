"""Looking for earlier texts like a new one, among many: time, memory, what is found and missed.

Rows are made up. Of the texts looked for, a third are copies of a row, a third nearly so, a third
new. Found: the row it is a copy of is among the answers. Wrong: an answer that is another row.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter
from typing import Literal

import psutil

from benchmarks.made_up_texts import MadeUpTexts

Kind = Literal["identical", "near-identical", "new"]
KINDS: tuple[Kind, ...] = ("identical", "near-identical", "new")
LOOK_UPS = 1500


@dataclass(frozen=True)
class Probe:
    """A text to look for, and the row it was made from (None: a new text)."""

    kind: Kind
    text: str
    row: int | None


@dataclass(frozen=True)
class SearchFigures:
    """Of one store at one size. Times in milliseconds; recall by kind and precision 0 to 1."""

    store: str
    rows: int
    p50: float
    p95: float
    recall: dict[Kind, float]
    precision: float
    seconds_to_fill: float
    rss_mb: int


def probes(made_up: MadeUpTexts, texts: list[str]) -> list[Probe]:
    """Texts to look for, of each kind in turn, spread over the rows."""
    found = list[Probe]()
    for number in range(LOOK_UPS):
        kind = KINDS[number % len(KINDS)]
        row = (number * 7919) % len(texts)
        if kind == "identical":
            found.append(Probe(kind, texts[row], row))
        elif kind == "near-identical":
            found.append(Probe(kind, made_up.near_copy(texts[row]), row))
        else:
            found.append(Probe(kind, made_up.text(), None))
    return found


def measured(
    store: str,
    rows: int,
    looked_for: list[Probe],
    look_up: Callable[[str], list[int]],
    seconds_to_fill: float,
) -> SearchFigures:
    """Look up every probe. `look_up` gives the rows it finds."""
    times = list[float]()
    hits, wrong = dict.fromkeys(KINDS, 0), 0
    for probe in looked_for:
        started = perf_counter()
        found = look_up(probe.text)
        times.append(1000 * (perf_counter() - started))
        hits[probe.kind] += probe.row in found
        wrong += sum(row != probe.row for row in found)
    asked = {kind: sum(probe.kind == kind for probe in looked_for) for kind in KINDS}
    cuts = quantiles(times, n=100)
    right = sum(hits.values())
    return SearchFigures(
        store=store,
        rows=rows,
        p50=cuts[49],
        p95=cuts[94],
        recall={kind: hits[kind] / asked[kind] for kind in KINDS if kind != "new"},
        precision=right / (right + wrong) if right + wrong else 1.0,
        seconds_to_fill=seconds_to_fill,
        rss_mb=psutil.Process().memory_info().rss // 2**20,
    )


def growth(smaller: SearchFigures, larger: SearchFigures) -> tuple[float, float]:
    """How many times more rows, and how many times more time (p95)."""
    return larger.rows / smaller.rows, larger.p95 / smaller.p95


def made_up_rows(made_up: MadeUpTexts, number: int) -> Iterator[str]:
    """So many different texts."""
    return (made_up.text() for _ in range(number))
