"""What is read from an installation after the year: the other side of every count."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from simulation.year.series import Series


@dataclass(frozen=True)
class PetitionFact:
    """A petition on file. `end` is empty while it is open; `answered_in`: days to its first answer.

    `has_task`: an open task waits for somebody. `has_window`: the petitioner may still rate, choose
    or ask for a review, and a timer ends that.
    """

    number: str
    category: str
    received_on: date
    end: str = ""
    answered_in: int | None = None
    has_task: bool = False
    has_window: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it has no end yet."""
        return not self.end


@dataclass
class Facts:
    """Everything that is checked."""

    petitions: list[PetitionFact] = field(default_factory=list)
    incidents: list[str] = field(default_factory=list)  # element and error, of all there ever were
    series: dict[Series, int] = field(default_factory=dict)
    serials: list[tuple[Series, int]] = field(default_factory=list)
    clocks_astray: list[str] = field(default_factory=list)
    running_clocks: Counter[str] = field(default_factory=Counter)
    breaches: Counter[str] = field(default_factory=Counter)
    supervisions: Counter[str] = field(default_factory=Counter)
    hearings: Counter[str] = field(default_factory=Counter)  # by law.hearing.HearingResult, open
    agreements: Counter[str] = field(default_factory=Counter)  # mediations by what came of them
    supervision_ends: Counter[str] = field(default_factory=Counter)  # open, corrected, ...
    reviews: Counter[str] = field(default_factory=Counter)  # requests by law.review.ReviewState
    supervisions_astray: list[str] = field(default_factory=list)
    breaches_unsupervised: int = 0
    refused_commands: int = 0
    records_set_aside: int = 0
    active_without_petition: int = 0  # process instances of petitions that are closed
    personal: dict[str, int] = field(default_factory=dict)  # place: words found there
    places_searched: int = 0
