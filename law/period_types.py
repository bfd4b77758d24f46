"""The words of a computed period: unit, roll, step, due date."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Unit(StrEnum):
    """How a period is counted: `due_date` by days, `due_moment` by hours."""

    calendar = "calendar"
    workdays = "workdays"
    months = "months"
    hours = "hours"


class Roll(StrEnum):
    """What a last day on a rest day does."""

    over = "over"
    none = "none"
    # By analogy only, as for authorities: due rolls, alerts look at the unrolled date.
    alert_unrolled = "alert_unrolled"


class StepKind(StrEnum):
    """What was done on the way to a due date."""

    start_day_not_counted = "start_day_not_counted"
    days_counted = "days_counted"
    workdays_counted = "workdays_counted"
    months_counted = "months_counted"
    month_end_taken = "month_end_taken"
    date_set = "date_set"
    extension_added = "extension_added"
    pause_added = "pause_added"
    makeup_workday_kept = "makeup_workday_kept"
    rest_day_kept = "rest_day_kept"
    rolled = "rolled"


@dataclass(frozen=True)
class Step:
    """One step: the date it led to, its basis (an id of law.sources), and details.

    `amount` counts days or months. `name` is the holiday in the way: of the rest day the period
    would end on (empty for a plain weekend), or those that the working days went around.
    """

    kind: StepKind
    on: date
    basis: str
    amount: int | None = None
    name: str = ""


@dataclass(frozen=True)
class Added:
    """Days added to a period before it rolls: working days where it counts working days."""

    kind: StepKind
    amount: int
    basis: str


@dataclass(frozen=True)
class DueMoment:
    """When a limit in hours ends. Hours run through nights and rest days."""

    start: datetime
    due: datetime
    hours: int
    basis: str

    def is_late(self, now: datetime, done_at: datetime | None = None) -> bool:
        """Whether it was done too late, or is not done although the limit has ended."""
        return (done_at or now) > self.due


def extension_of(days: int, basis: str) -> Added:
    """An approved extension."""
    return Added(StepKind.extension_added, days, basis)


def pause_of(days: int, basis: str) -> Added:
    """Days that do not count, as hearing time in re-review."""
    return Added(StepKind.pause_added, days, basis)


@dataclass(frozen=True)
class DueDate:
    """The last day of a period, and how it came about. Provisional: a notice may change it."""

    start: date
    due: date
    unrolled: date
    roll: Roll
    provisional: bool
    steps: tuple[Step, ...]

    @property
    def alert_on(self) -> date:
        """The day warnings look at: the unrolled one where rolling is by analogy only."""
        return self.unrolled if self.roll is Roll.alert_unrolled else self.due
