"""Administration of people, roles and units: who may, what is refused, and what the trail keeps."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from sqlmodel import col, select

from records.demo import BUREAU
from records.models import AuditEntry, Membership, Unit, User
from settings import DEMO_PASSWORD
from tests.api.office import HOUSING, Office

OURS = {"Accept": "text/html"}
PEOPLE = "/api/admin/people"
NEW_UNIT = {
    "id": "990100-sw",
    "name": "示范市水务局",
    "designation": "示水",
    "division": "990100",
    "serial": "40",
    "parent": BUREAU,
}
OPERATIONS = [
    ("GET", PEOPLE, None),
    ("POST", PEOPLE, {"id": "wu", "name": "吴某"}),
    ("GET", f"{PEOPLE}/clerk", None),
    ("PUT", f"{PEOPLE}/clerk", {"name": "某人"}),
    ("PUT", f"{PEOPLE}/clerk/active", {"is_active": False}),
    ("POST", f"{PEOPLE}/clerk/password", None),
    ("PUT", f"{PEOPLE}/clerk/roles/administrator/{BUREAU}", None),
    ("DELETE", f"{PEOPLE}/clerk/roles/window_clerk/{BUREAU}", None),
    ("GET", "/api/admin/units", None),
    ("POST", "/api/admin/units", NEW_UNIT),
    ("PUT", f"/api/admin/units/{HOUSING}/parent", {"parent": None}),
    ("GET", "/api/admin/absences", None),
    (
        "POST",
        "/api/admin/absences",
        {
            "person": "clerk",
            "deputy": "leader",
            "first_day": "2026-11-23",
            "last_day": "2026-11-23",
        },
    ),
    ("POST", "/api/admin/absences/none/end", None),
]
PAGES = ["/admin/people", "/admin/people/clerk", "/admin/units", "/admin/absences"]


@pytest.fixture
async def admin(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """The administrator."""
    async with office.client("admin") as client:
        yield client


def acts(office: Office) -> list[tuple[str, str, dict[str, Any]]]:
    """Who did what with which detail, in order."""
    with office.database.reading() as session:
        rows = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
        return [(row.actor, row.action, row.detail) for row in rows]


async def sign_in(office: Office, user: str, password: str) -> httpx.Response:
    async with office.client() as client:
        return await client.post("/api/session", json={"user": user, "password": password})


@pytest.mark.parametrize("user", ["clerk", "leader", "manager", "auditor", "sealed"])
async def test_for_who_is_no_administrator_there_is_nothing_here(office: Office, user: str) -> None:
    async with office.client(user) as client:
        for method, path, body in OPERATIONS:
            answer = await client.request(method, path, json=body)
            assert (answer.status_code, answer.json()["error"]) == (404, "NotFound"), path
        for path in PAGES:
            assert (await client.get(path, headers=OURS)).status_code == 404
        assert 'href="/admin' not in (await client.get("/", headers=OURS)).text
    assert acts(office) == []


async def test_who_has_not_signed_in_is_told_so(anyone: httpx.AsyncClient) -> None:
    for method, path, body in OPERATIONS:
        assert (await anyone.request(method, path, json=body)).status_code == 401


async def test_a_deputy_of_an_administrator_does_not_administer(
    office: Office, admin: httpx.AsyncClient
) -> None:
    given = {"deputy": "leader", "first_day": "2026-11-23", "last_day": "2026-11-27"}
    assert (await admin.post("/api/admin/absences", json=given)).status_code == 201

    async with office.client("leader") as deputy:
        assert (await deputy.get("/api/session")).json()["represents"][0]["id"] == "admin"
        assert (await deputy.get(PEOPLE)).status_code == 404


class TestPeople:
    async def test_a_new_account_signs_in_with_the_password_shown_once_and_changes_it(
        self, office: Office, admin: httpx.AsyncClient
    ) -> None:
        made = await admin.post(PEOPLE, json={"id": "wu", "name": "吴某"})
        assert made.status_code == 201
        password = made.json()["password"]
        assert "password" not in (await admin.get(f"{PEOPLE}/wu")).json()

        signed_in = await sign_in(office, "wu", password)

        assert signed_in.json()["must_change_password"] is True
        assert acts(office) == [("admin", "create_account", {"person": "wu"})]

    async def test_an_account_for_the_identity_provider_has_no_password(
        self, office: Office, admin: httpx.AsyncClient
    ) -> None:
        given = {"id": "wu", "name": "吴某", "subject": "s-1", "has_password": False}
        made = (await admin.post(PEOPLE, json=given)).json()

        assert (made["password"], made["has_password"], made["subject"]) == (None, False, "s-1")
        assert (await sign_in(office, "wu", "")).status_code == 401
        again = await admin.post(PEOPLE, json=given | {"id": "wu2"})
        assert (again.status_code, again.json()["error"]) == (409, "SubjectTaken")

    @pytest.mark.parametrize(
        ("given", "status", "error"),
        [
            ({"id": "clerk", "name": "某人"}, 409, "AccountExists"),
            ({"id": "w u", "name": "某人"}, 422, "AccountInvalid"),
            ({"id": "wu", "name": " "}, 422, "AccountInvalid"),
        ],
    )
    async def test_what_cannot_be_is_refused(
        self, admin: httpx.AsyncClient, given: dict[str, str], status: int, error: str
    ) -> None:
        answer = await admin.post(PEOPLE, json=given)

        assert (answer.status_code, answer.json()["error"]) == (status, error)

    async def test_a_new_password_ends_sign_ins_and_takes_a_lock_off(
        self, office: Office, admin: httpx.AsyncClient, clerk: httpx.AsyncClient
    ) -> None:
        for _ in range(5):
            await sign_in(office, "clerk", "wrong")
        assert (await admin.get(f"{PEOPLE}/clerk")).json()["locked_until"] is not None

        made = (await admin.post(f"{PEOPLE}/clerk/password")).json()

        assert (await clerk.get("/api/session")).status_code == 401
        assert (await sign_in(office, "clerk", DEMO_PASSWORD)).status_code == 401
        assert (await sign_in(office, "clerk", made["password"])).status_code == 200
        assert made["locked_until"] is None
        assert made["password"] not in str(acts(office))

    async def test_a_closed_account_is_out_at_once_and_comes_back(
        self, office: Office, admin: httpx.AsyncClient, clerk: httpx.AsyncClient
    ) -> None:
        path = f"{PEOPLE}/clerk/active"
        await admin.put(path, json={"is_active": False})
        assert (await clerk.get("/api/session")).status_code == 401
        assert (await sign_in(office, "clerk", DEMO_PASSWORD)).status_code == 401

        await admin.put(path, json={"is_active": True})
        await admin.put(path, json={"is_active": True})

        assert (await clerk.get("/api/session")).status_code == 401
        assert (await sign_in(office, "clerk", DEMO_PASSWORD)).status_code == 200
        assert [action for _, action, _ in acts(office)] == ["close_account", "open_account"]

    async def test_roles_are_given_and_taken_and_count_at_once(
        self, office: Office, admin: httpx.AsyncClient, clerk: httpx.AsyncClient
    ) -> None:
        path = f"{PEOPLE}/clerk/roles/handler/{HOUSING}"
        for _ in range(2):
            assert (await admin.put(path)).status_code == 200
        assert f"handler@{HOUSING}" in (await clerk.get("/api/session")).json()["groups"]

        for _ in range(2):
            assert (await admin.delete(path)).status_code == 200

        assert f"handler@{HOUSING}" not in (await clerk.get("/api/session")).json()["groups"]
        detail = {"person": "clerk", "role": "handler", "unit": HOUSING}
        assert acts(office) == [
            ("admin", "grant_role", detail),
            ("admin", "revoke_role", detail),
        ]

    async def test_only_roles_and_units_that_exist_are_given(
        self, admin: httpx.AsyncClient
    ) -> None:
        for group in (f"king/{HOUSING}", "handler/000000-xx"):
            answer = await admin.put(f"{PEOPLE}/clerk/roles/{group}")
            assert (answer.status_code, answer.json()["error"]) == (422, "GroupUnknown")
        answer = await admin.put(f"{PEOPLE}/nobody/roles/handler/{HOUSING}")
        assert (answer.status_code, answer.json()["error"]) == (404, "AccountNotFound")

    async def test_the_trail_names_what_changed_and_no_name(
        self, office: Office, admin: httpx.AsyncClient
    ) -> None:
        await admin.put(f"{PEOPLE}/clerk", json={"name": "赵某某", "subject": "s-9"})
        await admin.put(f"{PEOPLE}/clerk", json={"name": "赵某某", "subject": "s-9"})

        changed = {"person": "clerk", "changed": ["name", "subject"]}
        assert acts(office) == [("admin", "change_account", changed)]

    async def test_people_are_found_by_name_and_unit_a_page_at_a_time(
        self, admin: httpx.AsyncClient
    ) -> None:
        async def ids(**asked: Any) -> list[str]:
            return [one["id"] for one in (await admin.get(PEOPLE, params=asked)).json()["people"]]

        assert await ids(q="CLASSIF") == ["classifier", "classifier_qx"]
        assert await ids(q="督查") == ["supervisor"]
        assert await ids(q="%") == []
        assert len(await ids(unit=HOUSING)) == 5
        page = (await admin.get(PEOPLE, params={"limit": 3, "unit": HOUSING})).json()
        following = await ids(limit=3, unit=HOUSING, cursor=page["next"])
        assert [one["id"] for one in page["people"]] + following == await ids(unit=HOUSING)


class TestTheLastAdministrator:
    async def test_stays_open_and_administrator(self, admin: httpx.AsyncClient) -> None:
        closed = await admin.put(f"{PEOPLE}/admin/active", json={"is_active": False})
        taken = await admin.delete(f"{PEOPLE}/admin/roles/administrator/{BUREAU}")

        for answer in (closed, taken):
            assert (answer.status_code, answer.json()["error"]) == (409, "LastAdministrator")
        assert (await admin.get(PEOPLE)).status_code == 200

    async def test_goes_when_there_is_another_who_can_sign_in(
        self, office: Office, admin: httpx.AsyncClient
    ) -> None:
        await admin.put(f"{PEOPLE}/leader/roles/administrator/{BUREAU}")
        await admin.put(f"{PEOPLE}/leader/active", json={"is_active": False})
        path = f"{PEOPLE}/admin/roles/administrator/{BUREAU}"
        assert (await admin.delete(path)).status_code == 409

        await admin.put(f"{PEOPLE}/leader/active", json={"is_active": True})

        assert (await admin.delete(path)).status_code == 200
        assert (await admin.get(PEOPLE)).status_code == 404

    async def test_keeps_the_role_in_one_of_two_units(self, admin: httpx.AsyncClient) -> None:
        await admin.put(f"{PEOPLE}/admin/roles/administrator/{HOUSING}")

        path = f"{PEOPLE}/admin/roles/administrator"
        assert (await admin.delete(f"{path}/{BUREAU}")).status_code == 200
        assert (await admin.delete(f"{path}/{HOUSING}")).status_code == 409

    async def test_demo_accounts_do_not_count_outside_demo_mode(self, real_office: Office) -> None:
        with real_office.database.transaction() as session:
            session.add(User(id="zhao", name="赵某", password_hash=""))
            session.flush()
            session.add(Membership(user_id="zhao", role="administrator", unit_id=BUREAU))
        async with real_office.client("zhao") as only:
            answer = await only.delete(f"{PEOPLE}/zhao/roles/administrator/{BUREAU}")

        assert answer.json()["error"] == "LastAdministrator"


class TestUnits:
    async def test_a_new_unit_stands_below_the_one_above_it(
        self, office: Office, admin: httpx.AsyncClient
    ) -> None:
        answer = await admin.post("/api/admin/units", json=NEW_UNIT)

        assert answer.status_code == 201
        (added,) = [one for one in answer.json()["units"] if one["id"] == "990100-sw"]
        assert (added["parent"], added["depth"], added["people"]) == (BUREAU, 1, 0)
        assert acts(office) == [("admin", "add_unit", {"unit": "990100-sw"})]

    @pytest.mark.parametrize(
        ("wrong", "error", "key"),
        [
            ({"id": HOUSING}, "UnitExists", "id"),
            ({"id": "Water"}, "UnitInvalid", "id"),
            ({"serial": "02"}, "SerialTaken", "serial"),
            ({"division": "9901"}, "UnitInvalid", "division"),
            ({"kind": "castle"}, "UnitInvalid", "kind"),
            ({"parent": "nowhere"}, "UnitInvalid", "parent"),
        ],
    )
    async def test_what_cannot_be_names_the_field(
        self, admin: httpx.AsyncClient, wrong: dict[str, str], error: str, key: str
    ) -> None:
        answer = (await admin.post("/api/admin/units", json=NEW_UNIT | wrong)).json()

        assert (answer["error"], answer["errors"][0]["key"]) == (error, key)

    async def test_a_unit_moves_but_not_below_itself(
        self, office: Office, admin: httpx.AsyncClient
    ) -> None:
        answer = await admin.put(f"/api/admin/units/{BUREAU}/parent", json={"parent": HOUSING})
        assert (answer.status_code, answer.json()["error"]) == (422, "UnitCircle")

        await admin.put(f"/api/admin/units/{HOUSING}/parent", json={"parent": None})

        with office.database.reading() as session:
            assert session.get_one(Unit, HOUSING).parent_id is None
        detail = {"unit": HOUSING, "before": BUREAU, "after": None}
        assert acts(office) == [("admin", "move_unit", detail)]


class TestPages:
    async def test_every_page_opens_in_both_languages(self, admin: httpx.AsyncClient) -> None:
        for cookie in ({}, {"Cookie": "xinfang_language=en"}):
            for path in (*PAGES, "/account"):
                page = await admin.get(path, headers=OURS | cookie)
                assert page.status_code == 200, path
        assert "示范市住房和城乡建设局" in (await admin.get("/admin/units", headers=OURS)).text

    async def test_a_person_is_made_given_a_role_and_closed(
        self, office: Office, admin: httpx.AsyncClient
    ) -> None:
        given = {"user": "wu", "name": "吴某", "has_password": "true"}
        page = await admin.post("/admin/people", data=given, headers=OURS)
        assert "临时密码只显示这一次" in page.text
        role = {"act": "granted", "role": "handler", "unit": HOUSING}
        done = await admin.post("/admin/people/wu", data=role, headers=OURS)
        assert done.headers["location"] == "/admin/people/wu?done=granted"
        page = await admin.get(done.headers["location"], headers=OURS)
        assert "示范市住房和城乡建设局 · 承办人" in page.text
        await admin.post("/admin/people/wu", data={"act": "closed"}, headers=OURS)

        assert [action for _, action, _ in acts(office)] == [
            "create_account",
            "grant_role",
            "close_account",
        ]

    async def test_what_is_refused_is_said_on_the_page(self, admin: httpx.AsyncClient) -> None:
        page = await admin.post("/admin/people/admin", data={"act": "closed"}, headers=OURS)
        assert (page.status_code, "这是最后一名管理员" in page.text) == (409, True)

        given = {"user": "clerk", "name": "吴某", "has_password": "true"}
        page = await admin.post("/admin/people", data=given, headers=OURS)
        assert (page.status_code, "已有这个用户名" in page.text) == (409, True)
        assert 'value="吴某"' in page.text

        page = await admin.post("/admin/units", data=NEW_UNIT | {"serial": "2"}, headers=OURS)
        assert "区划内序号: 单位的此项内容无效" in page.text
        assert 'value="示范市水务局"' in page.text

    async def test_a_unit_is_added_and_moved(self, admin: httpx.AsyncClient) -> None:
        done = await admin.post(
            "/admin/units", data=NEW_UNIT | {"kind": "department"}, headers=OURS
        )
        assert done.headers["location"] == "/admin/units?done=added"
        moved = await admin.post("/admin/units/990100-sw/parent", data={}, headers=OURS)
        assert moved.headers["location"] == "/admin/units?done=moved"

    async def test_anybodys_absence_is_entered_and_ended(self, admin: httpx.AsyncClient) -> None:
        given = {
            "who": "handler_zj",
            "deputy": "clerk",
            "first_day": "2026-11-23",
            "last_day": "2026-11-24",
        }
        assert (await admin.post("/admin/absences", data=given, headers=OURS)).status_code == 303
        shown = (await admin.get("/api/admin/absences")).json()["absences"]
        assert [one["deputy"]["id"] for one in shown] == ["clerk"]
        assert "正在代理" in (await admin.get("/admin/absences", headers=OURS)).text
        await admin.post(f"/admin/absences/{shown[0]['id']}/end", headers=OURS)
        assert (await admin.get("/api/admin/absences")).json() == {"absences": []}
