"""What the inbox can be asked for: filters, the search in texts, orders, and the counts."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel import select

from api.queries import inbox, inbox_counts
from law.urgent import UrgentKind
from records.models import Agent, Companion, Membership, Petition, Petitioner, UrgentReport
from records.models.petition import Category, PetitionForm
from records.models.registration import Standing
from tests.api.inbox_cases import HANDLERS, search, waiting
from tests.api.office import HOUSING, SCHOOLS, Office

# The office's clock stands at Monday 2026-11-23; the week ends on Sunday 29.


async def test_deadlines_are_told_apart_by_the_day(
    office: Office, handler: httpx.AsyncClient
) -> None:
    days = {
        "sunday before": "2026-11-22",
        "monday": "2026-11-23",
        "tuesday": "2026-11-24",
        "sunday": "2026-11-29",
        "monday after": "2026-11-30",
        "never": None,
    }
    for subject, due_on in days.items():
        waiting(office, subject, due_on=due_on)
    expected: dict[tuple[str, ...], list[str]] = {
        ("overdue",): ["sunday before"],
        ("today",): ["monday"],
        ("week",): ["tuesday", "sunday"],
        ("later",): ["monday after"],
        ("none",): ["never"],
        ("overdue", "later"): ["sunday before", "monday after"],
        ("today", "none"): ["monday", "never"],
        ("later", "none"): ["monday after", "never"],
    }

    for due, subjects in expected.items():
        for sort in ("due", "number"):
            assert await search(handler, due=due, sort=sort) == subjects, (due, sort)


@pytest.mark.parametrize("few", [0, 1000])
async def test_each_filter_leaves_what_fits(
    office: Office, handler: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(inbox, "FEW", few)
    waiting(
        office,
        "lift",
        form=PetitionForm.letter,
        flags=("repeated",),
        fields={"category": Category.appeal, "content_class": "010102"},
    )
    waiting(office, "noise", step="classify_petition", fields={"content_class": "020100"})

    async def both(**wanted: Any) -> list[str]:
        # The address says the same as the body.
        answer = await handler.get("/api/tasks", params=wanted)
        assert [row["subject"] for row in answer.json()["tasks"]] == await search(handler, **wanted)
        return await search(handler, **wanted)

    assert await both(category=["appeal"]) == ["lift"]
    assert await both(category=["none"]) == ["noise"]
    assert await both(category=["appeal", "none"]) == ["lift", "noise"]
    assert await both(channel=["letter"]) == ["lift"]
    assert await both(flag=["repeated"]) == ["lift"]
    assert await both(flag=["joint"]) == []
    assert await both(element=["classify_petition"]) == ["noise"]
    assert await both(content_class=["010000"]) == ["lift"]
    assert await both(content_class=["010100"]) == ["lift"]
    assert await both(content_class=["010200"]) == []
    assert await both(content_class=["010000", "020000"]) == ["lift", "noise"]
    assert await both(unit=[HOUSING], channel=["letter"]) == ["lift"]
    assert await both(unit=[SCHOOLS]) == []
    assert await both(group=HANDLERS[0]) == ["lift", "noise"]
    assert await both(group=f"handler@{SCHOOLS}", scope="all") == []


async def test_a_group_visit_and_an_open_urgent_report_are_flags(
    office: Office, handler: httpx.AsyncClient
) -> None:
    waiting(office, "many", flags=("collective",))
    key = waiting(office, "urgent")
    waiting(office, "neither")
    with office.database.transaction() as session:
        petition = session.exec(_petition("urgent")).one()
        report = _urgent(office, petition)
        session.add(report)

    assert await search(handler, flag=["collective"]) == ["many"]
    assert await search(handler, flag=["urgent_open"]) == ["urgent"]
    [row] = [
        one for one in (await handler.get("/api/tasks")).json()["tasks"] if one["key"] == str(key)
    ]
    assert [flag["id"] for flag in row["flags"]] == ["urgent_open"]

    with office.database.transaction() as session:
        kept = session.get_one(UrgentReport, report.id)
        kept.closed_at = office.clock.now()
        session.add(kept)
    assert await search(handler, flag=["urgent_open"]) == []


WORDS = {
    "张三丰": ["lift"],
    "张三": ["lift"],
    "三丰": ["lift"],
    "张丰": [],
    "丰": ["lift"],
    "李四": ["lift"],
    "王五": ["lift"],
    "消防通道": ["lift"],
    "消防 张三": ["lift"],
    "消防 噪音": [],
    "LIFT": ["lift"],
    "ＬＩＦＴ": ["lift"],
    "o": ["noise"],
    "噪音": ["noise"],
    "%": [],
    "_": [],
    "!": [],
    '"': [],
    "' OR 1=1 --": [],
    "* AND NOT": [],
    "　": ["lift", "noise"],
}


@pytest.mark.parametrize("few", [0, 1000])
async def test_texts_are_searched_for_every_word(
    office: Office, handler: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(inbox, "FEW", few)
    waiting(office, "lift", petitioner_name="张三丰", claims=("清理消防通道",))
    waiting(office, "noise", petitioner_name="赵六", claims=("夜间噪音",))
    with office.database.transaction() as session:
        petition = session.exec(_petition("lift")).one()
        session.add(Companion(petition_id=petition.id, ordinal=1, name="李四"))
        session.add(Agent(petition_id=petition.id, standing=Standing.agent, name="王五"))

    found = {q: await search(handler, q=q) for q in WORDS}

    assert found == WORDS


async def test_a_number_is_found_by_any_part_of_it(
    office: Office, handler: httpx.AsyncClient
) -> None:
    for subject in ("one", "two"):
        waiting(office, subject)
    with office.database.reading() as session:
        number = session.exec(_petition("two")).one().number

    for part in (number, number.lower(), number[-3:], number[3:9], number[-1:]):
        assert "two" in await search(handler, q=part), part
    assert await search(handler, q=number) == ["two"]


async def test_a_name_that_was_corrected_is_found_and_the_old_one_is_not(
    office: Office, handler: httpx.AsyncClient
) -> None:
    waiting(office, "lift", petitioner_name="张三")
    assert await search(handler, q="张三") == ["lift"]
    with office.database.transaction() as session:
        petition = session.exec(_petition("lift")).one()
        person = session.get_one(Petitioner, petition.petitioner_id)
        person.name = "章三"
        session.add(person)

    assert await search(handler, q="张三") == []
    assert await search(handler, q="章三") == ["lift"]


ORDERS = {
    "received": ["b", "a", "c"],
    "-received": ["c", "a", "b"],
    "number": ["a", "b", "c"],
    "-number": ["c", "b", "a"],
    "unit": ["a", "c", "b"],
    "-unit": ["b", "c", "a"],
}


@pytest.mark.parametrize("user", ["manager", "unit_leader_jy"])
async def test_every_order_is_paged_without_a_gap(office: Office, user: str) -> None:
    """For who sees everything, and for who sees what lies in several groups."""
    waiting(office, "a", received_on=date(2026, 11, 18), groups=(f"handler@{SCHOOLS}",))
    waiting(office, "b", received_on=date(2026, 11, 17))
    waiting(office, "c", received_on=date(2026, 11, 19), groups=(f"legal_reviewer@{SCHOOLS}",))
    _gets(office, "unit_leader_jy", ("handler", HOUSING))
    async with office.client(user) as client:
        for sort, expected in ORDERS.items():
            for limit in (1, 2, 50):
                assert await _pages(client, sort, limit) == expected, (sort, limit)


async def _pages(client: httpx.AsyncClient, sort: str, limit: int) -> list[str]:
    seen: list[str] = []
    query: dict[str, Any] = {"scope": "all", "sort": sort, "limit": limit}
    while True:
        page = (await client.post("/api/tasks/search", json=query)).json()
        seen += [row["subject"] for row in page["tasks"]]
        if page["next"] is None:
            return seen
        query["cursor"] = page["next"]


async def test_tabs_and_queues_are_counted_and_a_big_number_is_cut_off(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_counts, "MOST", 2)
    keys = [waiting(office, f"case {number}") for number in range(4)]
    waiting(office, "at the schools", groups=(f"handler@{SCHOOLS}",))
    async with office.client("handler_zj") as handler:
        await handler.post(f"/api/tasks/{keys[0]}/claim")
        counts = (await handler.get("/api/tasks/counts")).json()
        page = (await handler.get("/", headers={"Accept": "text/html"})).text
    assert counts["tabs"] == {"mine": 1, "free": 3, "all": 3}
    assert counts["queues"] == [{"group": HANDLERS[0], "number": 3}]
    assert '<span class="count">2+</span>' in page

    async with office.client("unit_leader_zj") as leader, office.client("manager") as manager:
        assert (await leader.get("/api/tasks/counts")).json()["tabs"]["unit"] == 3
        assert (await manager.get("/api/tasks/counts")).json()["tabs"] == {
            "mine": 0,
            "free": 0,
            "all": 3,
        }


async def test_a_task_of_two_groups_is_one_row_and_counts_once(office: Office) -> None:
    waiting(office, "both", groups=(HANDLERS[0], f"acceptance_clerk@{HOUSING}"))
    _gets(office, "handler_zj", ("acceptance_clerk", HOUSING))
    async with office.client("handler_zj") as handler, office.client("unit_leader_zj") as leader:
        assert await search(handler) == ["both"]
        assert await search(handler, sort="unit") == ["both"]
        assert await search(leader, scope="unit") == ["both"]
        assert (await handler.get("/api/tasks/counts")).json()["tabs"]["free"] == 1
        assert await search(handler, group=f"acceptance_clerk@{HOUSING}") == ["both"]


def _gets(office: Office, user: str, *roles: tuple[str, str]) -> None:
    with office.database.transaction() as session:
        for role, unit in roles:
            session.add(Membership(user_id=user, role=role, unit_id=unit))


def _petition(subject: str) -> Any:
    return select(Petition).where(Petition.subject == subject)


def _urgent(office: Office, petition: Petition) -> UrgentReport:
    now = office.clock.now()
    return UrgentReport(
        petition_id=petition.id,
        kind=next(iter(UrgentKind)),
        situation="s",
        known_at=now,
        raised_by="clerk",
        raised_at=now,
        phone_due_at=now,
        written_due_at=now,
    )
