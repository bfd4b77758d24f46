"""How well a classifier did on texts it had not seen."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from proposals.classes.classifier import probabilities

SHARPNESS = [2 ** (step / 4) for step in range(-8, 25)]  # 0.25 to 64


@dataclass(frozen=True)
class ClassScore:
    """Of one class: rows that have it, and precision, recall and F1 (0 to 1)."""

    rows: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class Scores:
    """Of every class, and the mean of their F1."""

    by_class: dict[str, ClassScore]
    accuracy: float

    @property
    def macro_f1(self) -> float:
        return sum(one.f1 for one in self.by_class.values()) / len(self.by_class)

    def as_json(self) -> dict[str, Any]:
        """Rounded, for the facts in the classifier's file."""
        return {
            "macro_f1": round(self.macro_f1, 4),
            "accuracy": round(self.accuracy, 4),
            "by_class": {name: asdict(one) for name, one in self.by_class.items()},
        }


def scores_of(
    classes: Sequence[str], truths: Sequence[int], margins: Sequence[Sequence[float]]
) -> Scores:
    """Scores of answers. truths: place of the right class; margins: a row for each text."""
    answers = [max(range(len(row)), key=row.__getitem__) for row in margins]
    pairs = list(zip(truths, answers, strict=True))
    by_class = {
        name: _class_score(
            right=sum(truth == answer == at for truth, answer in pairs),
            rows=sum(truth == at for truth in truths),
            answered=sum(answer == at for answer in answers),
        )
        for at, name in enumerate(classes)
    }
    right = sum(truth == answer for truth, answer in pairs)
    return Scores(by_class, right / len(pairs))


def fitted_sharpness(truths: Sequence[int], margins: Sequence[Sequence[float]]) -> float:
    """What to multiply margins with so that their softmax is nearest to the truth (log loss)."""

    def loss(sharpness: float) -> float:
        return -sum(
            math.log(max(probabilities([sharpness * one for one in row])[truth], 1e-12))
            for truth, row in zip(truths, margins, strict=True)
        )

    return min(SHARPNESS, key=loss)


def _class_score(*, right: int, rows: int, answered: int) -> ClassScore:
    precision = right / answered if answered else 0.0
    recall = right / rows if rows else 0.0
    both = precision + recall
    return ClassScore(rows, precision, recall, 2 * precision * recall / both if both else 0.0)
