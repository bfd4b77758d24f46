"""A real database in a folder of the test, a clock that stands still, and one filed petition."""

import inspect
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from pyzeebe import Job
from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from records.calendar import seed_work_calendar
from records.database import Database, open_database
from records.documents import documents_of
from records.migrate import migrate
from records.models import AuditEntry, Document, Petition, Unit
from records.models.petition import Category, Outcome, PetitionForm
from records.petitions import NewPetition, file_petition
from settings import Settings
from workers import runtime

MON_2_MARCH = date(2026, 3, 2)
BUREAU, UNIT = "990100-xf", "990100-zj"
INSTANCE = 2251799813685250


@dataclass
class StandingClock:
    """A clock that tests move."""

    moment: datetime = datetime(2026, 3, 2, 10, 0, tzinfo=SHANGHAI)

    def now(self) -> datetime:
        return self.moment


@dataclass
class Case:
    """The petition under test, as records have it."""

    database: Database
    petition_id: str = field(default="")

    def petition(self) -> Petition:
        with self._reading() as session:
            return session.get_one(Petition, self.petition_id)

    def classify(self, category: Category = Category.claim, unit: str = UNIT) -> None:
        with self.database.transaction() as session:
            petition = session.get_one(Petition, self.petition_id)
            petition.category, petition.unit_id = category, unit

    def dispatch(self, moment: datetime, category: Category = Category.claim) -> None:
        self.classify(category)
        with self.database.transaction() as session:
            session.get_one(Petition, self.petition_id).dispatched_at = moment

    def answer(self, text: str, outcome: Outcome = Outcome.support) -> None:
        with self.database.transaction() as session:
            petition = session.get_one(Petition, self.petition_id)
            petition.outcome, petition.answer = outcome, text

    def documents(self) -> list[Document]:
        with self._reading() as session:
            return documents_of(session, self.petition_id)

    def acts(self, action: str) -> list[AuditEntry]:
        with self._reading() as session:
            found = select(AuditEntry).where(
                AuditEntry.petition_id == self.petition_id, AuditEntry.action == action
            )
            return list(session.exec(found.order_by(col(AuditEntry.id))))

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with self.database.reading() as session:
            yield session
            session.expunge_all()


def job(instance_key: int = INSTANCE, *, retries: int = 10, job_type: str = "a_step") -> Job:
    """A job as the engine hands it out."""
    return Job(
        key=1,
        type=job_type,
        process_instance_key=instance_key,
        bpmn_process_id="petition",
        process_definition_version=1,
        process_definition_key=2,
        element_id=job_type,
        element_instance_key=3,
        custom_headers={},
        worker="test",
        retries=retries,
        deadline=0,
        variables={"petition_id": "never logged"},
    )


def result_of(value: object) -> dict[str, Any]:
    """What a worker gives back to the engine."""
    assert isinstance(value, dict)
    assert not inspect.isawaitable(value)
    return value


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(scope="session")
def empty_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory that the migrations have just made."""
    directory = tmp_path_factory.mktemp("empty_records")
    database = open_database(Settings(data_dir=directory, database_url=None), writes="both")
    migrate(database)
    database.close()
    return directory


@pytest.fixture
def database(tmp_path: Path, empty_records: Path) -> Iterator[Database]:
    for file in empty_records.iterdir():
        shutil.copy(file, tmp_path)
    database = open_database(Settings(data_dir=tmp_path, database_url=None), writes="both")
    yield database
    database.close()


@pytest.fixture
def case(database: Database, clock: StandingClock) -> Case:
    runtime.start(database, clock)
    with database.transaction() as session:
        session.add(unit(BUREAU, "示范市信访局", "示信", "01"))
        session.add(unit(UNIT, "示范市住房和城乡建设局", "示住建", "02"))
        session.flush()
        petition = file_petition(session, A_PETITION, filed_by=None, now=clock.now())
        return Case(database, petition.id)


@pytest.fixture
def calendar(database: Database, clock: StandingClock) -> None:
    """The work calendar that periods are computed with."""
    with database.transaction() as session:
        seed_work_calendar(session, now=clock.now())


def unit(unit_id: str, name: str, designation: str, serial: str) -> Unit:
    return Unit(
        id=unit_id,
        name=name,
        designation=designation,
        division="990100",
        serial=serial,
        kind="bureau" if serial == "01" else "unit",
    )


A_PETITION = NewPetition(
    bureau_id=BUREAU,
    form=PetitionForm.online,
    subject="小区电梯停运",
    text="三号楼电梯停运两个月，请督促维修。",
    received_on=MON_2_MARCH,
    petitioner_name="甲某某",
    address="示范市一号路",
    claims=("恢复电梯运行", "公开维修资金使用情况"),
)
