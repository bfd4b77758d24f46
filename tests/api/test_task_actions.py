"""Taking, giving back, assigning and deciding tasks."""

import threading
from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel import select

from records.demo import BUREAU
from records.models import AuditEntry, Membership, Petition, TaskDecision, TaskHold, Unit, User
from records.people import person_of
from records.tasks.claiming import claim_task
from records.tasks.errors import TaskHeld
from records.tasks.rules import TaskRef
from tests.api.office import HOUSING, Office

CHOICE: dict[str, Any] = {"category": "claim", "unit": HOUSING}


async def post(client: httpx.AsyncClient, key: int, act: str, **body: Any) -> httpx.Response:
    return await client.post(f"/api/tasks/{key}/{act}", json=body or None)


def add_classifier(office: Office, user_id: str = "classifier_two") -> None:
    """A second classifier in the bureau."""
    with office.database.transaction() as session:
        session.add(User(id=user_id, name="分类岗乙", password_hash="x", is_demo=True))
        session.flush()
        session.add(Membership(user_id=user_id, role="classifier", unit_id=BUREAU))


class TestOneTask:
    """GET /api/tasks/{key}"""

    async def test_it_comes_with_its_form_and_what_the_form_starts_from(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())

        task = (await classifier.get(f"/api/tasks/{key}")).json()

        assert task["form"]["id"] == "classify_petition"
        assert {"label": "示范市教育局", "value": "990100-jy"} in task["data"]["unit_options"]
        assert BUREAU not in {option["value"] for option in task["data"]["unit_options"]}
        assert (task["state"], task["is_mine"], task["can_claim"]) == ("open", False, True)

    async def test_a_dissolved_unit_is_neither_offered_nor_taken(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        with office.database.transaction() as session:
            session.get_one(Unit, HOUSING).dissolved_on = date(2020, 1, 1)
        await post(classifier, key, "claim")

        task = (await classifier.get(f"/api/tasks/{key}")).json()
        answer = await post(classifier, key, "completion", data=CHOICE)

        assert HOUSING not in {option["value"] for option in task["data"]["unit_options"]}
        assert (answer.status_code, answer.json()["error"]) == (422, "FormInvalid")

    async def test_a_foreign_task_does_not_exist(
        self, office: Office, foreigner: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())

        foreign, unknown = [await foreigner.get(f"/api/tasks/{k}") for k in (key, 1)]

        assert foreign.status_code == 404
        assert foreign.json() == unknown.json()
        for act, body in (("claim", {}), ("release", {}), ("assign", {"user": "classifier"})):
            assert (await post(foreigner, key, act, **body)).json()["error"] == "TaskNotFound"
        answer = await post(foreigner, key, "completion", data=CHOICE)
        assert answer.json()["error"] == "TaskNotFound"

    @pytest.mark.parametrize("key", ["abc", "-1", "9" * 30])
    async def test_what_is_no_key_is_not_found(
        self, classifier: httpx.AsyncClient, key: str
    ) -> None:
        answer = await classifier.get(f"/api/tasks/{key}")

        assert (answer.status_code, answer.json()["error"]) == (404, "NotFound")


class TestClaim:
    """POST /api/tasks/{key}/claim"""

    async def test_a_claimed_task_is_mine_and_the_engine_is_told(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())

        answer = await post(classifier, key, "claim")

        assert answer.status_code == 200
        assert answer.json()["is_mine"] is True
        command = ("assign_task", {"task_key": key, "assignee": "classifier"})
        assert office.outbox()[-1] == command

    async def test_claiming_what_one_holds_changes_nothing(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        await post(classifier, key, "claim")
        before = office.outbox()

        assert (await post(classifier, key, "claim")).status_code == 200
        assert office.outbox() == before

    async def test_the_second_one_is_told_that_it_is_taken_but_not_by_whom(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        add_classifier(office)
        key = office.task(office.petition())
        await post(classifier, key, "claim")

        async with office.client("classifier_two") as second:
            answer = await post(second, key, "claim")

        assert (answer.status_code, answer.json()["error"]) == (409, "TaskHeld")
        assert "分类岗" not in answer.text

    def test_of_two_who_claim_at_the_same_moment_one_wins(self, office: Office) -> None:
        add_classifier(office)
        key = office.task(office.petition())
        groups = (f"classifier@{BUREAU}",)
        task = TaskRef(key, None, BUREAU, "classify_petition", None, groups, is_open=True)
        outcomes: dict[str, str] = {}
        together = threading.Barrier(2)

        def claim(user_id: str) -> None:
            together.wait()
            try:
                with office.database.transaction() as session:
                    person = person_of(session, session.get_one(User, user_id))
                    claim_task(session, person, task, now=office.clock.now())
                outcomes[user_id] = "won"
            except TaskHeld:
                outcomes[user_id] = "held"

        users = ("classifier", "classifier_two")
        threads = [threading.Thread(target=claim, args=(user,)) for user in users]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(outcomes.values()) == ["held", "won"]
        with office.database.reading() as session:
            hold = session.get_one(TaskHold, key)
            assert outcomes[hold.user_id] == "won"

    async def test_a_task_the_engine_took_away_cannot_be_claimed(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        office.end_task(key)

        assert (await post(classifier, key, "claim")).json()["error"] == "TaskEnded"

    async def test_a_leader_who_is_no_candidate_assigns_and_does_not_claim(
        self, office: Office
    ) -> None:
        key = office.task(office.petition())
        async with office.client("leader") as leader:
            assert (await post(leader, key, "claim")).json()["error"] == "TaskNotFound"


class TestRelease:
    """POST /api/tasks/{key}/release"""

    async def test_what_is_given_back_can_be_taken_by_others(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        add_classifier(office)
        key = office.task(office.petition())
        await post(classifier, key, "claim")

        assert (await post(classifier, key, "release")).json()["holder"] is None
        assert office.outbox()[-1] == ("unassign_task", {"task_key": key})
        async with office.client("classifier_two") as second:
            assert (await post(second, key, "claim")).status_code == 200

    async def test_a_colleague_cannot_give_it_back_but_the_leader_can(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        add_classifier(office)
        key = office.task(office.petition())
        await post(classifier, key, "claim")

        async with office.client("classifier_two") as second, office.client("leader") as leader:
            assert (await post(second, key, "release")).json()["error"] == "TaskNotYours"
            assert (await post(leader, key, "release")).status_code == 200

    async def test_giving_back_what_nobody_holds_changes_nothing(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        before = office.outbox()

        assert (await post(classifier, key, "release")).status_code == 200
        assert office.outbox() == before


class TestAssign:
    """POST /api/tasks/{key}/assign"""

    async def test_a_leader_passes_a_task_on(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        add_classifier(office)
        key = office.task(office.petition())
        await post(classifier, key, "claim")

        async with office.client("leader") as leader:
            candidates = (await leader.get(f"/api/tasks/{key}")).json()["candidates"]
            answer = await post(leader, key, "assign", user="classifier_two")

        assert {one["id"] for one in candidates} == {"classifier", "classifier_two"}
        assert answer.json()["holder"]["id"] == "classifier_two"
        assert office.outbox()[-1][1]["assignee"] == "classifier_two"

    async def test_only_a_leader_assigns(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())

        answer = await post(classifier, key, "assign", user="classifier")

        assert (answer.status_code, answer.json()["error"]) == (403, "LeaderNeeded")

    async def test_only_members_of_the_groups_can_be_chosen(self, office: Office) -> None:
        key = office.task(office.petition())
        async with office.client("leader") as leader:
            for user in ("handler_zj", "nobody"):
                answer = await post(leader, key, "assign", user=user)
                assert (answer.status_code, answer.json()["error"]) == (422, "PersonNotFound")


class TestCompletion:
    """POST /api/tasks/{key}/completion"""

    async def test_the_decision_is_kept_and_only_its_codes_reach_the_engine(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        key = office.task(petition)
        await post(classifier, key, "claim")

        answer = await post(classifier, key, "completion", data=CHOICE | {"note": "按属地"})

        assert answer.status_code == 200
        assert answer.json()["decided_at"] == "2026-11-23T09:00:00+08:00"
        assert office.outbox()[-1] == ("complete_task", {"task_key": key, "variables": CHOICE})
        with office.database.reading() as session:
            kept = session.get_one(Petition, petition.id)
            assert (kept.category, kept.unit_id) == ("claim", HOUSING)
            assert session.get_one(TaskDecision, key).data["note"] == "按属地"
            [act] = session.exec(
                select(AuditEntry).where(AuditEntry.action == "classify_petition")
            ).all()
            assert act.actor == "classifier"
            assert session.get(TaskHold, key) is None

    async def test_the_same_again_is_harmless(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        await post(classifier, key, "claim")
        first = await post(classifier, key, "completion", data=CHOICE)
        commands = office.outbox()
        office.end_task(key)

        second = await post(classifier, key, "completion", data=CHOICE)

        assert second.status_code == 200
        assert second.json() == first.json()
        assert office.outbox() == commands

    async def test_other_data_afterwards_is_refused(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        await post(classifier, key, "claim")
        await post(classifier, key, "completion", data=CHOICE)

        answer = await post(classifier, key, "completion", data=CHOICE | {"category": "opinion"})

        assert (answer.status_code, answer.json()["error"]) == (409, "TaskDecided")

    async def test_only_the_holder_decides(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())

        answer = await post(classifier, key, "completion", data=CHOICE)

        assert (answer.status_code, answer.json()["error"]) == (409, "TaskNotYours")

    async def test_a_task_that_has_ended_is_not_decided(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        await post(classifier, key, "claim")
        office.end_task(key)

        answer = await post(classifier, key, "completion", data=CHOICE)

        assert (answer.status_code, answer.json()["error"]) == (409, "TaskEnded")

    @pytest.mark.parametrize(
        ("data", "field"),
        [
            ({"unit": HOUSING}, "category"),
            ({"category": "complaint", "unit": HOUSING}, "category"),
            ({"category": "claim", "unit": "990100-xx"}, "unit"),
            ({"category": "claim", "unit": HOUSING, "note": "长" * 1001}, "note"),
            ({"category": "claim", "unit": HOUSING, "bureau": "x"}, "bureau"),
        ],
    )
    async def test_a_form_that_is_not_valid_changes_nothing(
        self,
        office: Office,
        classifier: httpx.AsyncClient,
        data: dict[str, Any],
        field: str,
    ) -> None:
        key = office.task(office.petition())
        await post(classifier, key, "claim")
        before = office.outbox()

        answer = await post(classifier, key, "completion", data=data)

        assert (answer.status_code, answer.json()["error"]) == (422, "FormInvalid")
        [fault] = answer.json()["errors"]
        assert fault["key"] == field
        assert fault["label"]
        assert fault["message"]
        assert office.outbox() == before
        with office.database.reading() as session:
            assert session.get(TaskDecision, key) is None
            assert session.get_one(TaskHold, key).user_id == "classifier"

    async def test_faults_are_told_in_the_language_asked_for(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        await post(classifier, key, "claim")
        classifier.headers["Accept-Language"] = "en"

        answer = await post(classifier, key, "completion", data={"unit": HOUSING})

        assert answer.json()["errors"][0]["message"] == "This field is required."

    async def test_a_body_without_data_is_refused(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        await post(classifier, key, "claim")

        for body in ({"form": {}}, {"data": []}, {"data": {"note": "\x00"}}):
            answer = await post(classifier, key, "completion", **body)
            assert (answer.status_code, answer.json()["error"]) == (422, "InvalidInput")
