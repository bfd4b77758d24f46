"""What `./xinfang classifier train` says about the classifier it made."""

import random
from collections.abc import Iterator
from statistics import quantiles
from time import perf_counter
from typing import TYPE_CHECKING, Any

from proposals.classes.classifier import Classifier
from proposals.classes.samples import SampleSet

if TYPE_CHECKING:  # at run time it would load scikit-learn with the list of commands
    from proposals.classes.training import Trained

TIMED = 1000


def speed(classifier: Classifier, learned: SampleSet) -> tuple[float, float]:
    """Milliseconds of one proposal: half take less than the first, 95 % less than the second."""
    chance = random.Random(TIMED)  # noqa: S311 - a sample, not a secret
    chosen = chance.sample(learned.samples, min(TIMED, len(learned.samples)))
    times = list[float]()
    for text in [sample.as_written(chance) for sample in chosen]:
        started = perf_counter()
        classifier.propose(text)
        times.append(1000 * (perf_counter() - started))
    cuts = quantiles(times, n=100)
    return cuts[49], cuts[94]


def as_json(trained: "Trained", times: tuple[float, float]) -> dict[str, Any]:
    """Everything the report says."""
    return {
        **trained.classifier.facts,
        "as_given_macro_f1": round(trained.as_given.macro_f1, 4),
        "milliseconds": {"p50": round(times[0], 2), "p95": round(times[1], 2)},
    }


def report(learned: SampleSet, trained: "Trained", times: tuple[float, float]) -> Iterator[str]:
    """The same as lines to read."""
    yield (
        f"rows {learned.rows}, duplicates removed {learned.removed}, "
        f"texts {len(learned.samples)} in {len(set(learned.groups))} groups of alike texts, "
        f"classes {len(trained.classifier.classes)}"
    )
    for name, number in sorted(learned.left_out.items()):
        yield f"left out: {name} ({number} different texts are too few to learn and test)"
    five_fold, held_out = trained.five_fold.macro_f1, trained.held_out.macro_f1
    yield f"macro F1  5-fold {five_fold:.4f}  held out {held_out:.4f}"
    if any(sample.cut for sample in learned.samples):
        yield (
            "  (tested with stop words and punctuation put back; "
            f"on the words as given, 5-fold {trained.as_given.macro_f1:.4f})"
        )
    for name, one in trained.five_fold.by_class.items():
        other = trained.held_out.by_class[name].f1
        yield f"  F1  5-fold {one.f1:.3f}  held out {other:.3f}  rows {one.rows:>5}  {name}"
    yield f"one proposal: p50 {times[0]:.2f} ms, p95 {times[1]:.2f} ms"
