"""An invented office in a database of its own: who issues the sample documents, and about what."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlmodel import Session

from law.decision_words import Procedure, Route
from law.instants import SHANGHAI
from records.calendar import seed_work_calendar
from records.database import open_database
from records.migrate import migrate
from records.models import Claim, Matter, Petition, Petitioner, TaskDecision, Unit, User
from records.models.petition import Category, PetitionForm
from records.numbers import QUERY_ALPHABET, is_query_code, petition_number
from settings import Settings

BUREAU, HOUSING, LABOUR = "990100-xf", "990100-zj", "990100-rs"
DISTRICT, HOUSES, COURT = "990102-xf", "990100-fw", "990100-fy"
CLERK, HANDLER, LEADER = "clerk", "handler", "leader"
COLUMNS = ("id", "name", "designation", "serial", "kind", "parent_id")
UNITS = (
    (BUREAU, "示范市信访局", "示信", "01", "bureau", None),
    (HOUSING, "示范市住房和城乡建设局", "示住建", "02", "department", BUREAU),
    (LABOUR, "示范市人力资源和社会保障局", "示人社", "03", "department", BUREAU),
    (HOUSES, "示范市房屋安全管理中心", "示房安", "04", "public_institution", HOUSING),
    (COURT, "示范市中级人民法院", "示法", "05", "court", None),
    ("990100-lx", "示范市信访工作联席会议办公室", "示联", "06", "conference_office", None),
    ("990000-fc", "示范省人民政府信访事项复查复核委员会", "省复", "09", "review_body", None),
    ("990100-fc", "示范市人民政府信访事项复查复核委员会", "示复", "07", "review_body", "990000-fc"),
    (DISTRICT, "示范市某某区信访局", "示某信", "08", "bureau", BUREAU),
)
PEOPLE = ((CLERK, "丁某某"), (HANDLER, "戊某某"), (LEADER, "己某某"))
_task_keys, _codes = count(1), count()


@contextmanager
def office() -> Iterator[Session]:
    """A session of an office with units, people and work calendar; all of it is gone afterwards."""
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=None)
        database = open_database(settings, writes="both")
        migrate(database)
        with database.transaction() as session:
            seed_work_calendar(session, now=at(2026, 1, 5))
            session.add_all(_units())
            session.add_all(User(id=id_, name=name, password_hash="") for id_, name in PEOPLE)
            session.flush()
            yield session
        database.close()


def at(year: int, month: int, day: int) -> datetime:
    """Ten o'clock of a day."""
    return datetime.combine(date(year, month, day), time(10), SHANGHAI)


def file(session: Session, *claims: str, on: datetime, **values: object) -> Petition:
    """A petition of an invented person, as registered that day; its subject is the first claim."""
    petitioner = Petitioner(
        name="甲某某", address="示范市示范路1号", phone="000-0000-0000", accepts_electronic=False
    )
    session.add(petitioner)
    session.flush()
    filed: dict[str, Any] = {
        "form": PetitionForm.online,
        "bureau_id": BUREAU,
        "subject": claims[0].rstrip("。"),
        **values,
    }
    bureau = session.get_one(Unit, filed["bureau_id"])
    petition = Petition(
        number=petition_number(session, bureau, filed["form"], on.date()),
        query_code=_query_code(next(_codes)),
        text="",
        received_on=on.date(),
        filed_at=on,
        petitioner_id=petitioner.id,
        **filed,
    )
    session.add(petition)
    session.flush()
    for ordinal, claim in enumerate(claims, start=1):
        session.add(Claim(petition_id=petition.id, ordinal=ordinal, text=claim))
    session.flush()
    return petition


def open_matter(session: Session, petition: Petition, *, on: datetime, **values: object) -> Matter:
    """A matter of this petition, sent to a unit that day."""
    sent: dict[str, Any] = {
        "ordinal": 1,
        "category": Category.claim,
        "unit_id": HOUSING,
        "route": Route.petition,
        "procedure": Procedure.ordinary,
        "dispatched_at": on,
        "received_on": on.date(),
        **values,
    }
    matter = Matter(petition_id=petition.id, **sent)
    session.add(matter)
    session.flush()
    return matter


def decide(
    session: Session,
    element_id: str,
    petition: Petition,
    matter: Matter | None,
    *,
    on: datetime,
    by: str = HANDLER,
    **data: object,
) -> None:
    """What somebody filled in at a task."""
    decision = TaskDecision(
        task_key=next(_task_keys),
        petition_id=petition.id,
        matter_id=matter.id if matter else None,
        element_id=element_id,
        data=data,
        decided_by=by,
        decided_at=on,
    )
    session.add(decision)
    session.flush()


def _query_code(number: int) -> str:
    """A well-formed code, the same each time the samples are made."""
    tens, ones = divmod(number, len(QUERY_ALPHABET))
    body = f"2345678{QUERY_ALPHABET[7 + tens]}{QUERY_ALPHABET[ones]}"
    return next(code for last in QUERY_ALPHABET if is_query_code(code := body + last))


def _units() -> Iterator[Unit]:
    for row in UNITS:
        values: dict[str, Any] = dict(zip(COLUMNS, row, strict=True))
        yield Unit(division=row[0].partition("-")[0], is_demo=True, **values)
