"""Tables, calendar and (in demo mode) the demo city: everything a database needs before use."""

from datetime import datetime

from records.calendar import seed_work_calendar
from records.database import open_database
from records.demo import seed_demo
from records.migrate import migrate
from records.sign_ins import hash_password
from settings import DEMO_PASSWORD, Settings


def prepare(settings: Settings, *, now: datetime) -> None:
    """Bring the databases of these settings to the newest shape and fill what is empty."""
    database = open_database(settings, writes="both")
    try:
        migrate(database)
        with database.transaction() as session:
            seed_work_calendar(session, now=now)
            if settings.demo:
                seed_demo(session, password_hash=hash_password(DEMO_PASSWORD))
    finally:
        database.close()
