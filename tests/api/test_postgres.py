"""The same office on PostgreSQL: queries written by hand, and two who claim at once."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from api.queries import inbox
from records.models import Membership, User
from records.models.petition import PetitionForm
from records.people import person_of
from records.tasks.claiming import claim_task
from records.tasks.errors import TaskHeld
from records.tasks.rules import TaskRef
from settings import Settings
from tests.api.inbox_cases import search, waiting
from tests.api.matter_tasks import add_matter, task_of
from tests.api.office import ANSWER, HOUSING, SCHOOLS, Office, make_office, open_office
from tests.postgres import INSTALL_HINT, find_binaries, fresh_database, private_postgres

pytestmark = pytest.mark.postgres
HANDLERS = (f"handler@{HOUSING}",)


@pytest.fixture(scope="module")
def postgres_url() -> Iterator[str]:
    """A private server."""
    if find_binaries() is None:
        pytest.skip(INSTALL_HINT)
    with private_postgres() as url:
        yield url


@pytest.fixture
def office(postgres_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office on a database of its own."""
    url = fresh_database(postgres_url)
    settings = Settings(data_dir=tmp_path, demo=True, database_url=url)
    make_office(settings)
    with open_office(settings) as opened:
        opened.deployed()
        yield opened


@pytest.mark.parametrize("is_long", [False, True])
@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("due", ["october", "november", "none", "none too"]),
        ("-due", ["november", "october", "none too", "none"]),
        ("created", ["november", "none", "october", "none too"]),
        ("-created", ["none too", "october", "none", "november"]),
    ],
)
async def test_the_inbox_is_read_in_order(
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    sort: str,
    expected: list[str],
    is_long: bool,
) -> None:
    if is_long:
        monkeypatch.setattr(inbox, "FEW", 0)
    starts = {"november": date(2026, 11, 2), "none": None, "october": date(2026, 10, 9)}
    for subject, started_on in {**starts, "none too": None}.items():
        petition = office.petition(subject)
        office.at_unit(petition)
        if started_on:
            office.clock_for(petition, started_on=started_on)
        office.task(petition, "handle_petition", HANDLERS)
    seen: list[str] = []
    query: dict[str, Any] = {"sort": sort, "limit": 1, "unit": HOUSING}
    async with office.client("handler_zj") as handler:
        while True:
            page = (await handler.get("/api/tasks", params=query)).json()
            seen += [row["subject"] for row in page["tasks"]]
            if page["next"] is None:
                break
            query["cursor"] = page["next"]
        found = await handler.get("/api/tasks?q=OCT&due_before=2027-01-01")

    assert seen == expected
    assert [row["subject"] for row in found.json()["tasks"]] == ["october"]


async def test_the_inbox_is_searched_filtered_and_counted(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting(office, "lift", petitioner_name="张三丰", due_on="2026-11-20", flags=("joint",))
    waiting(office, "noise", form=PetitionForm.letter, fields={"content_class": "010102"})
    waiting(office, "elsewhere", groups=(f"handler@{SCHOOLS}",))
    asked: dict[str, tuple[dict[str, Any], list[str]]] = {
        "name": ({"q": "张三"}, ["lift"]),
        "one character": ({"q": "丰"}, ["lift"]),
        "no name": ({"q": "张丰"}, []),
        "deadline": ({"due": ["overdue"], "sort": "number"}, ["lift"]),
        "flag": ({"flag": ["joint"]}, ["lift"]),
        "channel": ({"channel": ["letter"]}, ["noise"]),
        "class": ({"content_class": ["010000"]}, ["noise"]),
        "step": ({"element": ["handle_petition"]}, ["lift", "noise"]),
        "all": ({"scope": "all", "sort": "unit"}, ["lift", "noise"]),
    }
    async with office.client("handler_zj") as handler, office.client("manager") as manager:
        for few in (0, 1000):
            monkeypatch.setattr(inbox, "FEW", few)
            found = {name: await search(handler, **wanted) for name, (wanted, _) in asked.items()}
            assert found == {name: expected for name, (_, expected) in asked.items()}
        assert await search(manager, scope="all", sort="-unit") == ["noise", "lift", "elsewhere"]
        counts = (await handler.get("/api/tasks/counts")).json()["tabs"]
        assert counts == {"mine": 0, "free": 2, "all": 2}
        file = await handler.get("/inbox/tasks.csv?scope=free")
        assert "noise" in file.text


async def test_the_rows_of_the_inbox_follow_whoever_writes(office: Office) -> None:
    key = waiting(office, "lift", petitioner_name="张三", due_on="2026-11-20")
    async with office.client("handler_zj") as handler:
        assert await search(handler) == ["lift"]
        with office.database.transaction() as session:
            session.execute(text("UPDATE clock SET due_on = '2026-12-01'"))
            session.execute(text("UPDATE petitioner SET name = '章三'"))
        [row] = (await handler.get("/api/tasks")).json()["tasks"]
        assert row["due_on"] == "2026-12-01"
        assert (await search(handler, q="张三"), await search(handler, q="章三")) == ([], ["lift"])
        await handler.post(f"/api/tasks/{key}/claim")
        assert await search(handler, scope="mine") == ["lift"]
        office.end_task(key)
        assert await search(handler, scope="mine") == []
    with office.database.reading() as session:
        left = session.execute(text("SELECT count(*) FROM inbox_gram")).scalar_one()
    assert left == 0


async def test_a_case_from_window_to_answer(office: Office) -> None:
    petition = office.petition()
    office.at_unit(petition)
    office.clock_for(petition)
    key = task_of(office, petition, add_matter(office, petition), "draft_opinion", *HANDLERS)
    opinion = {"outcome": "support", "facts": "属实", "answer": ANSWER, "legal_basis": "第三十二条"}
    reply = {"data": opinion}
    async with office.client("handler_zj") as handler, office.client("manager") as manager:
        await handler.post(f"/api/tasks/{key}/claim")
        answers = [await handler.post(f"/api/tasks/{key}/completion", json=reply) for _ in "ab"]
        case = (await manager.get(f"/api/petitions/{petition.number}")).json()
        pages = [
            await manager.get(path)
            for path in (
                "/api/petitions?q=x&open=true",
                "/api/instances?incident=false",
                f"/api/instances/{key - 5}",
                "/api/incidents",
                "/api/processes/petition/counts",
                "/health",
                "/metrics",
                "/",
            )
        ]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert [claim["outcome"] for claim in case["claims"]] == ["support"]
    assert [page.status_code for page in pages] == [200] * len(pages)


async def test_a_proposal_that_was_not_followed(office: Office) -> None:
    petition = office.petition()
    key = office.task(petition)
    evaluation = office.proposed(key)
    data = {"category": "appeal", "unit": HOUSING, "note": "reason"}
    async with office.client("classifier") as classifier, office.client("manager") as manager:
        await classifier.post(f"/api/tasks/{key}/claim")
        answer = await classifier.post(f"/api/tasks/{key}/completion", json={"data": data})
        case = (await manager.get(f"/api/petitions/{petition.number}")).json()

    assert answer.status_code == 200
    [decision] = case["decisions"]
    assert decision["key"] == str(evaluation)
    assert (decision["decided"]["is_override"], decision["decided"]["reason"]) == (True, "reason")


def test_of_two_who_claim_at_the_same_moment_one_wins(office: Office) -> None:
    with office.database.transaction() as session:
        session.add(User(id="second", name="second", password_hash="x", is_demo=True))
        session.flush()
        session.add(Membership(user_id="second", role="handler", unit_id=HOUSING))
    task = TaskRef(7, None, None, "handle_petition", None, HANDLERS, is_open=True)
    outcomes: list[str] = []
    together = threading.Barrier(2)

    def claim(user_id: str) -> None:
        together.wait()
        try:
            with office.database.transaction() as session:
                person = person_of(session, session.get_one(User, user_id))
                claim_task(session, person, task, now=office.clock.now())
            outcomes.append("won")
        except TaskHeld:
            outcomes.append("held")

    threads = [threading.Thread(target=claim, args=(user,)) for user in ("handler_zj", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["held", "won"]
