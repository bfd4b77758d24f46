"""Giving a task to a colleague with a question; it comes back to its owner."""

from datetime import timedelta

import httpx
import pytest

from records.interest import keep_interested
from records.models import Petition
from tests.api.office import Office
from tests.api.task_work.calls import HEARD, acts, ask, look


class TestDelegation:
    """/api/tasks/{key}/delegation"""

    async def test_a_colleague_answers_and_the_task_is_its_owners_again(
        self, office: Office, petition: Petition, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        given = await ask(
            handler, hearing, "delegation", user="handler2_zj", question="请到现场核实。"
        )
        assert (given.status_code, given.json()["holder"]["id"]) == (200, "handler2_zj")
        assert office.outbox()[-1] == (
            "assign_task",
            {"task_key": hearing, "assignee": "handler2_zj"},
        )

        async with office.client("handler2_zj") as second:
            task = await look(second, hearing)
            assert (task["is_mine"], task["can_complete"]) == (True, False)
            [asked] = (await second.get("/api/tasks/asked")).json()
            assert (asked["kind"], asked["question"]) == ("delegation", "请到现场核实。")
            answer = await ask(second, hearing, "delegation/answer", answer="已核实，属实。")

        assert answer.json()["holder"]["id"] == "handler_zj"
        assert office.outbox()[-1][1]["assignee"] == "handler_zj"
        [told] = (await look(handler, hearing))["work"]["delegations"]
        assert (told["answer"], told["end"]) == ("已核实，属实。", "answered")
        assert acts(office, petition)[-2:] == [
            ("delegate_task", "handler_zj"),
            ("answer_delegation", "handler2_zj"),
        ]

    async def test_only_the_owner_completes_unless_allowed(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        await ask(handler, hearing, "delegation", user="handler2_zj", question="请核实。")
        async with office.client("handler2_zj") as second:
            refused = await ask(second, hearing, "completion", data=HEARD)
            await ask(second, hearing, "delegation", "DELETE")
            office.clock.move(timedelta(minutes=1))
            await ask(
                handler,
                hearing,
                "delegation",
                user="handler2_zj",
                question="请代为办理。",
                may_complete=True,
            )
            done = await ask(second, hearing, "completion", data=HEARD)

        assert (refused.status_code, refused.json()["error"]) == (409, "OwnerCompletes")
        assert done.status_code == 200
        ends = [one["end"] for one in (await look(handler, hearing))["work"]["delegations"]]
        assert ends == ["returned", "completed"]

    async def test_giving_it_back_to_the_queue_gives_it_back_to_its_owner(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        await ask(handler, hearing, "delegation", user="handler2_zj", question="请核实。")
        async with office.client("handler2_zj") as second:
            released = await ask(second, hearing, "release")

        assert released.json()["holder"]["id"] == "handler_zj"

    async def test_the_owner_takes_it_back_and_nobody_else(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        await ask(handler, hearing, "delegation", user="handler2_zj", question="请核实。")
        async with office.client("unit_leader_zj") as leader:
            assert (await ask(leader, hearing, "delegation", "DELETE")).status_code == 409
        taken = await ask(handler, hearing, "delegation", "DELETE")

        assert (taken.json()["is_mine"], taken.json()["can_complete"]) == (True, True)
        again = await ask(handler, hearing, "delegation", "DELETE")
        assert again.json()["error"] == "NotDelegated"

    async def test_a_leader_who_assigns_it_ends_the_delegation(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        await ask(handler, hearing, "delegation", user="handler2_zj", question="请核实。")
        async with office.client("unit_leader_zj") as leader:
            await ask(leader, hearing, "assign", user="handler_zj")

        task = await look(handler, hearing)
        assert (task["can_complete"], task["work"]["delegations"][0]["end"]) == (True, "overruled")

    @pytest.mark.parametrize("user", ["handler_zj", "handler_jy", "legal_zj", "nobody"])
    async def test_only_colleagues_of_its_groups_can_be_chosen(
        self, handler: httpx.AsyncClient, hearing: int, user: str
    ) -> None:
        answer = await ask(handler, hearing, "delegation", user=user, question="请核实。")

        assert (answer.status_code, answer.json()["error"]) == (422, "PersonNotFound")

    async def test_who_keeps_out_of_the_matter_is_not_chosen(
        self, office: Office, matter: str, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        with office.database.transaction() as session:
            keep_interested(session, matter, ["handler2_zj"], now=office.clock.now())

        answer = await ask(handler, hearing, "delegation", user="handler2_zj", question="请核实。")

        assert (answer.status_code, answer.json()["error"]) == (422, "PersonNotFound")
        assert (await look(handler, hearing))["work"]["may_delegate_to"] == []
