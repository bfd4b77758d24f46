"""A deputy at work: tasks of who is away appear, are done, and go when the absence is over."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select

from records.demo import BUREAU
from records.models import AuditEntry, Petition, TaskDecision, User
from records.people import person_of
from records.tasks.claiming import claim_task
from records.tasks.rules import TaskRef
from tests.api.office import ANSWER, HOUSING, Office
from tests.api.sealed_cases import SEALED_GROUP, sealed_case

HANDLERS = (f"handler@{HOUSING}",)
MON_23, FRI_27 = "2026-11-23", "2026-11-27"
OURS = {"Accept": "text/html"}


def absence(deputy: str = "acceptance_zj", **more: Any) -> dict[str, Any]:
    return {"deputy": deputy, "first_day": MON_23, "last_day": FRI_27} | more


async def enter(office: Office, user: str, given: dict[str, Any]) -> httpx.Response:
    async with office.client(user) as client:
        return await client.post("/api/absences", json=given)


def held_task(office: Office, user_id: str = "handler_zj") -> int:
    """A task of the unit that this person has claimed."""
    petition = office.petition()
    office.at_unit(petition)
    key = office.task(petition, "handle_petition", HANDLERS)
    claimed(office, key, petition, HANDLERS, user_id)
    return key


def claimed(
    office: Office, key: int, petition: Petition, groups: tuple[str, ...], user_id: str
) -> None:
    task = TaskRef(key, petition.id, BUREAU, "handle_petition", None, groups, is_open=True)
    with office.database.transaction() as session:
        person = person_of(session, session.get_one(User, user_id))
        claim_task(session, person, task, now=office.clock.now())


async def keys_of(client: httpx.AsyncClient, scope: str = "mine") -> list[int]:
    rows = (await client.get("/api/tasks", params={"scope": scope})).json()["tasks"]
    return [int(row["key"]) for row in rows]


async def test_tasks_follow_the_deputy_and_return(office: Office) -> None:
    key = held_task(office)
    async with office.client("acceptance_zj") as deputy:
        assert await keys_of(deputy) == []
        assert (await deputy.get(f"/api/tasks/{key}")).status_code == 404

        assert (await enter(office, "handler_zj", absence())).status_code == 201
        assert await keys_of(deputy) == [key]
        task = (await deputy.get(f"/api/tasks/{key}")).json()
        assert (task["is_mine"], task["stands_in_for"]["id"]) == (True, "handler_zj")
        assert (await deputy.get("/api/session")).json()["represents"][0]["id"] == "handler_zj"

        office.clock.move(timedelta(days=5))
        assert await keys_of(deputy) == []
        assert (await deputy.get(f"/api/tasks/{key}")).status_code == 404
    async with office.client("handler_zj") as owner:
        assert await keys_of(owner) == [key]


async def test_a_deputy_claims_and_completes_in_the_name_of_who_is_away(office: Office) -> None:
    petition = office.petition()
    office.at_unit(petition)
    key = office.task(petition, "handle_petition", HANDLERS)
    await enter(office, "handler_zj", absence())

    async with office.client("acceptance_zj") as deputy:
        assert await keys_of(deputy, "free") == [key]
        taken = (await deputy.post(f"/api/tasks/{key}/claim")).json()
        assert (taken["holder"]["id"], taken["is_mine"]) == ("handler_zj", True)
        data = {"outcome": "support", "answer": ANSWER}
        done = await deputy.post(f"/api/tasks/{key}/completion", json={"data": data})
        assert done.status_code == 200, done.text
        case = (await deputy.get(f"/api/petitions/{petition.number}")).json()

    with office.database.reading() as session:
        decision = session.get_one(TaskDecision, key)
    assert (decision.decided_by, decision.decided_for) == ("acceptance_zj", "handler_zj")
    told = [one for one in case["history"] if one["represents"]]
    assert {(one["actor"]["id"], one["represents"]["id"]) for one in told} == {
        ("acceptance_zj", "handler_zj")
    }
    assert ("assign_task", {"task_key": key, "assignee": "handler_zj"}) in office.outbox()


async def test_the_case_page_names_both(office: Office) -> None:
    petition = office.petition()
    office.at_unit(petition)
    key = office.task(petition, "handle_petition", HANDLERS)
    await enter(office, "handler_zj", absence())

    async with office.client("acceptance_zj") as deputy:
        page = await deputy.get(f"/tasks/{key}", headers=OURS)
        assert "您代理住房和城乡建设局承办人办理" in page.text
        await deputy.post(f"/api/tasks/{key}/claim")
        page = await deputy.get(f"/petitions/{petition.number}", headers=OURS)

    assert "住房和城乡建设局收文受理 · 代住房和城乡建设局承办人" in page.text


async def test_of_a_sealed_desk_nothing_reaches_the_deputy(office: Office) -> None:
    case = sealed_case(office, 3)
    key = case.task_keys[1]
    claimed(office, key, case.petition, SEALED_GROUP, "sealed")
    given = absence("classifier", person="sealed")
    assert (await enter(office, "leader", given)).status_code == 201

    async with office.client("classifier") as deputy:
        for scope in ("mine", "free", "groups"):
            assert await keys_of(deputy, scope) == []
        for path in (f"/api/tasks/{key}", f"/api/petitions/{case.petition.number}"):
            assert (await deputy.get(path)).status_code == 404
        assert (await deputy.post(f"/api/tasks/{key}/claim")).status_code == 404
        assert (await deputy.get("/api/sealed")).status_code == 404


async def test_an_ordinary_task_of_a_petition_that_was_sealed_is_not_listed(
    office: Office,
) -> None:
    key = held_task(office)
    await enter(office, "handler_zj", absence())
    with office.database.transaction() as session:
        petition = session.exec(select(Petition)).one()
        petition.is_sealed = True
        session.add(petition)

    async with office.client("acceptance_zj") as deputy:
        assert await keys_of(deputy) == []
        assert (await deputy.get(f"/api/tasks/{key}")).status_code == 404


async def test_an_absence_is_seen_by_whom_it_concerns_and_ended_by_whose_it_is(
    office: Office,
) -> None:
    made = (await enter(office, "handler_zj", absence())).json()
    assert made["is_running"] is True
    end = f"/api/absences/{made['id']}/end"

    for user, sees, may_end in (
        ("acceptance_zj", True, False),
        ("unit_leader_zj", True, True),
        ("handler2_zj", False, False),
    ):
        async with office.client(user) as client:
            shown = (await client.get("/api/absences")).json()["absences"]
            assert [one["may_end"] for one in shown] == ([may_end] if sees else [])
            if not may_end:
                assert (await client.post(end)).status_code == 404
    async with office.client("handler_zj") as owner:
        assert (await owner.post(end)).status_code == 200
        assert (await owner.get("/api/absences")).json() == {"absences": []}


@pytest.mark.parametrize(
    ("given", "status", "error"),
    [
        (absence("handler_jy"), 422, "DeputyUnfit"),
        (absence("nobody"), 422, "DeputyUnfit"),
        (absence(first_day=FRI_27, last_day=MON_23), 422, "AbsenceDates"),
        (absence(person="handler_jy"), 422, "PersonNotFound"),
        (absence(person="nobody"), 422, "PersonNotFound"),
        (absence(first_day="tomorrow"), 422, "InvalidInput"),
    ],
)
async def test_what_cannot_be_is_refused(
    office: Office, given: dict[str, Any], status: int, error: str
) -> None:
    answer = await enter(office, "handler_zj", given)

    assert (answer.status_code, answer.json()["error"]) == (status, error)


async def test_chains_are_refused(office: Office) -> None:
    await enter(office, "handler_zj", absence())

    answer = await enter(office, "acceptance_zj", absence("legal_zj"))

    assert (answer.status_code, answer.json()["error"]) == (409, "DeputyNeeded")


class TestPage:
    async def test_one_enters_and_ends_an_absence_without_scripts(self, office: Office) -> None:
        async with office.client("handler_zj") as client:
            page = await client.get("/account", headers=OURS)
            assert 'value="acceptance_zj"' in page.text
            assert 'value="handler_jy"' not in page.text

            done = await client.post("/account/absences", data=absence(), headers=OURS)
            assert done.headers["location"] == "/account?done=absence#absences"
            made = (await client.get("/api/absences")).json()["absences"][0]
            page = await client.get("/account", headers=OURS)
            assert "正在代理" in page.text
            await client.post(f"/account/absences/{made['id']}/end", headers=OURS)
            assert "没有外出安排" in (await client.get("/account", headers=OURS)).text

    async def test_what_was_typed_stays_with_the_reason(self, office: Office) -> None:
        given = absence(first_day=FRI_27, last_day=MON_23)
        async with office.client("handler_zj") as client:
            page = await client.post("/account/absences", data=given, headers=OURS)
            empty = await client.post("/account/absences", data={}, headers=OURS)

        assert page.status_code == 422
        assert "最后一日不得早于第一日" in page.text
        assert f'value="{FRI_27}"' in page.text
        assert "请选择代理人" in empty.text

    async def test_a_leader_chooses_among_the_unit_and_any_deputy(self, office: Office) -> None:
        given = absence("handler_jy", who="handler_zj")
        async with office.client("unit_leader_zj") as client:
            page = await client.get("/account", headers=OURS)
            assert '<select name="who">' in page.text
            done = await client.post("/account/absences", data=given, headers=OURS)

        assert done.status_code == 303
        with office.database.reading() as session:
            entered = session.exec(
                select(AuditEntry).where(AuditEntry.action == "enter_absence")
            ).one()
        assert (entered.actor, entered.detail["deputy"]) == ("unit_leader_zj", "handler_jy")
        assert date.fromisoformat(entered.detail["last_day"]) == date(2026, 11, 27)
