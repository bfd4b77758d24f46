"""Tables, calendar and (in demo mode) the demo city: everything a database needs before use."""

from datetime import datetime

from records.calendar import seed_work_calendar
from records.database import open_database
from records.migrate import migrate
from settings import Settings


def prepare(settings: Settings, *, now: datetime) -> None:
    """Bring the databases of these settings to the newest shape and fill what is empty."""
    database = open_database(settings, writes="both")
    try:
        migrate(database)
        with database.transaction() as session:
            seed_work_calendar(session, now=now)
            if settings.demo:
                # Imported here: hashing libraries are not needed otherwise.
                from pwdlib import PasswordHash

                from records.demo import seed_demo
                from settings import DEMO_PASSWORD

                seed_demo(session, password_hash=PasswordHash.recommended().hash(DEMO_PASSWORD))
    finally:
        database.close()
