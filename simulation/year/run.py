"""Living through the year, one day after another, until nothing is left to be done."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Protocol

from simulation.year.office import Office
from simulation.year.plan import PetitionPlan


class World(Protocol):
    """The installation that time passes in."""

    async def move_to(self, day: date) -> None:
        """Move the clock to 09:00 of that day."""

    async def settle(self) -> None:
        """Wait until nothing goes on: timers that are due have fired, and all of it is known."""

    async def rest(self) -> bool:
        """Whether nothing goes on; if something does, wait a moment first."""


async def live_through(
    year: int,
    plans: Sequence[PetitionPlan],
    office: Office,
    world: World,
    *,
    days_after: int,
    on_day: Callable[[date, int, int], None] = lambda day, filed, done: None,
) -> date:
    """File and handle from 1 January on; after the year, go on until no petition is open.

    Gives up `days_after` days into the next year. Returns the last day. Raises client.Refused,
    client.ServerGone, and what `world` raises.
    """
    arriving: dict[date, list[PetitionPlan]] = defaultdict(list)
    for plan in plans:
        arriving[plan.day].append(plan)
    day, end = date(year, 1, 1), date(year, 12, 31) + timedelta(days_after)
    while True:
        await world.move_to(day)
        await office.file(arriving[day])
        await world.settle()  # what fell due in the night is known before anybody works
        await _live(day, office, world)
        on_day(day, len(office.tally.numbers), office.tally.tasks.total())
        is_over = day.year > year and not await office.count_open()
        if is_over or day >= end:
            return day
        day += timedelta(1)


async def _live(day: date, office: Office, world: World) -> None:
    """What is due today, and what follows from it today, as it comes."""
    office.tally.days += 1
    is_over = False
    while True:
        office.tally.rounds += 1
        await office.look(day)
        if office.begin(day):
            await office.go_on()
            is_over = False
        elif is_over:
            return
        else:
            # Once nothing goes on, one more look: what came meanwhile is there now.
            is_over = await world.rest()
