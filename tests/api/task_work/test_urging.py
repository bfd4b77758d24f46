"""Urging whoever has a task, or the group it waits in."""

from datetime import timedelta

import httpx

from records.models import Petition
from tests.api.matter_tasks import task_of
from tests.api.office import Office
from tests.api.task_work.calls import HANDLERS, acts, ask, look


class TestUrging:
    """/api/tasks/{key}/urge"""

    async def test_a_supervisor_urges_and_the_row_of_the_inbox_says_so(
        self, office: Office, petition: Petition, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        async with office.client("supervisor") as supervisor:
            urged = await ask(supervisor, hearing, "urge", text="还有三天到期，请抓紧。")

        assert urged.status_code == 200
        [row] = (await handler.get("/api/tasks?scope=mine")).json()["tasks"]
        assert [one["text"] for one in row["urges"]] == ["还有三天到期，请抓紧。"]
        assert (await look(handler, hearing))["work"]["urges"] == row["urges"]
        assert acts(office, petition)[-1] == ("urge_task", "supervisor")

    async def test_a_queue_is_urged_too(
        self, office: Office, petition: Petition, matter: str, handler: httpx.AsyncClient
    ) -> None:
        key = task_of(office, petition, matter, "hear_petitioner", HANDLERS)
        async with office.client("unit_leader_zj") as leader:
            assert (await ask(leader, key, "urge", text="请尽快领取。")).status_code == 200

        [row] = (await handler.get("/api/tasks?scope=free")).json()["tasks"]
        assert row["urges"][0]["by"]["id"] == "unit_leader_zj"

    async def test_once_a_day_per_person_and_task(self, office: Office, hearing: int) -> None:
        async with office.client("supervisor") as one, office.client("leader") as other:
            first = await ask(one, hearing, "urge", text="请抓紧。")
            second = await ask(one, hearing, "urge", text="请抓紧。")
            by_other = await ask(other, hearing, "urge", text="请抓紧。")
            office.clock.move(timedelta(hours=15))  # 24 November, 00:00
            next_day = await ask(one, hearing, "urge", text="请抓紧。")

        assert [one.status_code for one in (first, second, by_other, next_day)] == [
            200,
            409,
            200,
            200,
        ]
        assert second.json()["error"] == "UrgedToday"

    async def test_a_colleague_does_not_urge(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        async with office.client("handler2_zj") as second:
            answers = [await ask(one, hearing, "urge", text="请") for one in (second, handler)]

        assert {(one.status_code, one.json()["error"]) for one in answers} == {(403, "MayNotUrge")}

    async def test_the_text_is_short(self, office: Office, hearing: int) -> None:
        async with office.client("supervisor") as supervisor:
            assert (await ask(supervisor, hearing, "urge", text="长" * 201)).status_code == 422
