"""Who sees which petition: units with a matter, and of what is sealed its own clerk alone."""

import json
from typing import Any

import httpx
import pytest
from sqlmodel import select

from journal import tables
from records.demo import BUREAU
from records.models import Matter, Membership, Petition, TaskHold
from records.models.petition import Category
from tests.api.office import HOUSING, SCHOOLS, Office, millis
from tests.api.papers import issued

EVERYBODY = ("clerk", "classifier", "leader", "manager", "auditor", "admin", "handler_zj")


def seal(office: Office, petition: Petition) -> Matter:
    """A report: the petition and its matter are sealed."""
    with office.database.transaction() as session:
        kept = session.get_one(Petition, petition.id)
        kept.is_sealed = True
        session.add(kept)
    matter: Matter = office.matter(petition, category=Category.report, is_sealed=True)
    return matter


def make_sealed_clerk(office: Office, user: str = "follow_up") -> None:
    """The account gets the role of the sealed desk, and that alone."""
    with office.database.transaction() as session:
        for row in session.exec(select(Membership).where(Membership.user_id == user)):
            session.delete(row)
        session.flush()
        session.add(Membership(user_id=user, role="sealed_clerk", unit_id=BUREAU))


def issue(office: Office, petition: Petition, matter: Matter | None = None) -> str:
    with office.database.transaction() as session:
        document = issued(session, petition, HOUSING, office.clock.now())
        document.matter_id = matter.id if matter else None
        session.add(document)
        return document.id


async def numbers(client: httpx.AsyncClient, **query: str) -> list[str]:
    rows = (await client.get("/api/petitions", params=query)).json()["petitions"]
    return [row["number"] for row in rows]


async def test_every_unit_with_a_matter_sees_the_petition(
    office: Office, handler: httpx.AsyncClient, foreigner: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.matter(petition, HOUSING)
    path = f"/api/petitions/{petition.number}"
    assert (await handler.get(path)).status_code == 200
    assert (await foreigner.get(path)).status_code == 404
    office.matter(petition, SCHOOLS, ordinal=2)

    for client in (handler, foreigner):
        assert (await client.get(path)).status_code == 200
        assert await numbers(client) == [petition.number]
    assert await numbers(handler, unit=SCHOOLS) == [petition.number]


async def test_a_sealed_matter_opens_nothing_to_its_unit(
    office: Office, handler: httpx.AsyncClient
) -> None:
    petition = office.petition()
    office.matter(petition, HOUSING, is_sealed=True)
    assert (await handler.get(f"/api/petitions/{petition.number}")).status_code == 404
    assert await numbers(handler) == []


@pytest.mark.parametrize("user", EVERYBODY)
async def test_a_report_exists_for_nobody_else(office: Office, user: str) -> None:
    """Regulation 30(3): not even for who oversees."""
    petition = office.petition()
    matter = seal(office, petition)
    document = issue(office, petition, matter)
    async with office.client(user) as client:
        assert (await client.get(f"/api/petitions/{petition.number}")).status_code == 404
        assert (await client.get(f"/api/petitions/{petition.number}/flow")).status_code == 404
        assert (await client.get(f"/api/documents/{document}")).status_code == 404
        assert await numbers(client) == []
        page = await client.get(f"/petitions/{petition.number}", headers={"Accept": "text/html"})
        assert page.status_code == 404


async def test_its_sealed_clerk_sees_a_report_and_no_other_petition(office: Office) -> None:
    report, other = office.petition(), office.petition("学区")
    document = issue(office, report, seal(office, report))
    make_sealed_clerk(office)
    async with office.client("follow_up") as desk:
        assert (await desk.get(f"/api/petitions/{report.number}")).status_code == 200
        assert (await desk.get(f"/api/documents/{document}")).status_code == 200
        assert (await desk.get(f"/api/petitions/{other.number}")).status_code == 404
        assert await numbers(desk) == [report.number]


class TestAMixedPetition:
    """Edge case 24: a complaint with a report; nothing of the open part leads to the sealed one."""

    @pytest.fixture
    def petition(self, office: Office) -> Petition:
        filed: Petition = office.petition(
            text="电梯停用；另反映某科长收钱。", claims=("修好电梯", "某科长收钱")
        )
        office.matter(filed, HOUSING)
        report = office.matter(filed, HOUSING, ordinal=2, category=Category.report, is_sealed=True)
        office.run_clock(filed, "D03", matter=report)
        issue(office, filed, report)
        return filed

    @pytest.mark.parametrize("user", ["handler_zj", "classifier", "manager"])
    async def test_the_open_part_names_nothing_of_it(
        self, office: Office, petition: Petition, user: str
    ) -> None:
        async with office.client(user) as client:
            shown = (await client.get(f"/api/petitions/{petition.number}")).json()
        assert [claim["text"] for claim in shown["claims"]] == ["修好电梯"]
        assert shown["text"] == "修好电梯"
        assert [matter["ordinal"] for matter in shown["matters"]] == [1]
        assert (shown["clocks"], shown["documents"]) == ([], [])
        assert "收钱" not in json.dumps(shown, ensure_ascii=False)

    async def test_the_sealed_desk_sees_all_of_it(self, office: Office, petition: Petition) -> None:
        make_sealed_clerk(office)
        async with office.client("follow_up") as desk:
            shown = (await desk.get(f"/api/petitions/{petition.number}")).json()
            assert await numbers(desk) == [petition.number]
        assert [matter["ordinal"] for matter in shown["matters"]] == [1, 2]
        assert "收钱" in shown["text"]
        assert len(shown["documents"]) == 1

    async def test_steps_of_the_sealed_matter_are_left_out(
        self, office: Office, petition: Petition, handler: httpx.AsyncClient
    ) -> None:
        key = office.task(petition, "classify_petition")
        root, now = key - 5, millis(office.clock.now())
        child = next(office.keys)
        with office.database.reading() as session:
            [report] = session.exec(select(Matter).where(Matter.ordinal == 2))
        instance: dict[str, Any] = {
            "key": child,
            "process_id": "sealed_report",
            "definition_key": 2251799813685250,
            "version": 1,
            "root_key": root,
            "parent_key": root,
            "business_key": petition.id,
            "state": "active",
            "started_at": now,
        }
        element: dict[str, Any] = {
            "key": child + 1,
            "instance_key": child,
            "definition_key": 2251799813685250,
            "element_id": "handle_petition",
            "element_type": "USER_TASK",
            "scope_key": child,
            "state": "active",
            "started_at": now,
        }
        variable: dict[str, Any] = {
            "scope_key": child,
            "name": "matter_id",
            "instance_key": child,
            "value": json.dumps(report.id),
            "updated_at": now,
        }
        office.write(tables.instance, [instance])
        office.write(tables.element_instance, [element])
        # The root carries the id too, in the scope of its call activity.
        office.write(
            tables.variable, [variable, variable | {"scope_key": root + 7, "instance_key": root}]
        )

        shown = (await handler.get(f"/api/petitions/{petition.number}")).json()

        assert [step["element_id"] for step in shown["steps"]] == ["classify_petition"]
        assert "handle_petition" not in [entry["code"] for entry in shown["history"]]


class TestInbox:
    """Lists of other people's tasks leave out what is sealed."""

    SEALED_GROUP = (f"sealed_clerk@{BUREAU}",)

    @pytest.fixture
    def tasks(self, office: Office) -> dict[str, int]:
        """One open, one of a sealed petition, one of the sealed desk in a mixed petition."""
        report = office.petition("检举")
        seal(office, report)
        mixed = office.petition("混合")
        return {
            "open": office.task(office.petition("电梯")),
            "sealed": office.task(report, "hand_over_report", self.SEALED_GROUP),
            "desk": office.task(mixed, "hand_over_report", self.SEALED_GROUP),
            "stray": office.task(report, "classify_petition"),
        }

    async def seen(self, client: httpx.AsyncClient, scope: str) -> set[int]:
        rows = (await client.get("/api/tasks", params={"scope": scope})).json()["tasks"]
        return {int(row["key"]) for row in rows}

    async def test_who_oversees_sees_the_open_one_only(
        self, tasks: dict[str, int], manager: httpx.AsyncClient
    ) -> None:
        assert await self.seen(manager, "all") == {tasks["open"]}

    async def test_a_task_that_is_sealed_cannot_be_opened_by_its_key(
        self, office: Office, tasks: dict[str, int], manager: httpx.AsyncClient
    ) -> None:
        async with office.client("leader") as leader:
            for client in (manager, leader):
                assert (await client.get(f"/api/tasks/{tasks['open']}")).status_code == 200
                for name in ("sealed", "desk", "stray"):
                    assert (await client.get(f"/api/tasks/{tasks[name]}")).status_code == 404

    async def test_so_do_leaders(self, office: Office, tasks: dict[str, int]) -> None:
        async with office.client("leader") as leader:
            for scope in ("unit", "all"):
                assert await self.seen(leader, scope) == {tasks["open"]}

    async def test_the_sealed_desk_sees_its_own(
        self, office: Office, tasks: dict[str, int]
    ) -> None:
        make_sealed_clerk(office)
        async with office.client("follow_up") as desk:
            for scope in ("free", "groups", "all"):
                assert await self.seen(desk, scope) == {tasks["sealed"], tasks["desk"]}

    async def test_what_one_holds_is_ones_own(self, office: Office, tasks: dict[str, int]) -> None:
        make_sealed_clerk(office)
        with office.database.transaction() as session:
            session.add(
                TaskHold(task_key=tasks["desk"], user_id="follow_up", held_at=office.clock.now())
            )
        async with office.client("follow_up") as desk:
            assert await self.seen(desk, "mine") == {tasks["desk"]}
