"""Learning the classifier: a linear support vector machine. Loads scikit-learn."""

import random
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.svm import LinearSVC

from proposals.classes.classifier import Classifier
from proposals.classes.matrix import counts_of, matrix_of, rarity, vocabulary, weighed
from proposals.classes.samples import SampleSet
from proposals.classes.scores import Scores, fitted_sharpness, scores_of
from proposals.errors import TooFewClasses

FOLDS = 5
COST = 1.0
MOST_ROUNDS = 20_000
RARE, MANY_TEXTS = 3, 1000  # of many texts, features that fewer than three have are left out
SEED = 20_220_501  # the same rows give the same classifier

Split = tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True)
class Trained:
    """The classifier of all texts, and how well such a one did on texts it had not seen.

    five_fold, held_out: on texts as a person writes them; as_given: on those of the rows, which is
    the same unless they are lists of words (five folds).
    """

    classifier: Classifier
    five_fold: Scores
    held_out: Scores
    as_given: Scores


def train(learned: SampleSet, *, on: date, tell: Callable[[str], None] = lambda _: None) -> Trained:
    """Learn from the samples; `tell` hears of each step. Raises TooFewClasses."""
    classes = sorted({sample.level1 for sample in learned.samples})
    if len(classes) < 2:
        raise TooFewClasses(
            "There are not two content classes with five different texts each. "
            "Give a file with more rows of more classes."
        )
    tell("reading the texts")
    task = _Task(learned, classes)
    seen = list[tuple[Any, Any, Any]]()
    for at, split in enumerate(_splits(learned, SEED), start=1):
        tell(f"fold {at} of {FOLDS}")
        seen.append(task.tested(split))
    truths, written, given = (np.concatenate(part) for part in zip(*seen, strict=True))
    tell("held-out fifth")
    held_truths, held_written, _ = task.tested(_splits(learned, SEED + 1)[0])
    five_fold = scores_of(classes, truths.tolist(), written.tolist())
    held_out = scores_of(classes, held_truths.tolist(), held_written.tolist())
    tell("all texts")
    facts = {
        "trained_on": on.isoformat(),
        "rows": learned.rows,
        "duplicates_removed": learned.removed,
        "texts": len(learned.samples),
        "left_out": learned.left_out,
        "five_fold": five_fold.as_json(),
        "held_out": held_out.as_json(),
    }
    sharpness = fitted_sharpness(truths.tolist(), written.tolist())
    return Trained(
        classifier=task.classifier(sharpness, facts),
        five_fold=five_fold,
        held_out=held_out,
        as_given=scores_of(classes, truths.tolist(), given.tolist()),
    )


class _Task:
    """The texts as matrices: as given, and as a person writes them."""

    def __init__(self, learned: SampleSet, classes: list[str]) -> None:
        chance = random.Random(SEED)  # noqa: S311 - for trials, not for secrets
        self.classes = classes
        self.truths = np.array([classes.index(sample.level1) for sample in learned.samples])
        self.in_texts = RARE if len(learned.samples) >= MANY_TEXTS else 1
        counts = counts_of(sample.text for sample in learned.samples)
        self.columns = vocabulary(counts, self.in_texts)
        self.given = matrix_of(counts, self.columns)
        self.written = matrix_of(
            counts_of(sample.as_written(chance) for sample in learned.samples), self.columns
        )

    def tested(self, split: Split) -> tuple[Any, Any, Any]:
        """Truths of the second half; margins there as written and as given."""
        learn, test = split
        idf, weights, biases = self._learn(learn)
        written, given = (
            weighed(texts[test], idf, self.columns) @ weights.T + biases
            for texts in (self.written, self.given)
        )
        return self.truths[test], written, given

    def classifier(self, sharpness: float, facts: dict[str, Any]) -> Classifier:
        """Learned from every text."""
        idf, weights, biases = self._learn(np.arange(len(self.truths)))
        return Classifier(
            classes=tuple(self.classes),
            features=self.columns,
            idf=array("f", idf),
            weights=tuple(array("f", row) for row in weights),
            biases=tuple(float(one) for one in biases),
            sharpness=sharpness,
            facts=facts,
        )

    def _learn(self, rows: NDArray[np.int64]) -> tuple[Any, Any, Any]:
        """Rarity of the features, weights (classes, features) and biases."""
        idf = rarity(self.given[rows], self.in_texts)
        machine = LinearSVC(
            C=COST, class_weight="balanced", random_state=SEED, max_iter=MOST_ROUNDS
        )
        machine.fit(weighed(self.given[rows], idf, self.columns), self.truths[rows])
        weights, biases = machine.coef_, machine.intercept_
        if len(weights) == 1:  # of two classes it keeps one line: the other's is its opposite
            weights, biases = np.vstack([-weights, weights]), np.array([-biases[0], biases[0]])
        return idf, weights, biases


def _splits(learned: SampleSet, seed: int) -> list[Split]:
    """Five times four fifths and one fifth, alike in their classes; no group on both sides."""
    truths = [sample.level1 for sample in learned.samples]
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
    return list(folds.split(truths, truths, learned.groups))
