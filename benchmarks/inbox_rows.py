"""An office with many open tasks, made up: petitions, claims, clocks, and tasks in the journal.

The made-up city has one bureau and seven units. Three tasks of ten wait in the queue measured.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, insert, text

from api.actions.keep_inbox import keep_inbox
from benchmarks.made_up_texts import FIRST_CHARACTER
from journal import tables
from records.database import Database
from records.demo import BUREAU
from records.inbox.triggers import install_triggers, remove_triggers
from records.models import Claim, Clock, Petition, Petitioner
from records.models.petition import Category, PetitionForm
from settings import ROOT

BATCH = 5_000
TODAY = date(2026, 11, 26)
THEN = datetime(2026, 11, 20, tzinfo=UTC)
DEFINITION = 2251799813685250
FIRST_KEY = 2251799900000000
QUEUE = "handler@990100-zj"
UNITS = ("zj", "rs", "jy", "wj", "hb", "jt", "sc")
STEPS = ("handle_matter", "investigate", "draft_opinion", "record_service")
COMMON = "电梯"
_ROLES = ("handler", "acceptance_clerk", "legal_reviewer")
_TABLES = ("petition", "petitioner", "claim", "clock", "inbox_entry", "inbox_text", "inbox_gram")


def fill(database: Database, tasks: int) -> None:
    """Fill the empty database, opened for both sides; the inbox is made as the watch makes it."""
    with database.transaction() as session:
        connection = session.connection()
        remove_triggers(connection)
        connection.execute(insert(tables.process), [_process()])
    made = _cases(tasks)
    while batch := list(islice(made, BATCH)):
        with database.transaction() as session:
            _write(session.connection(), batch)
    with database.transaction() as session:
        install_triggers(session.connection())
    kept = 1
    while kept:
        with database.transaction() as session:
            kept = keep_inbox(session, BATCH)
    if not database.is_sqlite:
        with database.engine.connect() as connection:
            for table in _TABLES:
                connection.execute(text(f"ANALYZE {table}"))
            connection.commit()


def filled_with(database: Database) -> int:
    """How many open tasks the database holds."""
    with database.reading() as session:
        counted = session.execute(text("SELECT count(*) FROM inbox_entry WHERE ordinal = 0"))
        return int(counted.scalar_one())


def name_of(number: int) -> str:
    """The name of a petitioner; about three of a million have the same."""
    surname, given = number % 97, number % 3_407
    return "".join(chr(FIRST_CHARACTER + one) for one in (surname, given % 61 + 100, given + 200))


def _cases(tasks: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(7)  # noqa: S311 - made up, not secret
    words = [chr(FIRST_CHARACTER + n) + chr(FIRST_CHARACTER + m) for n, m in _pairs(chance)]
    for number in range(tasks):
        picked = chance.choices(words, k=16)
        if number % 25 == 0:
            picked[3] = COMMON
        group = QUEUE
        if chance.random() > 0.3:
            group = f"{chance.choice(_ROLES)}@990100-{chance.choice(UNITS)}"
        yield {
            "n": number,
            "subject": "".join(picked[:6]),
            "claim": "".join(picked[6:]),
            "group": group,
            "step": chance.choice(STEPS),
            "received": TODAY - timedelta(days=chance.randint(0, 90)),
            "due": TODAY + timedelta(days=chance.randint(-20, 70)) if number % 10 else None,
            "category": chance.choice([Category.proposal, Category.claim, Category.appeal, None]),
            "form": chance.choice(list(PetitionForm)),
        }


def _pairs(chance: random.Random) -> list[tuple[int, int]]:
    return [(chance.randint(0, 1500), chance.randint(0, 1500)) for _ in range(20_000)]


def _write(connection: Connection, batch: list[dict[str, Any]]) -> None:
    connection.execute(
        insert(Petitioner), [{"id": str(one["n"]), "name": name_of(one["n"])} for one in batch]
    )
    connection.execute(insert(Petition), [_petition(one) for one in batch])
    connection.execute(
        insert(Claim),
        [
            {"id": str(one["n"]), "petition_id": str(one["n"]), "ordinal": 1, "text": one["claim"]}
            for one in batch
        ],
    )
    clocks = [
        {"id": str(one["n"]), "petition_id": str(one["n"]), "code": "D05", "due_on": one["due"]}
        for one in batch
        if one["due"]
    ]
    connection.execute(insert(Clock), clocks)
    connection.execute(insert(tables.user_task), [_task(one) for one in batch])
    connection.execute(
        insert(tables.user_task_group),
        [{"group_name": one["group"], "task_key": FIRST_KEY + one["n"]} for one in batch],
    )
    connection.execute(
        insert(tables.user_task_change),
        [{"task_key": FIRST_KEY + one["n"], "seq": one["n"] + 1} for one in batch],
    )


def _petition(one: dict[str, Any]) -> dict[str, Any]:
    number = one["n"]
    return {
        "id": str(number),
        "number": f"990100XF2026{number:07d}",
        "query_code": f"q{number}",
        "form": one["form"],
        "subject": one["subject"],
        "text": one["claim"],
        "received_on": one["received"],
        "filed_at": THEN,
        "petitioner_id": str(number),
        "bureau_id": BUREAU,
        "category": one["category"],
    }


def _task(one: dict[str, Any]) -> dict[str, Any]:
    key = FIRST_KEY + one["n"]
    return {
        "key": key,
        "element_instance_key": key,
        "instance_key": key,
        "root_key": key,
        "business_key": str(one["n"]),
        "process_id": "petition",
        "definition_key": DEFINITION,
        "element_id": one["step"],
        "candidate_groups": json.dumps([one["group"]]),
        "candidate_users": "[]",
        "state": "created",
        "created_at": int(THEN.timestamp() * 1000) + one["n"],
    }


def _process() -> dict[str, Any]:
    return {
        "definition_key": DEFINITION,
        "process_id": "handling",
        "version": 1,
        "resource_name": "handling.bpmn",
        "xml": (ROOT / "bpmn" / "handling.bpmn").read_text(),
        "deployed_at": 0,
    }
