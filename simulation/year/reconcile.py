"""Whether every petition that was filed is on file and has one end, or is rightly open."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from simulation.year.facts import PetitionFact

UNEXPLAINED = "unexplained"
DECIDED, PENDING = ("issued", "returned"), ("handling", "examining")


@dataclass(frozen=True)
class Reconciliation:
    """received = the ends + open. `missing`: filed, not on file; `strange`: the other way round."""

    received: int
    ends: dict[str, int]
    open: dict[str, int]  # by reason
    by_category: dict[str, dict[str, int]]
    missing: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)

    @property
    def is_balanced(self) -> bool:
        """Whether the sum is right and nothing is lost."""
        total = sum(self.ends.values()) + sum(self.open.values())
        return total == self.received and not self.missing and not self.strange


@dataclass(frozen=True)
class ReviewBalance:
    """Requests for review = refused + withdrawn + decided + pending."""

    requested: int
    refused: int
    withdrawn: int
    decided: int
    pending: int

    @property
    def is_balanced(self) -> bool:
        """Whether the sum is right."""
        return self.requested == self.refused + self.withdrawn + self.decided + self.pending


def balance_reviews(requested: int, states: Mapping[str, int]) -> ReviewBalance:
    """`states`: how many requests on file are in each state of the register."""
    known = {name: states.get(name, 0) for name in (*DECIDED, *PENDING, "refused", "withdrawn")}
    return ReviewBalance(
        requested,
        known["refused"],
        known["withdrawn"],
        sum(known[name] for name in DECIDED),
        sum(known[name] for name in PENDING),
    )


def reconcile(
    filed: Iterable[str],
    petitions: Sequence[PetitionFact],
    why_open: Callable[[PetitionFact], str],
) -> Reconciliation:
    """Compare the numbers that filing gave with the petitions on file.

    `why_open` says why one is rightly open, or UNEXPLAINED.
    """
    numbers, on_file = list(filed), {one.number for one in petitions}
    ends = Counter(one.end for one in petitions if one.end)
    reasons = {one.number: why_open(one) for one in petitions if one.is_open}
    by_category: dict[str, Counter[str]] = {}
    for one in petitions:
        by_category.setdefault(one.category or "none", Counter())[one.end or "open"] += 1
    return Reconciliation(
        received=len(numbers),
        ends=dict(sorted(ends.items())),
        open=dict(sorted(Counter(reasons.values()).items())),
        by_category={name: dict(sorted(by_category[name].items())) for name in sorted(by_category)},
        missing=sorted(set(numbers) - on_file),
        strange=sorted(on_file - set(numbers)),
        unexplained=sorted(number for number, why in reasons.items() if why == UNEXPLAINED),
        stuck=sorted(
            one.number
            for one in petitions
            if one.is_open and not one.has_task and not one.has_window
        ),
    )
