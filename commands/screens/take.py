"""Starts an installation of its own, lives through the story, takes the pictures, and stops it."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from commands.options import load_settings
from commands.screens.petitions import FIRST
from commands.screens.shots import take
from commands.screens.story import live
from commands.year.installation import installation
from commands.year.world import Installed
from engine.address import EngineNotRunning, resolve_address
from records.database import open_database


def take_screens(on_taken: Callable[[Path], object]) -> None:
    """All pictures anew. Raises DidNotStart, NeverQuiet, BrowserMissing, EngineNotRunning."""
    with (
        TemporaryDirectory(prefix="xinfang-screens-") as folder,
        installation(Path(folder) / "data", FIRST.year) as running,
    ):
        settings = load_settings(running.data_dir)
        management = resolve_address(settings).management
        if management is None:
            raise EngineNotRunning
        database = open_database(settings)
        try:
            world = Installed(running.data_dir, management, database)
            numbers = asyncio.run(live(running.url, world))
        finally:
            database.close()
        take(running.url, numbers, on_taken)
