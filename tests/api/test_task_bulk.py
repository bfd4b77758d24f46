"""Several tasks at once with one report, and the next case of a list."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel import select

from api.i18n.errors_zh import ERRORS
from records.models import TaskDecision, TaskRemark
from tests.api.matter_tasks import add_matter, task_of
from tests.api.office import HOUSING, Office
from tests.api.test_task_actions import add_classifier

CHOICE: dict[str, Any] = {"category": "claim", "unit": HOUSING}


async def bulk(client: httpx.AsyncClient, action: str, keys: list[int], **more: Any) -> Any:
    answer = await client.post("/api/tasks/bulk", json={"action": action, "keys": keys} | more)
    return answer


def keys_of(rows: list[dict[str, Any]]) -> list[int]:
    return [int(row["key"]) for row in rows]


class TestBulk:
    """POST /api/tasks/bulk"""

    async def test_one_conflict_stops_no_other_and_the_report_says_why(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        add_classifier(office)
        first, taken, third = (office.task(office.petition()) for _ in range(3))
        async with office.client("classifier_two") as second:
            await second.post(f"/api/tasks/{taken}/claim")

        report = (await bulk(classifier, "claim", [first, taken, third])).json()

        assert keys_of(report["done"]) == [first, third]
        [failed] = report["failed"]
        assert (int(failed["key"]), failed["error"]) == (taken, "TaskHeld")
        assert failed["detail"] == ERRORS["TaskHeld"]
        assert failed["number"]
        claims = [command for command in office.outbox() if command[0] == "assign_task"]
        assert len(claims) == 3

    async def test_a_task_of_others_is_reported_as_one_that_does_not_exist(
        self, office: Office, foreigner: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())

        report = (await bulk(foreigner, "claim", [key, 1])).json()

        assert report["done"] == []
        told = [(one["error"], one["number"], one["name"]) for one in report["failed"]]
        assert told == [("TaskNotFound", None, None)] * 2

    async def test_a_leader_assigns_several(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        add_classifier(office)
        keys = [office.task(office.petition()) for _ in range(3)]
        office.end_task(keys[1])
        async with office.client("leader") as leader:
            report = (await bulk(leader, "assign", keys, user="classifier_two")).json()
        refused = (await bulk(classifier, "assign", keys[:1], user="classifier")).json()

        assert keys_of(report["done"]) == [keys[0], keys[2]]
        assert report["failed"][0]["error"] == "TaskEnded"
        assert refused["failed"][0]["error"] == "LeaderNeeded"

    async def test_a_remark_on_several(self, office: Office, classifier: httpx.AsyncClient) -> None:
        keys = [office.task(office.petition()) for _ in range(2)]

        await bulk(classifier, "remark", keys, text="与上周来件相同。")

        with office.database.reading() as session:
            remarks = session.exec(select(TaskRemark)).all()
        assert {(one.task_key, one.text) for one in remarks} == {
            (key, "与上周来件相同。") for key in keys
        }

    async def test_one_form_completes_several_and_each_is_checked_alone(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        keys = [office.task(office.petition()) for _ in range(3)]
        office.proposed(keys[1], "appeal")  # deciding otherwise needs a reason
        await bulk(classifier, "claim", keys)

        report = (await bulk(classifier, "complete", keys, data=CHOICE)).json()
        again = (await bulk(classifier, "complete", keys, data=CHOICE)).json()

        assert keys_of(report["done"]) == [keys[0], keys[2]]
        assert [one["error"] for one in report["failed"]] == ["OverrideNeedsReason"]
        assert again["done"] == report["done"]
        with office.database.reading() as session:
            assert {one.task_key for one in session.exec(select(TaskDecision))} == {
                keys[0],
                keys[2],
            }

    async def test_tasks_of_two_steps_have_no_one_form(self, office: Office) -> None:
        petition = office.petition()
        matter = add_matter(office, petition)
        group = f"handler@{HOUSING}"
        keys = [
            task_of(office, petition, matter, element, group)
            for element in ("hear_petitioner", "complete_closing_checks")
        ]
        async with office.client("handler_zj") as handler:
            answer = await bulk(handler, "complete", keys, data={})

        assert (answer.status_code, answer.json()["error"]) == (422, "BulkMixed")

    async def test_a_form_that_asks_for_a_text_is_filled_in_one_by_one(
        self, office: Office
    ) -> None:
        petition = office.petition()
        matter = add_matter(office, petition)
        key = task_of(office, petition, matter, "hear_petitioner", f"handler@{HOUSING}")
        async with office.client("handler_zj") as handler:
            answer = await bulk(handler, "complete", [key], data={})

        assert (answer.status_code, answer.json()["error"]) == (422, "BulkNeedsText")

    @pytest.mark.parametrize("action", ["assign", "remark", "complete"])
    async def test_what_is_missing_is_asked_for(
        self, office: Office, classifier: httpx.AsyncClient, action: str
    ) -> None:
        answer = await bulk(classifier, action, [office.task(office.petition())])

        assert (answer.status_code, answer.json()["error"]) == (422, "BulkIncomplete")

    async def test_at_most_a_hundred(self, classifier: httpx.AsyncClient) -> None:
        assert (await bulk(classifier, "claim", list(range(101)))).status_code == 422


class TestNext:
    """GET /api/tasks/next"""

    @pytest.fixture
    def by_due(self, office: Office) -> list[int]:
        """Three tasks: due first, due last, without a due day."""
        keys = []
        for started_on in (date(2026, 11, 20), date(2026, 11, 23), None):
            petition = office.petition()
            if started_on:
                office.clock_for(petition, started_on=started_on)
            keys.append(office.task(petition))
        return keys

    async def test_it_goes_by_due_day_and_begins_anew_after_the_last(
        self, classifier: httpx.AsyncClient, by_due: list[int]
    ) -> None:
        found = []
        after = by_due[0]
        for _ in range(3):
            answer = await classifier.get(f"/api/tasks/next?scope=free&after={after}")
            after = int(answer.json()["key"])
            found.append(after)

        assert found == [by_due[1], by_due[2], by_due[0]]

    async def test_it_keeps_to_the_filter(
        self, classifier: httpx.AsyncClient, by_due: list[int]
    ) -> None:
        await classifier.post(f"/api/tasks/{by_due[2]}/claim")

        mine = await classifier.get(f"/api/tasks/next?scope=mine&after={by_due[0]}")
        none = await classifier.get(f"/api/tasks/next?scope=mine&after={by_due[2]}")

        assert mine.json() == {"key": str(by_due[2])}
        assert none.json() == {"key": None}

    async def test_without_a_task_it_is_the_first_one(
        self, classifier: httpx.AsyncClient, by_due: list[int]
    ) -> None:
        answer = await classifier.get("/api/tasks/next?scope=free")

        assert answer.json() == {"key": str(by_due[0])}

    async def test_foreign_tasks_are_not_next(
        self, foreigner: httpx.AsyncClient, by_due: list[int]
    ) -> None:
        answer = await foreigner.get(f"/api/tasks/next?scope=groups&after={by_due[0]}")

        assert answer.json() == {"key": None}
