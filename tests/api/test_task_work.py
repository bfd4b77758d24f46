"""Working on a task together: delegation with return, opinions, urging, remarks, sending back."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select

from records.demo import BUREAU
from records.interest import keep_interested
from records.models import AuditEntry, Membership, Petition, TaskDecision, TaskRemark
from tests.api.matter_tasks import add_matter, matter_of, task_of
from tests.api.office import HOUSING, Office

HANDLERS, LEADERS = f"handler@{HOUSING}", f"unit_leader@{HOUSING}"
LAWYERS = f"legal_reviewer@{HOUSING}"
HEARD: dict[str, Any] = {"heard_on": "2026-11-23", "statement": "陈述如下。"}
OPINION: dict[str, Any] = {
    "outcome": "support",
    "facts": "经核实，电梯停用属实。",
    "answer": "电梯已于上周修复并通过检验，现予答复。",
    "legal_basis": "《信访工作条例》第三十二条",
}


async def ask(
    client: httpx.AsyncClient, key: int, path: str, method: str = "POST", **body: Any
) -> httpx.Response:
    return await client.request(method, f"/api/tasks/{key}/{path}", json=body or None)


async def look(client: httpx.AsyncClient, key: int) -> dict[str, Any]:
    task: dict[str, Any] = (await client.get(f"/api/tasks/{key}")).json()
    return task


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition on file."""
    return office.petition()


@pytest.fixture
def matter(office: Office, petition: Petition) -> str:
    """Its matter at the housing unit."""
    return add_matter(office, petition)


@pytest.fixture
async def hearing(
    office: Office, petition: Petition, matter: str, handler: httpx.AsyncClient
) -> int:
    """A task to hear the petitioner, held by the first handler."""
    key = task_of(office, petition, matter, "hear_petitioner", HANDLERS)
    assert (await ask(handler, key, "claim")).status_code == 200
    return key


def acts(office: Office, petition: Petition) -> list[tuple[str, str]]:
    with office.database.reading() as session:
        found = session.exec(
            select(AuditEntry).where(AuditEntry.petition_id == petition.id).order_by("id")
        ).all()
        return [(one.action, one.actor) for one in found if "task_key" in one.detail]


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

    async def test_a_foreign_task_does_not_exist(
        self, foreigner: httpx.AsyncClient, hearing: int
    ) -> None:
        body = {"user": "handler2_zj", "question": "请核实。"}
        for path, method, sent in (
            ("delegation", "POST", body),
            ("delegation/answer", "POST", {"answer": "好"}),
            ("delegation", "DELETE", {}),
            ("opinions", "POST", {"users": ["handler2_zj"], "question": "请核实。"}),
            ("opinions/mine", "PUT", {"stance": "agree"}),
            ("opinions/legal_zj", "DELETE", {}),
            ("urge", "POST", {"text": "请抓紧"}),
            ("remarks", "POST", {"text": "备注"}),
            ("send-back", "POST", {"reason": "不清楚"}),
            ("draft", "GET", {}),
            ("draft", "PUT", {"data": {}}),
            ("draft", "DELETE", {}),
        ):
            answer = await ask(foreigner, hearing, path, method, **sent)
            assert (answer.status_code, answer.json()["error"]) == (404, "TaskNotFound"), path


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
