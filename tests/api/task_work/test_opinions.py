"""Asking co-workers for their opinion at a task."""

import httpx
from sqlmodel import select

from records.demo import BUREAU
from records.models import Petition, TaskRemark
from tests.api.matter_tasks import task_of
from tests.api.office import Office
from tests.api.task_work.calls import HEARD, ask, look


class TestOpinions:
    """/api/tasks/{key}/opinions"""

    async def test_several_are_asked_and_the_holder_sees_who_has_answered(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        asked = await ask(
            handler, hearing, "opinions", users=["handler2_zj", "legal_zj"], question="可否受理？"
        )
        assert asked.json()["work"]["is_awaiting_opinions"] is True

        async with office.client("legal_zj") as lawyer:
            assert (await look(lawyer, hearing))["work"]["may_give_opinion"] is True
            given = await ask(
                lawyer, hearing, "opinions/mine", "PUT", stance="agree", answer="没有问题。"
            )
            assert (await lawyer.get("/api/tasks/asked")).json() == []

        assert given.json()["can_claim"] is False
        opinions = (await look(handler, hearing))["work"]["opinions"]
        assert {one["asked_of"]["id"]: one["stance"] for one in opinions} == {
            "handler2_zj": None,
            "legal_zj": "agree",
        }

    async def test_who_was_not_asked_does_not_see_the_task(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        async with office.client("legal_zj") as lawyer:
            assert (await lawyer.get(f"/api/tasks/{hearing}")).status_code == 404
            await ask(handler, hearing, "opinions", users=["legal_zj"], question="可否？")
            assert (await lawyer.get(f"/api/tasks/{hearing}")).status_code == 200
            assert (await ask(lawyer, hearing, "claim")).status_code == 404
            await ask(handler, hearing, "opinions/legal_zj", "DELETE")
            assert (await lawyer.get(f"/api/tasks/{hearing}")).status_code == 404

    async def test_completing_before_all_have_answered_asks_for_a_reason(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        await ask(handler, hearing, "opinions", users=["legal_zj"], question="可否？")
        refused = await ask(handler, hearing, "completion", data=HEARD)
        done = await ask(
            handler, hearing, "completion", data=HEARD, without_opinions="法制审核在外出差。"
        )

        assert (refused.status_code, refused.json()["error"]) == (422, "OpinionsOutstanding")
        assert refused.json()["errors"][0]["key"] == "without_opinions"
        assert done.status_code == 200
        with office.database.reading() as session:
            [kept] = session.exec(select(TaskRemark)).all()
        assert (kept.kind, kept.text) == ("without_opinions", "法制审核在外出差。")

    async def test_no_reason_is_asked_for_once_all_have_answered(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        await ask(handler, hearing, "opinions", users=["legal_zj"], question="可否？")
        async with office.client("legal_zj") as lawyer:
            await ask(lawyer, hearing, "opinions/mine", "PUT", stance="disagree", answer="先调查。")

        assert (await ask(handler, hearing, "completion", data=HEARD)).status_code == 200

    async def test_the_same_person_is_not_asked_twice_at_once(
        self, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        await ask(handler, hearing, "opinions", users=["legal_zj"], question="可否？")
        again = await ask(handler, hearing, "opinions", users=["legal_zj"], question="可否？")

        assert (again.status_code, again.json()["error"]) == (409, "OpinionAskedAlready")

    async def test_only_the_holder_asks_and_only_people_of_the_unit(
        self, office: Office, handler: httpx.AsyncClient, hearing: int
    ) -> None:
        async with office.client("handler2_zj") as second:
            other = await ask(second, hearing, "opinions", users=["legal_zj"], question="可否？")
        for user in ("handler_jy", "manager", "handler_zj"):
            answer = await ask(handler, hearing, "opinions", users=[user], question="可否？")
            assert answer.json()["error"] == "PersonNotFound", user

        assert other.json()["error"] == "TaskNotYours"

    async def test_a_report_is_shown_to_nobody_outside_its_desk(self, office: Office) -> None:
        petition = office.petition()
        with office.database.transaction() as session:
            session.get_one(Petition, petition.id).is_sealed = True
        key = task_of(office, petition, None, "hand_over_report", f"sealed_clerk@{BUREAU}")
        async with office.client("sealed") as clerk:
            await ask(clerk, key, "claim")
            assert (await look(clerk, key))["work"]["may_ask"] == []
            answer = await ask(clerk, key, "opinions", users=["classifier"], question="可否？")
            assert answer.json()["error"] == "PersonNotFound"
        async with office.client("supervisor") as supervisor:
            urged = await ask(supervisor, key, "urge", text="请抓紧")
        assert urged.json()["error"] == "TaskNotFound"
