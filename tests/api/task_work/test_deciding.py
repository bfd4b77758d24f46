"""Deciding a task: sent back, not by who prepared it, not over changes unseen."""

import httpx
import pytest

from records.models import Membership, Petition, TaskDecision
from tests.api.matter_tasks import add_matter, matter_of, task_of
from tests.api.office import HOUSING, Office
from tests.api.task_work.calls import HANDLERS, HEARD, LEADERS, OPINION, ask, look

LAWYERS = f"legal_reviewer@{HOUSING}"


class TestSendingBack:
    """/api/tasks/{key}/send-back"""

    async def test_the_reason_fills_the_form_and_the_engine_is_told_no(
        self, office: Office, petition: Petition
    ) -> None:
        matter = add_matter(office, petition, **OPINION)
        key = task_of(office, petition, matter, "sign_opinion", LEADERS)
        async with office.client("unit_leader_zj") as leader:
            await ask(leader, key, "claim")
            answer = await ask(leader, key, "send-back", reason="依据不清，请补充。")

        assert answer.status_code == 200
        assert office.outbox()[-1] == (
            "complete_task",
            {"task_key": key, "variables": {"is_opinion_signed": False}},
        )
        with office.database.reading() as session:
            data = session.get_one(TaskDecision, key).data
            assert matter_of(session, matter).signed_at is None
        assert data == {"is_opinion_signed": "no", "note": "依据不清，请补充。"}

    async def test_a_step_without_a_way_back_refuses(
        self, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        answer = await ask(handler, hearing, "send-back", reason="不清楚。")

        assert (answer.status_code, answer.json()["error"]) == (409, "NoWayBack")
        assert (await look(handler, hearing))["work"]["way_back"] is None

    async def test_no_reason_no_way_back(self, office: Office, petition: Petition) -> None:
        matter = add_matter(office, petition, **OPINION)
        key = task_of(office, petition, matter, "sign_opinion", LEADERS)
        async with office.client("unit_leader_zj") as leader:
            await ask(leader, key, "claim")
            answer = await ask(leader, key, "send-back", reason=" ")

        assert answer.status_code == 422


class TestFourEyes:
    """Who drafted does not check and sign (article 32)."""

    @pytest.fixture
    async def drafted(self, office: Office, petition: Petition, matter: str) -> str:
        """The handler, who is legal reviewer and leader as well, has drafted the opinion."""
        with office.database.transaction() as session:
            for role in ("legal_reviewer", "unit_leader"):
                session.add(Membership(user_id="handler_zj", role=role, unit_id=HOUSING))
        key = task_of(office, petition, matter, "draft_opinion", HANDLERS)
        async with office.client("handler_zj") as drafter:
            await ask(drafter, key, "claim")
            assert (await ask(drafter, key, "completion", data=OPINION)).status_code == 200
        return matter

    @pytest.mark.parametrize(
        ("element", "group"), [("review_legality", LAWYERS), ("sign_opinion", LEADERS)]
    )
    async def test_at_claim(
        self, office: Office, petition: Petition, drafted: str, element: str, group: str
    ) -> None:
        key = task_of(office, petition, drafted, element, group)
        async with office.client("handler_zj") as drafter:
            task = await look(drafter, key)
            answer = await ask(drafter, key, "claim")

        assert (task["can_claim"], task["work"]["barred_by"]) == (
            False,
            "《信访工作条例》第三十二条第一款",
        )
        assert (answer.status_code, answer.json()["error"]) == (409, "SecondPersonNeeded")
        assert "第三十二条" in answer.json()["detail"]

    async def test_at_assignment(self, office: Office, petition: Petition, drafted: str) -> None:
        key = task_of(office, petition, drafted, "sign_opinion", LEADERS)
        async with office.client("unit_leader_zj") as leader:
            answer = await ask(leader, key, "assign", user="handler_zj")
            assert (await ask(leader, key, "claim")).status_code == 200

        assert answer.json()["error"] == "SecondPersonNeeded"

    async def test_at_completion_of_what_was_claimed_before(
        self, office: Office, petition: Petition, drafted: str
    ) -> None:
        signing = task_of(office, petition, drafted, "sign_opinion", LEADERS)
        async with office.client("unit_leader_zj") as leader:
            await ask(leader, signing, "claim")
            again = task_of(office, petition, drafted, "draft_opinion", LEADERS)
            await ask(leader, again, "claim")
            assert (await ask(leader, again, "completion", data=OPINION)).status_code == 200
            answer = await ask(leader, signing, "completion", data={"is_opinion_signed": "yes"})

        assert answer.json()["error"] == "SecondPersonNeeded"

    async def test_who_drafted_an_earlier_version_signs_that_of_a_colleague(
        self, office: Office, petition: Petition, drafted: str
    ) -> None:
        again = task_of(office, petition, drafted, "draft_opinion", HANDLERS)
        async with office.client("handler2_zj") as second:
            await ask(second, again, "claim")
            await ask(second, again, "completion", data=OPINION)
        key = task_of(office, petition, drafted, "sign_opinion", LEADERS)
        async with office.client("handler_zj") as first:
            assert (await ask(first, key, "claim")).status_code == 200

    async def test_another_matter_is_none_of_it(
        self, office: Office, petition: Petition, drafted: str
    ) -> None:
        assert drafted
        second = add_matter(office, petition, 2, **OPINION)
        key = task_of(office, petition, second, "sign_opinion", LEADERS)
        async with office.client("handler_zj") as drafter:
            assert (await ask(drafter, key, "claim")).status_code == 200


class TestVersions:
    """Nobody decides over a change that they have not seen."""

    async def test_a_stale_completion_is_told_what_changed_and_by_whom(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        seen = (await look(handler, hearing))["version"]
        async with office.client("unit_leader_zj") as leader:
            await ask(leader, hearing, "remarks", text="先联系家属。")

        refused = await ask(handler, hearing, "completion", data=HEARD, version=seen)

        assert (refused.status_code, refused.json()["error"]) == (409, "TaskChanged")
        [change] = refused.json()["changes"]
        assert (change["kind"], change["by"]["id"]) == ("remark_task", "unit_leader_zj")
        assert change["at"] == "2026-11-23T09:00:00+08:00"
        assert "先联系家属" not in refused.text
        with office.database.reading() as session:
            assert session.get(TaskDecision, hearing) is None
        again = await ask(
            handler, hearing, "completion", data=HEARD, version=refused.json()["version"]
        )
        assert again.status_code == 200

    async def test_what_one_changed_oneself_is_no_news(
        self, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        seen = (await look(handler, hearing))["version"]
        await ask(handler, hearing, "remarks", text="我的备注。")

        answer = await ask(handler, hearing, "completion", data=HEARD, version=seen)

        assert answer.status_code == 200

    async def test_a_task_that_went_through_other_hands_is_told_so(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        seen = (await look(handler, hearing))["version"]
        async with office.client("unit_leader_zj") as leader:
            await ask(leader, hearing, "assign", user="handler2_zj")
            await ask(leader, hearing, "assign", user="handler_zj")

        refused = await ask(handler, hearing, "completion", data=HEARD, version=seen)

        assert [one["kind"] for one in refused.json()["changes"]] == ["assign_task"] * 2
        assert refused.json()["changes"][0]["text"].endswith("承办人乙")
