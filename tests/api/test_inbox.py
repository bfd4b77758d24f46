"""The inbox: whose tasks, in which order, page by page."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import event, text

from api.queries import inbox
from api.queries.inbox_columns import SORTS
from api.queries.inbox_filter import InboxFilter, Scope
from records.models import User
from records.people import person_of
from tests.api.office import HOUSING, SCHOOLS, Office

HANDLERS = (f"handler@{HOUSING}",)


async def rows(client: httpx.AsyncClient, **query: str) -> list[dict[str, Any]]:
    answer = await client.get("/api/tasks", params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["tasks"]
    return found


async def subjects(client: httpx.AsyncClient, **query: str) -> list[str]:
    return [row["subject"] for row in await rows(client, **query)]


def at_handler(office: Office, subject: str, started_on: date | None, minutes: int = 0) -> int:
    """A petition at the housing unit; its clock began on this day."""
    petition = office.petition(subject)
    office.at_unit(petition)
    if started_on:
        office.clock_for(petition, started_on=started_on)
    created = timedelta(minutes=minutes)
    return office.task(petition, "handle_petition", HANDLERS, created=created)


async def test_a_row_says_what_until_when_and_who(
    office: Office, handler: httpx.AsyncClient
) -> None:
    key = at_handler(office, "电梯停用", date(2026, 11, 20))

    [row] = await rows(handler)

    assert row["key"] == str(key)
    assert row["name"] == "调查并提出处理意见"
    assert row["due_on"] == "2027-01-19"
    assert row["days_left"] == 57
    assert row["holder"] is None
    assert row["created_at"].endswith("+08:00")


async def test_groups_show_free_tasks_and_mine_but_not_a_colleagues(
    office: Office, classifier: httpx.AsyncClient
) -> None:
    for subject in ("mine", "free"):
        key = office.task(office.petition(subject))
        if subject == "mine":
            await classifier.post(f"/api/tasks/{key}/claim")

    assert sorted(await subjects(classifier, scope="groups")) == ["free", "mine"]
    assert await subjects(classifier, scope="mine") == ["mine"]
    assert await subjects(classifier, scope="free") == ["free"]


async def test_what_a_colleague_holds_is_listed_for_the_leader_only(office: Office) -> None:
    key = at_handler(office, "电梯停用", None)
    async with office.client("handler_zj") as handler, office.client("unit_leader_zj") as leader:
        # A leader who is no candidate opens and assigns; claiming is not offered.
        assert [row["can_claim"] for row in await rows(handler)] == [True]
        assert [row["can_claim"] for row in await rows(leader, scope="unit")] == [False]
        await handler.post(f"/api/tasks/{key}/claim")

        [row] = await rows(leader, scope="unit")
        assert row["holder"]["id"] == "handler_zj"
        assert await rows(leader, scope="groups") == []
        assert (await handler.get("/api/tasks?scope=unit")).json()["error"] == "RoleMissing"


async def test_all_is_everything_for_the_manager_and_ones_own_for_others(
    office: Office, manager: httpx.AsyncClient, handler: httpx.AsyncClient
) -> None:
    at_handler(office, "电梯停用", None)
    office.task(office.petition("待分类"))

    assert sorted(await subjects(manager, scope="all")) == ["待分类", "电梯停用"]
    assert await subjects(handler, scope="all") == ["电梯停用"]


async def test_foreign_units_see_nothing(office: Office, foreigner: httpx.AsyncClient) -> None:
    at_handler(office, "电梯停用", None)

    assert await rows(foreigner) == []
    assert await rows(foreigner, scope="all") == []


async def test_ended_and_decided_tasks_are_gone(
    office: Office, classifier: httpx.AsyncClient
) -> None:
    ended, decided = office.task(office.petition("ended")), office.task(office.petition("decided"))
    office.end_task(ended)
    await classifier.post(f"/api/tasks/{decided}/claim")
    data = {"category": "claim", "unit": HOUSING}
    await classifier.post(f"/api/tasks/{decided}/completion", json={"data": data})

    assert await rows(classifier) == []
    assert await rows(classifier, scope="mine") == []


async def test_a_task_in_two_of_my_groups_is_one_row(office: Office) -> None:
    groups = ("classifier@990100-xf", "bureau_leader@990100-xf")
    office.task(office.petition(), groups=groups)
    with office.database.transaction() as session:
        session.execute(
            text("INSERT INTO membership VALUES ('classifier', 'bureau_leader', '990100-xf')")
        )
    async with office.client("classifier") as client:
        assert len(await rows(client)) == 1


@pytest.fixture(params=["short list", "long list"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of reading the inbox give the same pages."""
    kind: str = request.param
    if kind == "long list":
        monkeypatch.setattr(inbox, "FEW", 0)
    return kind


@pytest.mark.usefixtures("either_way")
class TestOrder:
    """Sorting, filtering and paging, whichever way the list is read."""

    @pytest.mark.parametrize(
        ("sort", "expected"),
        [
            ("due", ["october", "november", "november too", "none", "none too"]),
            ("-due", ["november too", "november", "october", "none too", "none"]),
            ("created", ["november", "none", "october", "none too", "november too"]),
            ("-created", ["november too", "none too", "october", "none", "november"]),
        ],
    )
    @pytest.mark.parametrize("limit", ["1", "2", "50"])
    async def test_pages_follow_the_order_and_tasks_without_due_day_come_last(
        self,
        office: Office,
        handler: httpx.AsyncClient,
        sort: str,
        expected: list[str],
        limit: str,
    ) -> None:
        at_handler(office, "november", date(2026, 11, 2), 0)
        at_handler(office, "none", None, 1)
        at_handler(office, "october", date(2026, 10, 9), 2)
        at_handler(office, "none too", None, 3)
        at_handler(office, "november too", date(2026, 11, 2), 4)

        seen: list[str] = []
        query = {"sort": sort, "limit": limit}
        while True:
            page = (await handler.get("/api/tasks", params=query)).json()
            seen += [row["subject"] for row in page["tasks"]]
            if page["next"] is None:
                break
            query["cursor"] = page["next"]

        assert seen == expected

    async def test_filters_narrow_the_list(
        self, office: Office, handler: httpx.AsyncClient
    ) -> None:
        at_handler(office, "电梯停用", date(2026, 11, 20))
        at_handler(office, "电梯漏水", None)

        assert await subjects(handler, q="漏水") == ["电梯漏水"]
        assert await subjects(handler, q="漏%") == []
        assert await subjects(handler, due_before="2027-01-20") == ["电梯停用"]
        assert await subjects(handler, due_before="2027-01-19") == []
        assert await subjects(handler, element="handle_petition", unit=HOUSING, q="停用") == [
            "电梯停用"
        ]
        assert await subjects(handler, element="classify_petition") == []
        assert await subjects(handler, unit=SCHOOLS) == []

    async def test_the_clock_that_ends_first_counts(
        self, office: Office, handler: httpx.AsyncClient
    ) -> None:
        petition = office.petition("two clocks")
        office.clock_for(petition, started_on=date(2026, 11, 2))
        with office.database.transaction() as session:
            session.execute(
                text(
                    "INSERT INTO clock (id, petition_id, code, due_on, is_running, is_breached) "
                    "VALUES ('c2', :id, 'D02', '2026-11-25', 1, 0)"
                ),
                {"id": petition.id},
            )
        office.task(petition, "handle_petition", HANDLERS)

        assert [row["due_on"] for row in await rows(handler)] == ["2026-11-25"]


async def test_a_cursor_of_another_order_is_refused(
    office: Office, handler: httpx.AsyncClient
) -> None:
    for subject in ("a", "b"):
        at_handler(office, subject, None)
    page = (await handler.get("/api/tasks?limit=1&sort=due")).json()

    answer = await handler.get("/api/tasks", params={"sort": "created", "cursor": page["next"]})

    assert answer.json()["error"] == "BadCursor"


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "scope=theirs", "sort=colour"])
async def test_a_wrong_question_is_refused(handler: httpx.AsyncClient, query: str) -> None:
    assert (await handler.get(f"/api/tasks?{query}")).status_code == 422


@pytest.mark.parametrize(("user", "scope"), [("handler_zj", "groups"), ("manager", "all")])
def test_long_lists_are_read_along_an_index(office: Office, user: str, scope: Scope) -> None:
    """A page costs the same with a million tasks: the list is never sorted as a whole."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, sql: str, values: Any, *_: Any) -> None:
        asked.append((sql, values))

    event.listen(office.database.engine, "before_cursor_execute", note)
    with office.database.reading() as session:
        person = person_of(session, session.get_one(User, user))
        for sort in SORTS:
            asked.clear()
            wanted = InboxFilter(scope, sort=sort, categories=("claim",), channels=("visit",))
            inbox.inbox_rows(session, person, wanted, limit=25, cursor=None)
            sql, values = asked[0]
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
            lines = [str(row[3]) for row in plan]
            column = sort.removeprefix("-")
            if column == "unit" and scope == "groups":
                column = "due"
            index = f"ix_inbox_{'all' if scope == 'all' else 'group'}_{column}"
            assert any(index in line for line in lines), (sort, lines)
            assert "USE TEMP B-TREE FOR ORDER BY" not in lines, (sort, lines)
