"""An office for tests: real SQLite files, the demo city, and a journal written as the engine would.

No engine runs: rows of the journal are inserted as the receiver would write them.
"""

import itertools
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import Table, insert, text, update
from starlette.routing import BaseRoute

from api.app import create_app
from engine.clock import ZONE
from journal import tables
from records.calendar import seed_work_calendar
from records.database import Database, open_database
from records.demo import BUREAU, seed_demo
from records.ledger import open_clock
from records.migrate import migrate
from records.models import Matter, Petition
from records.models.petition import Category, PetitionForm
from records.petitions import NewPetition, file_petition
from records.sign_ins import hash_password
from settings import DEMO_PASSWORD, ROOT, Settings

HOUSING = "990100-zj"
SCHOOLS = "990100-jy"
# Two tasks after another: the API does not care which procedure an office draws.
FIRST_PROCEDURE = ROOT / "tests" / "api" / "first_procedure"
MON_23_NOV_2026 = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
PETITION_DEFINITION = 2251799813685250
CLASSIFY_FORM = 2251799813685260
HANDLE_FORM = 2251799813685261
CATEGORY_DECISION = 2251799813685270
CATEGORY_REQUIREMENTS = 2251799813685271
ANSWER = "经核实，电梯已于上周修复并通过检验，现予答复。"


@dataclass
class FixedClock:
    """Time stands still until a test moves it."""

    moment: datetime = MON_23_NOV_2026

    def now(self) -> datetime:
        return self.moment

    def move(self, delta: timedelta) -> None:
        self.moment += delta


@cache
def password_hash() -> str:
    """Hashing is slow on purpose; once is enough."""
    return hash_password(DEMO_PASSWORD)


@dataclass
class Office:
    """The application with its databases and what the engine would have done."""

    settings: Settings
    database: Database
    journal: Database
    clock: FixedClock
    machine_clock: FixedClock
    app: FastAPI
    keys: "itertools.count[int]" = field(
        default_factory=lambda: itertools.count(2251799813690000, step=10)
    )

    def client(self, user: str | None = None) -> httpx.AsyncClient:
        """A client of the application; signed in by a bearer token when a user is named."""
        transport = httpx.ASGITransport(app=self.app, client=("127.0.0.1", 40000))
        client = httpx.AsyncClient(transport=transport, base_url="http://xinfang.test")
        if user:
            client.headers["Authorization"] = f"Bearer {self.token(user)}"
        return client

    def token(self, user_id: str) -> str:
        """A sign-in made directly, without the slow password check."""
        from records.models import User
        from records.sign_ins import open_sign_in

        with self.database.transaction() as session:
            user = session.get_one(User, user_id)
            return open_sign_in(session, user, hours=12, now=self.machine_clock.now())

    def petition(self, subject: str = "小区电梯停用", **more: Any) -> Petition:
        """A petition filed by the clerk; the engine has not heard of it yet."""
        given: dict[str, Any] = {
            "bureau_id": BUREAU,
            "form": PetitionForm.visit,
            "subject": subject,
            "text": "电梯停用已有两个月，老人上下楼困难。",
            "received_on": date(2026, 11, 20),
            "petitioner_name": "某信访人",
            "phone": "000-0000",
        }
        with self.database.transaction() as session:
            return file_petition(
                session, NewPetition(**given | more), filed_by="clerk", now=self.clock.now()
            )

    def at_unit(self, petition: Petition, unit: str = HOUSING) -> None:
        """The petition has been classified and sent to a unit."""
        with self.database.transaction() as session:
            kept = session.get_one(Petition, petition.id)
            kept.unit_id = unit
            session.add(kept)

    def matter(self, petition: Petition, unit: str = HOUSING, **more: Any) -> Matter:
        """A matter of the petition at a unit; by default the first, dispatched and accepted."""
        given: dict[str, Any] = {
            "ordinal": 1,
            "category": Category.claim,
            "dispatched_at": self.clock.now(),
            "received_on": date(2026, 11, 20),
            "accepted_on": date(2026, 11, 20),
        }
        with self.database.transaction() as session:
            matter = Matter(petition_id=petition.id, unit_id=unit, **given | more)
            session.add(matter)
            return matter

    def run_clock(
        self,
        petition: Petition,
        code: str,
        *,
        matter: Matter | None = None,
        started_on: date = date(2026, 11, 20),
    ) -> str:
        """A running clock of the petition, or of a matter."""
        with self.database.transaction() as session:
            view = open_clock(
                session,
                petition_id=petition.id,
                matter_id=matter.id if matter else None,
                code=code,
                started_on=started_on,
                actor="engine",
                now=self.clock.now(),
            )
            return view.id

    def clock_for(self, petition: Petition, *, started_on: date = date(2026, 11, 20)) -> str:
        """A running handling clock (D05: 60 days)."""
        with self.database.transaction() as session:
            view = open_clock(
                session,
                petition_id=petition.id,
                code="D05",
                started_on=started_on,
                actor="engine",
                now=self.clock.now(),
            )
            return view.id

    def write(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """Rows of the journal, as the receiver writes them."""
        with self.journal.transaction() as session:
            session.execute(insert(table), rows)

    def deployed(self) -> None:
        """The first procedure and its forms are known to the journal."""
        self.write(tables.process, [_process(PETITION_DEFINITION, "petition")])
        self.write(
            tables.form,
            [
                _form(CLASSIFY_FORM, "classify_petition"),
                _form(HANDLE_FORM, "handle_petition"),
            ],
        )
        self.write(tables.requirements, [_requirements("propose_category")])
        self.write(tables.decision, [_decision("propose_category", "拟定信访目的")])

    def task(
        self,
        petition: Petition,
        element: str = "classify_petition",
        groups: tuple[str, ...] = (f"classifier@{BUREAU}",),
        *,
        created: timedelta = timedelta(),
        active: bool = True,
    ) -> int:
        """An instance of the petition waiting at a user task; gives the task's key."""
        key = next(self.keys)
        at = millis(self.clock.now() + created)
        instance = {
            "key": key,
            "process_id": "petition",
            "definition_key": PETITION_DEFINITION,
            "version": 1,
            "root_key": key,
            "business_key": petition.id,
            "state": "active",
            "started_at": at,
        }
        steps = ["petition_received", "register_petition", "propose_category"]
        elements = [_element(key, key, "petition", "PROCESS", "active", at)]
        for number, step in enumerate(steps, start=1):
            kind = "START_EVENT" if number == 1 else "SERVICE_TASK"
            elements.append(_element(key + number, key, step, kind, "completed", at + number))
        elements.append(_element(key + 4, key, element, "USER_TASK", "active", at + 5))
        self.write(tables.instance, [instance])
        self.write(tables.element_instance, elements)
        self.write(
            tables.taken_flow,
            [
                {
                    "instance_key": key,
                    "flow_id": f"to_{step}",
                    "definition_key": PETITION_DEFINITION,
                    "times": 1,
                    "last_taken_at": at,
                }
                for step in ("register_petition", "propose_category", element)
            ],
        )
        self.write(
            tables.user_task,
            [
                {
                    "key": key + 5,
                    "element_instance_key": key + 4,
                    "instance_key": key,
                    "root_key": key,
                    "business_key": petition.id,
                    "process_id": "petition",
                    "definition_key": PETITION_DEFINITION,
                    "element_id": element,
                    "form_key": HANDLE_FORM if element == "handle_petition" else CLASSIFY_FORM,
                    "candidate_groups": json.dumps(groups),
                    "candidate_users": "[]",
                    "state": "created" if active else "completed",
                    "created_at": at + 5,
                }
            ],
        )
        if active:
            rows = [{"group_name": group, "task_key": key + 5} for group in groups]
            self.write(tables.user_task_group, rows)
        return key + 5

    def proposed(
        self,
        task_key: int,
        category: str = "claim",
        *,
        rule: str = "spoken_without_tag",
        tags: Sequence[str] = (),
        form: str = "visit",
        **more: Any,
    ) -> int:
        """The category was proposed before this task was made; the evaluation's key."""
        key = next(self.keys)
        row = {
            "key": key,
            "decision_id": "propose_category",
            "decision_key": CATEGORY_DECISION,
            "version": 1,
            "instance_key": task_key - 5,
            "element_instance_key": task_key - 2,
            "element_id": "propose_category",
            "inputs": json.dumps({"input_tags": [*tags], "input_form": form}),
            "output": json.dumps({"category": category, "basis": "regulation_2022:31"}),
            "matched_rules": json.dumps([rule]),
            "state": "evaluated",
            "evaluated_at": millis(self.clock.now()) + 3,
        }
        self.write(tables.decision_evaluation, [row | more])
        return key

    def end_task(self, key: int) -> None:
        """The engine took the task away."""
        with self.journal.transaction() as session:
            table = tables.user_task
            session.execute(update(table).where(table.c.key == key).values(state="canceled"))

    def outbox(self) -> list[tuple[str, dict[str, Any]]]:
        """Kind and payload of every command written, in order."""
        with self.database.reading() as session:
            rows = session.execute(text("SELECT kind, payload FROM outbox_command ORDER BY id"))
            return [(row.kind, json.loads(row.payload)) for row in rows]


def make_office(settings: Settings) -> None:
    """Tables, work calendar, demo city."""
    both = open_database(settings, writes="both")
    migrate(both)
    with both.transaction() as session:
        seed_work_calendar(session, now=MON_23_NOV_2026)
        seed_demo(session, password_hash=password_hash())
    both.close()


_SHARED: list[BaseRoute] = []


@contextmanager
def open_office(settings: Settings) -> Iterator[Office]:
    """The office of these settings; `make_office` made it."""
    database = open_database(settings)
    journal = open_database(settings, writes="journal")
    clock, machine = FixedClock(), FixedClock()
    app = create_app(settings, database, clock, machine_clock=machine, move_clock=clock.move)
    share_routes(app)
    yield Office(settings, database, journal, clock, machine, app)
    database.close()
    journal.close()


def share_routes(app: FastAPI) -> None:
    """Routes are the same in every application, and building them takes longer than most tests:
    each is built when it is asked for first, in whichever test that is."""
    _SHARED.extend([] if _SHARED else app.router.routes)
    app.router.routes[:] = _SHARED


def millis(moment: datetime) -> int:
    """Epoch milliseconds, as the engine's records carry times."""
    return int(moment.astimezone(UTC).timestamp() * 1000)


def read_drawn(folder: str, name: str) -> str:
    """A diagram or form: of the small procedure that these tests run, else of the product."""
    own = FIRST_PROCEDURE / name
    return (own if own.is_file() else ROOT / folder / name).read_text()


def _process(key: int, process_id: str) -> dict[str, Any]:
    return {
        "definition_key": key,
        "process_id": process_id,
        "version": 1,
        "name": "信访事项办理",
        "resource_name": f"{process_id}.bpmn",
        "xml": read_drawn("bpmn", f"{process_id}.bpmn"),
        "deployed_at": millis(MON_23_NOV_2026),
    }


def _form(key: int, form_id: str) -> dict[str, Any]:
    return {
        "form_key": key,
        "form_id": form_id,
        "version": 1,
        "body": read_drawn("forms", f"{form_id}.form"),
        "deployed_at": millis(MON_23_NOV_2026),
    }


def _requirements(decision_id: str) -> dict[str, Any]:
    return {
        "requirements_key": CATEGORY_REQUIREMENTS,
        "requirements_id": f"{decision_id}_definitions",
        "version": 1,
        "xml": (ROOT / "bpmn" / f"{decision_id}.dmn").read_text(),
        "deployed_at": millis(MON_23_NOV_2026),
    }


def _decision(decision_id: str, name: str) -> dict[str, Any]:
    return {
        "decision_key": CATEGORY_DECISION,
        "decision_id": decision_id,
        "name": name,
        "version": 1,
        "requirements_key": CATEGORY_REQUIREMENTS,
        "deployed_at": millis(MON_23_NOV_2026),
    }


def _element(
    key: int, instance: int, element_id: str, kind: str, state: str, at: int
) -> dict[str, Any]:
    return {
        "key": key,
        "instance_key": instance,
        "definition_key": PETITION_DEFINITION,
        "element_id": element_id,
        "element_type": kind,
        "scope_key": instance,
        "state": state,
        "started_at": at,
        "ended_at": at + 1 if state == "completed" else None,
    }
