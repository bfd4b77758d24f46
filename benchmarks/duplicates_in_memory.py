"""The search of `./xinfang duplicates`, which keeps its keys in memory."""

from time import perf_counter

from benchmarks.duplicates import SearchFigures, made_up_rows, measured, probes
from benchmarks.made_up_texts import MadeUpTexts
from proposals.likeness.index import matches
from proposals.likeness.memory import KeysInMemory
from proposals.likeness.pairs import THRESHOLD
from proposals.likeness.shingles import shingles
from proposals.likeness.signature import keys_of


def measure_in_memory(rows: int) -> SearchFigures:
    """Fill the store with made-up rows, then look up. The texts stay in memory beside the keys."""
    made_up = MadeUpTexts()
    texts = list(made_up_rows(made_up, rows))
    store = KeysInMemory()
    started = perf_counter()
    for entry, text in enumerate(texts):
        store.add(entry, keys_of(shingles(text)))
    seconds = perf_counter() - started

    def look_up(text: str) -> list[int]:
        pieces = shingles(text)
        found = matches(
            store,
            pieces,
            keys_of(pieces),
            lambda entries: {entry: shingles(texts[entry]) for entry in entries},
            THRESHOLD,
        )
        return [match.entry for match in found]

    return measured("memory", rows, probes(made_up, texts), look_up, seconds)
