"""Counting what a run did."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Petition numbers filed, and tasks completed by kind."""

    numbers: list[str] = field(default_factory=list)
    tasks: Counter[str] = field(default_factory=Counter)

    def filed(self, number: str) -> None:
        """A petition was filed (or had been before)."""
        self.numbers.append(number)

    def completed(self, element: str) -> None:
        """A task of this kind was completed."""
        self.tasks[element] += 1


@dataclass(frozen=True)
class Result:
    """How a run ended. `lost`: filed but unknown to the API; `stuck`: not closed in time."""

    petitions: int
    closed: int
    lost: int
    stuck: int
    incidents: int
    tasks: dict[str, int]
    seconds: float

    @property
    def per_second(self) -> float:
        """Petitions closed per second, from the first filing to the last closing."""
        return self.closed / self.seconds if self.seconds else 0.0

    @property
    def is_fine(self) -> bool:
        """Nothing lost, nothing stuck, no incident."""
        return not (self.lost or self.stuck or self.incidents)
