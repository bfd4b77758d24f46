"""Plans the year, starts an installation, lives through it, and checks that it all adds up."""

import asyncio
import logging
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import httpx
import structlog

from commands.options import load_settings
from commands.year.city import OVERSEERS, UNIT_NAMES, WINDOW, accounts
from commands.year.installation import Installation, installation
from commands.year.read import read_facts
from commands.year.search import search
from commands.year.world import Installed
from engine.address import EngineNotRunning, resolve_address
from records.database import Database, open_database
from records.demo import LOWER_BUREAU
from settings import DEMO_PASSWORD
from simulation.client import Person
from simulation.year.bodies import words_of
from simulation.year.office import Office
from simulation.year.plan import PetitionPlan, plan_year
from simulation.year.privacy import Words
from simulation.year.result import YearResult, conclude
from simulation.year.run import live_through

OnDay = Callable[[date, int, int], None]
TIMEOUT_SECONDS = 120


def simulate_year(
    year: int,
    petitions: int,
    seed: int,
    data_dir: Path,
    *,
    hands: int,
    days_after: int,
    on_day: OnDay,
    on_step: Callable[[str], None],
) -> tuple[YearResult, dict[str, float]]:
    """The result, and where the time went. Raises NotFresh, DidNotStart, NeverQuiet,
    client.Refused, client.ServerGone."""
    # Hundreds of moves of the clock are no news.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    plans = plan_year(year, petitions, seed, UNIT_NAMES)
    on_step("starting an installation")
    with installation(data_dir, year) as running, _database(data_dir) as database:
        began = time.monotonic()
        going = _live(running, database, year, plans, hands, days_after, on_day)
        office, last_day, spent = asyncio.run(going)
        seconds = time.monotonic() - began
        on_step("checking")
        with database.reading() as session:
            facts = read_facts(session)
        words = Words(word for plan in plans for word in words_of(plan))
        facts.personal, facts.places_searched = search(database, data_dir, words)
    return conclude(plans, office.tally, facts, last_day, seconds), spent


async def _live(
    running: Installation,
    database: Database,
    year: int,
    plans: list[PetitionPlan],
    hands: int,
    days_after: int,
    on_day: OnDay,
) -> tuple[Office, date, dict[str, float]]:
    management = resolve_address(load_settings(running.data_dir)).management
    if management is None:
        raise EngineNotRunning
    world = Installed(running.data_dir, management, database)
    async with httpx.AsyncClient(base_url=running.url, timeout=TIMEOUT_SECONDS) as http:
        groups = accounts()
        names = sorted({*groups.values(), *(name for name, _ in OVERSEERS)})
        people = {name: Person(http, name, DEMO_PASSWORD) for name in names}
        for person in people.values():
            await person.sign_in()
        office = Office(
            {group: people[name] for group, name in groups.items()},
            [(people[name], scope) for name, scope in OVERSEERS],
            WINDOW,
            LOWER_BUREAU,
            hands=hands,
        )
        last = await live_through(year, plans, office, world, days_after=days_after, on_day=on_day)
    return office, last, world.seconds


@contextmanager
def _database(data_dir: Path) -> Iterator[Database]:
    database = open_database(load_settings(data_dir))
    try:
        yield database
    finally:
        database.close()


@contextmanager
def directory(data: Path | None, *, keep: bool) -> Iterator[Path]:
    """The data directory: the one given, or a temporary one, which goes unless it is kept."""
    if data is not None:
        yield data.resolve()
        return
    made = Path(tempfile.mkdtemp(prefix="xinfang-year-"))
    try:
        yield made
    finally:
        if not keep:
            shutil.rmtree(made, ignore_errors=True)
