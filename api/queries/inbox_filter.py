"""What an inbox can be asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, get_args

Scope = Literal["mine", "free", "groups", "unit", "all"]
Sort = Literal[
    "due",
    "-due",
    "created",
    "-created",
    "received",
    "-received",
    "number",
    "-number",
    "unit",
    "-unit",
]
Due = Literal["overdue", "today", "week", "later", "none"]
DUES: tuple[Due, ...] = get_args(Due)
# Not classified yet.
NO_CATEGORY = "none"
Range = tuple[date | None, date | None]


@dataclass(frozen=True)
class InboxFilter:
    """What to list; of several codes of one kind, any.

    `group`: one queue, `role@unit`. `classes`: with the classes below them. `due_before`: only
    tasks whose due day is earlier than this day.
    """

    scope: Scope = "groups"
    group: str | None = None
    units: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    q: str | None = None
    due_before: date | None = None
    sort: Sort = "due"
    categories: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    due: tuple[Due, ...] = ()
    today: date = field(default=date.min)

    def due_ranges(self) -> Iterator[Range]:
        """First and last day of each kind of deadline asked for; a week ends on Sunday."""
        sunday = self.today + timedelta(days=6 - self.today.weekday())
        day = timedelta(days=1)
        ranges: dict[Due, Range] = {
            "overdue": (None, self.today - day),
            "today": (self.today, self.today),
            "week": (self.today + day, sunday),
            "later": (sunday + day, None),
        }
        return (ranges[kind] for kind in self.due if kind != "none")
