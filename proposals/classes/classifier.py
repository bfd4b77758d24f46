"""The trained classifier: weights of features, kept as data. Loading it runs no code of the file.

The file is a ZIP of `facts.json` (classes, how it was trained, scores), `features.json` (a list)
and `weights.f32` (little-endian floats: the weight of each feature in general, then for each class
in turn, then the bias of each class).
"""

import json
import math
import os
import sys
import zipfile
from array import array
from collections import Counter
from dataclasses import dataclass, field
from heapq import nlargest
from pathlib import Path
from typing import Any, Self

from proposals.classes.features import HEAD_WEIGHT, features_of, is_head
from proposals.errors import ClassifierUnreadable, NoClassifier

FORMAT = 1
FILE_NAME = "content_classes.zip"
REASONS = 5
PAIR = 2


@dataclass(frozen=True)
class ClassProposal:
    """A content class, the probability that it is the right one (0 to 1), and what speaks for it.

    `reasons` are pairs of characters in the text, the weightiest first.
    """

    level1: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Classifier:
    """A linear classifier over `features_of`.

    idf: weight of each feature in general. weights: for each class, one weight a feature.
    sharpness: what margins are multiplied with to become probabilities.
    """

    classes: tuple[str, ...]
    features: dict[str, int]
    idf: "array[float]"
    weights: tuple["array[float]", ...]
    biases: tuple[float, ...]
    sharpness: float
    facts: dict[str, Any] = field(default_factory=dict)

    def propose(self, text: str, top: int = 3) -> list[ClassProposal]:
        """The likeliest classes, the best first; none for a text that says nothing known."""
        values = self._values(features_of(text))
        if not values:
            return []
        places = [(self.features[name], value) for name, value in values.items()]
        margins = [
            bias + sum(weights[place] * value for place, value in places)
            for weights, bias in zip(self.weights, self.biases, strict=True)
        ]
        scores = probabilities([self.sharpness * margin for margin in margins])
        best = sorted(range(len(scores)), key=lambda at: -scores[at])[:top]
        return [
            ClassProposal(self.classes[at], scores[at], self._reasons(at, values)) for at in best
        ]

    def _values(self, counts: Counter[str]) -> dict[str, float]:
        """Value of each known feature: (1 + ln count) * idf, each part of length 1."""
        parts: tuple[dict[str, float], dict[str, float]] = ({}, {})
        known, idf = self.features, self.idf
        for name, count in counts.items():
            if name in known:
                value = idf[known[name]]
                parts[is_head(name)][name] = value if count == 1 else (1 + math.log(count)) * value
        found = dict[str, float]()
        for part, weight in zip(parts, (1.0, HEAD_WEIGHT), strict=True):
            length = math.sqrt(sum(value * value for value in part.values()))
            found.update((name, weight * value / length) for name, value in part.items())
        return found

    def _reasons(self, at: int, values: dict[str, float]) -> tuple[str, ...]:
        """Pairs of characters, weighed with the characters in them."""
        known, weights = self.features, self.weights[at]

        def says(name: str) -> float:
            return weights[known[name]] * values[name] if name in values else 0.0

        pairs = (name for name in values if len(name) == PAIR and not is_head(name))
        speaking = {pair: says(pair) + says(pair[0]) + says(pair[1]) for pair in pairs}
        best = nlargest(REASONS, speaking, key=speaking.__getitem__)
        return tuple(pair for pair in best if speaking[pair] > 0)

    def save(self, directory: Path) -> Path:
        """Write the file into the directory (made if need be), whole or not at all."""
        directory.mkdir(parents=True, exist_ok=True)
        path = directory / FILE_NAME
        part = path.with_suffix(".part")
        facts = {
            "format": FORMAT,
            "classes": self.classes,
            "sharpness": self.sharpness,
            **self.facts,
        }
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("facts.json", json.dumps(facts, ensure_ascii=False, indent=1))
            archive.writestr("features.json", json.dumps(list(self.features), ensure_ascii=False))
            numbers = [*self.idf]
            for weights in self.weights:
                numbers += weights
            archive.writestr("weights.f32", _as_bytes([*numbers, *self.biases]))
        os.replace(part, path)
        return path

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Raises NoClassifier, ClassifierUnreadable."""
        path = directory / FILE_NAME
        if not path.is_file():
            raise NoClassifier
        try:
            with zipfile.ZipFile(path) as archive:
                facts = json.loads(archive.read("facts.json"))
                names = json.loads(archive.read("features.json"))
                numbers = _from_bytes(archive.read("weights.f32"))
            if facts.pop("format") != FORMAT:
                raise ClassifierUnreadable
            classes, size = tuple(facts.pop("classes")), len(names)
            if len(numbers) != size * (1 + len(classes)) + len(classes):
                raise ClassifierUnreadable
            return cls(
                classes=classes,
                features={name: place for place, name in enumerate(names)},
                idf=numbers[:size],
                weights=tuple(
                    numbers[size * at : size * (at + 1)] for at in range(1, len(classes) + 1)
                ),
                biases=tuple(numbers[-len(classes) :]),
                sharpness=float(facts.pop("sharpness")),
                facts=facts,
            )
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
            raise ClassifierUnreadable from error


def probabilities(values: list[float]) -> list[float]:
    """Softmax."""
    highest = max(values)
    powers = [math.exp(value - highest) for value in values]
    total = sum(powers)
    return [power / total for power in powers]


def _as_bytes(numbers: list[float]) -> bytes:
    values = array("f", numbers)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def _from_bytes(data: bytes) -> "array[float]":
    values = array("f")
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    return values
