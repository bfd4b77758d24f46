"""One made-up petition, a moment to file it, and reading what was written."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Barrier
from typing import TypeVar

from sqlmodel import SQLModel, col, func, select

from law.instants import SHANGHAI
from records.database import Database
from records.models import OutboxCommand
from records.models.petition import PetitionForm
from records.petitions import NewPetition

BUREAU, UNIT = "990100-xf", "990100-zj"
MON_2_MARCH = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=SHANGHAI)

NAME, ADDRESS, PHONE, ID_NUMBER = "甲某某", "示范市一号路三号", "00000000000", "990100000000000000"
SUBJECT, TEXT = "小区电梯停运", "三号楼电梯停运两个月，请督促维修。"
A_PETITION = NewPetition(
    bureau_id=BUREAU,
    form=PetitionForm.online,
    subject=SUBJECT,
    text=TEXT,
    received_on=MON_2_MARCH,
    petitioner_name=NAME,
    address=ADDRESS,
    phone=PHONE,
    id_number=ID_NUMBER,
    source=("portal", "1"),
    tags=("elevator",),
)

Row = TypeVar("Row", bound=SQLModel)
Result = TypeVar("Result")


def count(database: Database, table: type[SQLModel]) -> int:
    """How many rows a table has."""
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(table)).one()


def all_rows(database: Database, table: type[Row]) -> list[Row]:
    """Every row of a table."""
    with database.reading() as session:
        return list(session.exec(select(table)))


def commands_in(database: Database) -> list[OutboxCommand]:
    """The outbox in the order written."""
    with database.reading() as session:
        return list(session.exec(select(OutboxCommand).order_by(col(OutboxCommand.id))))


def at_once(threads: int, work: Callable[[int], Result]) -> list[Result]:
    """Let so many threads begin `work(number)` at the same moment; what each returned."""
    barrier = Barrier(threads)

    def begin(number: int) -> Result:
        barrier.wait(timeout=10)
        return work(number)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(begin, range(threads)))
