"""What was done in the year, counted while it happens."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Petitions by index with id and number; tasks, requests and refusals by kind."""

    ids: dict[int, str] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    split: dict[int, int] = field(default_factory=dict)  # index of a part -> that of its plan
    tasks: Counter[str] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)  # "examine_matter ObjectionTooLate"
    misfilled: dict[str, str] = field(default_factory=dict)  # task -> what its form lacked
    days: int = 0
    rounds: int = 0

    def filed(self, index: int, petition_id: str, number: str) -> None:
        """A petition was filed."""
        self.ids[index] = petition_id
        self.numbers[index] = number

    def index_of(self) -> dict[str, int]:
        """The index of each petition by its number."""
        return {number: index for index, number in self.numbers.items()}
