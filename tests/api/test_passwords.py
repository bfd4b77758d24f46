"""Changing one's own password, and the first change of one that an administrator set."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel import col, select

from records.models import AuditEntry, User
from settings import DEMO_PASSWORD
from tests.api.office import Office

NEW = "青山 绿水 carries on 7"
OURS = {"Origin": "http://xinfang.test", "Accept": "text/html"}


async def change(client: httpx.AsyncClient, new: str, now: str = DEMO_PASSWORD) -> httpx.Response:
    return await client.post("/api/session/password", json={"current": now, "password": new})


async def sign_in(client: httpx.AsyncClient, password: str, user: str = "clerk") -> httpx.Response:
    return await client.post("/api/session", json={"user": user, "password": password})


def must_change(office: Office, user_id: str = "clerk") -> None:
    with office.database.transaction() as session:
        user = session.get_one(User, user_id)
        user.must_change_password = True
        session.add(user)


async def test_the_new_password_opens_and_the_old_one_does_not(
    clerk: httpx.AsyncClient, anyone: httpx.AsyncClient
) -> None:
    assert (await change(clerk, NEW)).status_code == 204

    assert (await sign_in(anyone, DEMO_PASSWORD)).status_code == 401
    assert (await sign_in(anyone, NEW)).status_code == 200


async def test_other_sign_ins_end_and_this_one_stays(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    async with office.client("clerk") as elsewhere, office.client("classifier") as other:
        await change(clerk, NEW)

        assert (await elsewhere.get("/api/session")).status_code == 401
        assert (await clerk.get("/api/session")).status_code == 200
        assert (await other.get("/api/session")).status_code == 200


@pytest.mark.parametrize(
    ("password", "error"),
    [
        ("kurz 7 zu", "PasswordLength"),
        ("x" * 73, "PasswordLength"),
        ("the CLERK drinks 4 teas", "PasswordHasName"),
        ("坐在接待窗口的猫 49", "PasswordHasName"),
        ("password1234", "PasswordCommon"),
        ("1234567890", "PasswordCommon"),
        ("qwertyuiop", "PasswordCommon"),
        ("aaaaaaaaaaaa", "PasswordCommon"),
        (DEMO_PASSWORD, "PasswordUnchanged"),
    ],
)
async def test_what_is_no_good_password_is_refused_with_the_reason(
    clerk: httpx.AsyncClient, anyone: httpx.AsyncClient, password: str, error: str
) -> None:
    answer = await change(clerk, password)

    assert (answer.status_code, answer.json()["error"]) == (422, error)
    assert answer.json()["errors"][0]["key"] == "password"
    assert password not in answer.text
    assert (await sign_in(anyone, DEMO_PASSWORD)).status_code == 200


async def test_the_current_password_is_asked_and_cannot_be_guessed_here(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    for _ in range(5):
        assert (await change(clerk, NEW, "wrong")).json()["error"] == "PasswordWrong"

    answer = await change(clerk, NEW)

    assert (answer.status_code, answer.json()["error"]) == (429, "SignInLocked")
    office.machine_clock.move(timedelta(minutes=15))
    assert (await change(clerk, NEW)).status_code == 204


async def test_the_trail_has_the_change_and_no_password(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    await change(clerk, NEW)

    with office.database.reading() as session:
        last = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc())).first()
    assert last is not None
    assert (last.actor, last.action, last.detail) == ("clerk", "change_password", {})


async def test_a_password_set_by_an_administrator_is_changed_first(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    must_change(office)

    assert (await clerk.get("/api/session")).json()["must_change_password"] is True
    refused = await clerk.get("/api/tasks")
    assert (refused.status_code, refused.json()["error"]) == (403, "PasswordChangeNeeded")

    assert (await change(clerk, NEW)).status_code == 204
    assert (await clerk.get("/api/tasks")).status_code == 200


async def test_whoever_must_change_it_may_still_sign_out(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    must_change(office)

    assert (await clerk.delete("/api/session")).status_code == 204


class TestPages:
    async def test_every_page_leads_to_the_change_and_back(self, office: Office) -> None:
        must_change(office)
        async with office.client() as browser:
            await browser.post(
                "/sign-in", data={"user": "clerk", "password": DEMO_PASSWORD}, headers=OURS
            )
            led = await browser.get("/petitions?q=x", headers=OURS)
            assert led.headers["location"] == "/account?next=/petitions%3Fq%3Dx"
            page = await browser.get(led.headers["location"], headers=OURS)
            assert "先改为自己的密码" in page.text
            assert "登记外出" not in page.text

            given = {"current": DEMO_PASSWORD, "password": NEW, "again": NEW}
            done = await browser.post(
                "/account/password", data={**given, "next": "/petitions?q=x"}, headers=OURS
            )
            assert (done.status_code, done.headers["location"]) == (303, "/petitions?q=x")
            assert (await browser.get("/petitions?q=x", headers=OURS)).status_code == 200

    async def test_two_passwords_that_differ_change_nothing(
        self, clerk: httpx.AsyncClient, anyone: httpx.AsyncClient
    ) -> None:
        given = {"current": DEMO_PASSWORD, "password": NEW, "again": NEW + "!"}

        page = await clerk.post("/account/password", data=given, headers=OURS)

        assert page.status_code == 422
        assert "两次输入的新密码不同" in page.text
        assert (await sign_in(anyone, DEMO_PASSWORD)).status_code == 200

    async def test_a_weak_one_is_refused_on_the_page_with_the_reason(
        self, clerk: httpx.AsyncClient
    ) -> None:
        given = {"current": DEMO_PASSWORD, "password": "1234567890", "again": "1234567890"}

        page = await clerk.post("/account/password", data=given, headers=OURS)

        assert "容易被猜到" in page.text
        assert "1234567890" not in page.text

    async def test_the_sign_in_page_tells_how_long_it_is_locked(
        self, anyone: httpx.AsyncClient
    ) -> None:
        wrong = {"user": "clerk", "password": "wrong"}
        for _ in range(5):
            await anyone.post("/sign-in", data=wrong, headers=OURS)

        page = await anyone.post("/sign-in", data=wrong, headers=OURS)

        assert (page.status_code, page.headers["retry-after"]) == (429, "900")
        assert "15 分钟" in page.text
