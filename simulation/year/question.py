"""A task to be answered, with the plan of its petition."""

from dataclasses import dataclass
from datetime import date

from simulation.answers import Task
from simulation.year.plan import PetitionPlan


@dataclass(frozen=True)
class Question:
    """A task to be answered. `earlier_id` is the petition that this one repeats."""

    plan: PetitionPlan
    element: str
    task: Task
    times: int
    today: date
    prefix: str  # of unit ids: `990100`
    lower_bureau: str
    earlier_id: str | None = None

    @property
    def is_first(self) -> bool:
        """Whether the task comes for the first time."""
        return self.times == 0

    def goes(self, *paths: str) -> bool:
        """Whether the petition goes one of these ways."""
        return self.plan.path in paths

    def unit(self, place: int = 0) -> str:
        """The unit it is for, or another of the list, by its place after that one."""
        options = [option["value"] for option in self.task["data"]["unit_options"]]
        units = [one for one in options if one != self.lower_bureau]
        wanted = f"{self.prefix}-{self.plan.unit}"
        start = units.index(wanted) if wanted in units else 0
        return str(units[(start + place) % len(units)])
