"""The rows of the inbox say what case and journal say, whoever changed them."""

import importlib
import json
from typing import Any

import httpx
import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import delete, text, update
from sqlmodel import select

from journal import tables
from records.database import open_database
from records.inbox.grams import grams_for, grams_of, is_piece, plain
from records.inbox.triggers import WATCHED, install_triggers, remove_triggers
from records.models import InboxEntry, InboxMark, InboxSeen, InboxStale, InboxText, Matter, Petition
from tests.api.inbox_cases import HANDLERS, search, waiting
from tests.api.matter_tasks import add_matter, task_of
from tests.api.office import BUREAU, HOUSING, Office
from tests.api.sealed_cases import sealed_case


def entries(office: Office) -> list[InboxEntry]:
    with office.database.reading() as session:
        return list(session.exec(select(InboxEntry)))


def run(office: Office, sql: str, **values: Any) -> None:
    """What some other program writes."""
    with office.database.transaction() as session:
        session.execute(text(sql), values)


async def test_a_change_that_bypasses_the_application_is_seen(
    office: Office, handler: httpx.AsyncClient
) -> None:
    key = waiting(office, "lift", due_on="2026-11-25")
    [row] = (await handler.get("/api/tasks")).json()["tasks"]
    assert (row["due_on"], row["subject"], row["category"]) == ("2026-11-25", "lift", None)

    run(office, "UPDATE clock SET due_on = '2026-12-01'")
    run(office, "UPDATE petition SET subject = 'stairs', category = 'appeal'")
    run(
        office,
        "INSERT INTO task_hold (task_key, user_id, held_at) VALUES (:key, 'handler_zj', :at)",
        key=key,
        at="2026-11-23 00:00:00",
    )
    [row] = (await handler.get("/api/tasks?scope=mine")).json()["tasks"]
    assert (row["due_on"], row["subject"], row["category"]["id"]) == (
        "2026-12-01",
        "stairs",
        "appeal",
    )

    run(office, "UPDATE clock SET is_running = 0")
    run(office, "DELETE FROM task_hold")
    [row] = (await handler.get("/api/tasks?scope=free")).json()["tasks"]
    assert (row["due_on"], row["holder"]) == (None, None)


async def test_a_matter_gives_its_tasks_their_kind(
    office: Office, handler: httpx.AsyncClient
) -> None:
    petition = office.petition("lift")
    matter = add_matter(office, petition)
    task_of(office, petition, matter, "draft_opinion", *HANDLERS)
    assert await search(handler, category=["claim"]) == ["lift"]

    with office.database.transaction() as session:
        session.execute(
            update(Matter).where(Matter.id == matter).values(category="proposal")  # type: ignore[arg-type]
        )

    assert await search(handler, category=["claim"]) == []
    assert await search(handler, category=["proposal"]) == ["lift"]


async def test_what_the_engine_changes_or_takes_away_goes_with_it(
    office: Office, handler: httpx.AsyncClient
) -> None:
    moved, gone = waiting(office, "moved"), waiting(office, "gone")
    assert await search(handler) == ["moved", "gone"]
    await handler.get(f"/tasks/{gone}")
    with office.journal.transaction() as session:
        task = tables.user_task
        session.execute(
            update(task)
            .where(task.c.key == moved)
            .values(candidate_groups=json.dumps([f"legal_reviewer@{HOUSING}"]))
        )
        session.execute(delete(task).where(task.c.key == gone))

    assert await search(handler) == []
    assert [entry.group_name for entry in entries(office)] == [f"legal_reviewer@{HOUSING}"]
    with office.database.reading() as session:
        assert session.exec(select(InboxSeen)).all() == []
        assert len(session.exec(select(InboxText)).all()) == 1


async def test_the_text_goes_with_the_last_task_and_comes_back_with_the_next(
    office: Office, handler: httpx.AsyncClient
) -> None:
    petition = office.petition("lift", petitioner_name="张三")
    key = office.task(petition, "handle_petition", HANDLERS)
    assert await search(handler, q="张三") == ["lift"]
    office.end_task(key)
    assert await search(handler, q="张三") == []
    with office.database.reading() as session:
        assert session.exec(select(InboxText)).all() == []

    office.task(petition, "handle_petition", HANDLERS)

    assert await search(handler, q="张三") == ["lift"]


async def test_who_claims_finds_it_claimed_and_no_notice_is_left(
    office: Office, handler: httpx.AsyncClient
) -> None:
    key = waiting(office, "lift")
    await search(handler)
    await handler.post(f"/api/tasks/{key}/claim")

    assert [entry.holder_id for entry in entries(office)] == ["handler_zj"]
    with office.database.reading() as session:
        assert session.exec(select(InboxStale)).all() == []


async def test_rows_made_anew_are_the_same(office: Office, handler: httpx.AsyncClient) -> None:
    for subject in ("a", "b"):
        waiting(office, subject, due_on="2026-11-25", flags=("joint",))
    await search(handler)
    before = [entry.model_dump() for entry in entries(office)]
    with office.database.transaction() as session:
        session.execute(update(InboxMark).values(seq=0))

    assert await search(handler, q="a") == ["a"]
    assert [entry.model_dump() for entry in entries(office)] == before


def migrated_again(office: Office) -> None:
    """The tables of the inbox made anew by their migration, in an office where something waits."""
    with open_database(office.settings, writes="both").engine.begin() as connection:
        remove_triggers(connection)
        for table in ("choice", "filter", "seen", "mark", "stale", "text", "gram", "entry"):
            connection.execute(text(f"DROP TABLE inbox_{table}"))
        connection.execute(text("DROP TABLE journal.user_task_change"))
        with Operations.context(MigrationContext.configure(connection)):
            importlib.import_module("records.migrations.versions.0015_inbox").upgrade()
        install_triggers(connection)


def test_every_table_that_is_watched_has_its_triggers(office: Office) -> None:
    migrated_again(office)
    with open_database(office.settings, writes="both").engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        found = {name for (name,) in names}
        own = connection.execute(
            text("SELECT count(*) FROM journal.sqlite_master WHERE type = 'trigger'")
        ).scalar_one()
    assert found >= {f"inbox_{watch.table}_insert" for watch in WATCHED}
    assert own == 3


async def test_tasks_from_before_the_migration_are_listed(
    office: Office, handler: httpx.AsyncClient
) -> None:
    waiting(office, "lift")
    migrated_again(office)

    assert await search(handler) == ["lift"]


@pytest.mark.parametrize(
    "user", ["handler_zj", "unit_leader_zj", "leader", "manager", "classifier"]
)
async def test_sealed_cases_are_in_no_list_count_search_or_file(office: Office, user: str) -> None:
    case = sealed_case(office, 1)
    # A task in an ordinary group that was there before the petition was sealed.
    office.task(case.petition, "classify_petition", (f"classifier@{BUREAU}", HANDLERS[0]))
    async with office.client(user) as client:
        scopes = list((await client.get("/api/tasks/counts")).json()["tabs"])
        for scope in (*scopes, "groups"):
            assert await search(client, scope=scope) == [], scope
            for word in case.words:
                assert await search(client, scope=scope, q=word[:60]) == [], (scope, word)
            for address in ("/inbox/tasks.csv", "/"):
                answer = await client.get(f"{address}?scope={scope}")
                assert case.petition.subject not in answer.text
                assert "hand_over_report" not in answer.text
        counts = (await client.get("/api/tasks/counts")).json()
    assert set(counts["tabs"].values()) == {0}
    assert {queue["number"] for queue in counts["queues"]} <= {0}


async def test_the_sealed_desk_has_its_own_tasks(office: Office) -> None:
    case = sealed_case(office, 1)
    async with office.client("sealed") as desk:
        assert await search(desk) == [case.petition.subject]
        assert await search(desk, q=case.petition.number) == [case.petition.subject]
        assert (await desk.get("/api/tasks/counts")).json()["tabs"] == {
            "mine": 0,
            "free": 1,
            "all": 1,
        }


async def test_a_case_that_is_sealed_leaves_the_lists_at_once(
    office: Office, handler: httpx.AsyncClient
) -> None:
    waiting(office, "lift")
    assert await search(handler) == ["lift"]
    with office.database.transaction() as session:
        petition = session.exec(select(Petition)).one()
        petition.is_sealed = True
        session.add(petition)

    assert await search(handler) == []
    assert (await handler.get("/api/tasks/counts")).json()["tabs"]["free"] == 0


def test_every_piece_of_a_word_is_a_piece_of_a_text_with_it() -> None:
    text = plain("张三丰反映990100XF2026000123号，电梯𠮷B座2楼")
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            word = text[start:end]
            if word == word.strip():
                assert grams_for(word) <= grams_of(text), word
    assert grams_for("张丰") - grams_of(text)


def test_a_word_that_is_a_piece_is_in_a_text_exactly_when_the_piece_is() -> None:
    source = plain("张三丰反映990100XF2026000123号，电梯𠮷B座2楼")
    texts = [source, plain("丰三，电；梯 26 号 xf20"), plain("三丰 20260 电梯𠮷")]
    words = {source[start:end] for start in range(len(source)) for end in range(start + 1, 40)}
    pieces = {word for word in words if is_piece(word)}
    for word in pieces:
        for one in texts:
            assert (grams_for(word) <= grams_of(one)) == (word in one), (word, one)
    assert {"电梯", "xf", "201", "000123"} - pieces == {"201"}
    assert {"张三丰", "张", "990100xf", "映9", "1"} & pieces == set()
