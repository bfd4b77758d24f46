"""What the exporter is answered, over the real ASGI application and a real database."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import Session

from benchmarks.sample_stream import bulk_body
from journal import receiver as receiver_module
from journal import store, tables
from journal.apply import Applied
from journal.receiver import Receiver, create_app
from journal.record import Record
from records.database import Database
from tests.journal.databases import everything, rows
from tests.journal.records import RECEIVED_MS, Maker, captured

AUTH = ("zeebe", "right")
GOOD = bulk_body(captured()[:20])


@pytest.fixture
async def client(any_journal: Database) -> AsyncIterator[httpx.AsyncClient]:
    """The exporter, signed in."""
    taker = Receiver(any_journal, user="zeebe", password="right", now_ms=lambda: RECEIVED_MS)
    transport = httpx.ASGITransport(create_app(taker))
    async with httpx.AsyncClient(transport=transport, base_url="http://j", auth=AUTH) as exporter:
        yield exporter


async def post(client: httpx.AsyncClient, body: bytes) -> httpx.Response:
    return await client.post(
        "/_bulk", content=body, headers={"Content-Type": "application/x-ndjson"}
    )


async def test_batch_is_acknowledged_as_elasticsearch_would(
    client: httpx.AsyncClient, any_journal: Database
) -> None:
    answer = await post(client, GOOD)
    assert answer.status_code == 200
    assert answer.json()["errors"] is False
    assert answer.headers["X-Elastic-Product"] == "Elasticsearch"
    batch = rows(any_journal, tables.batch)[0]
    assert (batch["records"], batch["received_at"]) == (20, RECEIVED_MS)


@pytest.mark.parametrize("path", ["/zeebe*/_settings", "/_index_template/zeebe"])
async def test_set_up_requests_of_the_exporter_are_acknowledged(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = await client.put(path, json={"index": {"lifecycle": {"name": None}}})
    assert (answer.status_code, answer.json()) == (200, {"acknowledged": True})


@pytest.mark.parametrize(
    "authorization",
    [None, "Basic", "Basic !!!", "Basic emVlYmU6d3Jvbmc=", "Bearer emVlYmU6cmlnaHQ=", "Basic é"],
)
async def test_stranger_is_turned_away(
    client: httpx.AsyncClient, any_journal: Database, authorization: str | None
) -> None:
    headers = {b"Authorization": authorization.encode()} if authorization else {}
    for answer in (
        await client.post("/_bulk", content=GOOD, headers=headers, auth=None),
        await client.put("/zeebe*/_settings", headers=headers, auth=None),
    ):
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"].startswith("Basic")
        assert answer.headers["X-Elastic-Product"] == "Elasticsearch"
    assert rows(any_journal, tables.batch) == []


LINES = GOOD.split(b"\n")
MALFORMED = {
    "not NDJSON": b"hello\nworld\n",
    "one JSON document": b'{"a": 1}\n',
    "index line without record": b"\n".join(LINES[:5]) + b"\n",
    "last line half sent": GOOD[:-30],
    "last line without its end": GOOD[:-1],
    "empty line": GOOD + b"\n",
    "record that is a list": LINES[0] + b"\n[1]\n",
    "no partition": LINES[0] + b'\n{"position": 1}\n',
    "no position": LINES[0] + b'\n{"partitionId": 1}\n',
    "position as text": LINES[0] + b'\n{"partitionId": 1, "position": "1"}\n',
    "position out of range": LINES[0] + b'\n{"partitionId": 1, "position": 9223372036854775808}\n',
    "other action": b'{"delete": {"_id": "1-1"}}\n' + LINES[1] + b"\n",
    "index line that is no object": b'{"index": 1}\n' + LINES[1] + b"\n",
    "bytes that are no text": LINES[0] + b'\n{"partitionId": 1, "x": "\xff"}\n',
}


@pytest.mark.parametrize("what", MALFORMED)
async def test_of_a_malformed_body_nothing_is_applied(
    client: httpx.AsyncClient, any_journal: Database, what: str
) -> None:
    before = everything(any_journal)
    # The good records in front must not be taken either.
    body = MALFORMED[what] if what.startswith(("not", "one")) else GOOD + MALFORMED[what]
    answer = await post(client, body)
    assert answer.status_code == 400
    assert everything(any_journal) == before
    assert (await post(client, GOOD)).status_code == 200


async def test_body_beyond_the_limit_is_refused_with_and_without_its_length(
    client: httpx.AsyncClient, any_journal: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiver_module, "LARGEST_BODY", len(GOOD) - 1)
    assert (await post(client, GOOD)).status_code == 413

    async def chunks() -> AsyncIterator[bytes]:
        yield GOOD[:100]
        yield GOOD[100:]

    assert (await client.post("/_bulk", content=chunks())).status_code == 413
    assert rows(any_journal, tables.batch) == []
    monkeypatch.setattr(receiver_module, "LARGEST_BODY", len(GOOD))
    assert (await post(client, GOOD)).status_code == 200


@contextmanager
def locked(database: Database) -> Iterator[Session]:
    """Somebody else writes the journal and does not come to an end."""
    with database.reading() as session:
        if database.is_sqlite:
            session.connection(execution_options={"begin": "IMMEDIATE"})
        else:
            session.execute(text("LOCK TABLE journal.high_water IN SHARE ROW EXCLUSIVE MODE"))
        yield session


async def test_locked_database_means_come_again(
    client: httpx.AsyncClient, any_journal: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LOCK_SECONDS", 0.1)
    any_journal.engine.dispose()
    with locked(any_journal):
        answer = await post(client, GOOD)
        assert answer.status_code == 503
    assert rows(any_journal, tables.batch) == []
    assert (await post(client, GOOD)).status_code == 200
    assert rows(any_journal, tables.batch)[0]["records"] == 20


async def test_missing_tables_mean_come_again(
    client: httpx.AsyncClient, any_journal: Database
) -> None:
    with any_journal.transaction() as session:
        session.execute(text("DROP TABLE journal.element_instance"))
    answer = await post(client, GOOD)
    assert answer.status_code == 503
    assert rows(any_journal, tables.high_water) == []
    assert rows(any_journal, tables.set_aside) == []


async def test_half_a_surrogate_pair_does_not_block_the_stream(
    client: httpx.AsyncClient, any_journal: Database
) -> None:
    body = bulk_body([Maker().variable(100, "note", "@")]).replace(b"@", rb"\ud83d")
    assert (await post(client, body)).status_code == 200
    (variable,) = rows(any_journal, tables.variable)
    assert variable["value"] == '"�"'


async def test_very_deep_nesting_does_not_block_the_stream(
    client: httpx.AsyncClient, any_journal: Database
) -> None:
    record = Maker().variable(100, "note", "@") | {"deep": "@@"}
    deep = b"[" * 100_000 + b"]" * 100_000
    body = bulk_body([record]).replace(b'"@@"', deep)
    assert (await post(client, body)).status_code == 200
    (aside,) = rows(any_journal, tables.set_aside)
    assert (aside["position"], aside["error"]) == (1, "value: missing")


async def test_batches_are_applied_one_at_a_time_and_health_answers_meanwhile(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, most = 0, 0
    has_begun, may_end = threading.Event(), threading.Event()

    def slow(database: Database, records: list[Record]) -> Applied:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        has_begun.set()
        may_end.wait(10)
        inside -= 1
        return Applied(len(records), 0, 0, {1: records[-1].position})

    monkeypatch.setattr(receiver_module, "apply_records", slow)
    batches = [asyncio.create_task(post(client, GOOD)) for _ in range(3)]
    assert await asyncio.to_thread(has_begun.wait, 10)
    health = await client.get("/health", auth=None)
    assert health.json() == {"status": "UP", "records": 0, "positions": {}}
    may_end.set()
    assert [answer.status_code for answer in await asyncio.gather(*batches)] == [200] * 3
    assert most == 1
    assert (await client.get("/health")).json()["records"] == 60


async def test_health_tells_how_far_it_got(client: httpx.AsyncClient) -> None:
    await post(client, GOOD)
    health = (await client.get("/health", auth=None)).json()
    assert health == {
        "status": "UP",
        "records": 20,
        "positions": {"1": str(captured()[19]["position"])},
    }
