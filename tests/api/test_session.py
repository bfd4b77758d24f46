"""Signing in and out."""

from datetime import timedelta

import httpx
from sqlmodel import select

from records.models import SignIn
from settings import DEMO_PASSWORD
from tests.api.office import Office, open_office

OURS = {"Origin": "http://xinfang.test"}


async def sign_in(client: httpx.AsyncClient, user: str, password: str) -> httpx.Response:
    return await client.post("/api/session", json={"user": user, "password": password})


async def test_the_right_password_gives_a_token_and_a_cookie(anyone: httpx.AsyncClient) -> None:
    answer = await sign_in(anyone, "clerk", DEMO_PASSWORD)

    assert answer.status_code == 200
    assert answer.json()["groups"] == ["window_clerk@990100-xf"]
    assert answer.json()["expires_at"] == "2026-11-23T21:00:00+08:00"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


async def test_only_a_hash_of_the_token_is_kept(office: Office, anyone: httpx.AsyncClient) -> None:
    token = (await sign_in(anyone, "clerk", DEMO_PASSWORD)).json()["token"]

    with office.database.reading() as session:
        kept = [row.token_hash for row in session.exec(select(SignIn))]
    assert len(kept) == 1
    assert token not in kept[0]


async def test_a_wrong_password_and_an_unknown_user_look_the_same(
    anyone: httpx.AsyncClient,
) -> None:
    wrong = await sign_in(anyone, "clerk", "not-the-password")
    unknown = await sign_in(anyone, "nobody", "not-the-password")

    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert wrong.json()["error"] == "SignInRefused"


async def test_demo_accounts_are_refused_outside_demo_mode(real_office: Office) -> None:
    async with real_office.client() as client:
        assert (await sign_in(client, "clerk", DEMO_PASSWORD)).status_code == 401


async def fail(client: httpx.AsyncClient, times: int, user: str = "clerk") -> None:
    for _ in range(times):
        assert (await sign_in(client, user, "wrong")).status_code == 401


async def test_after_five_failures_the_name_is_locked_and_the_answer_says_how_long(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    await fail(anyone, 5)
    office.machine_clock.move(timedelta(minutes=4, seconds=30))

    answer = await sign_in(anyone, "clerk", DEMO_PASSWORD)

    assert (answer.status_code, answer.json()["error"]) == (429, "SignInLocked")
    assert answer.headers["retry-after"] == "630"
    assert "11 分钟" in answer.json()["detail"]
    assert (await sign_in(anyone, "classifier", DEMO_PASSWORD)).status_code == 200


async def test_a_lock_is_kept_when_the_application_starts_again(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    await fail(anyone, 5)

    with open_office(office.settings) as again:
        async with again.client() as client:
            assert (await sign_in(client, "clerk", DEMO_PASSWORD)).status_code == 429


async def test_a_lock_ends_and_five_tries_begin_anew(
    office: Office, anyone: httpx.AsyncClient
) -> None:
    await fail(anyone, 5)
    office.machine_clock.move(timedelta(minutes=15))
    await fail(anyone, 4)

    assert (await sign_in(anyone, "clerk", DEMO_PASSWORD)).status_code == 200


async def test_names_that_are_no_account_are_locked_alike(anyone: httpx.AsyncClient) -> None:
    await fail(anyone, 5, "nobody")

    assert (await sign_in(anyone, "nobody", "wrong")).json()["error"] == "SignInLocked"


async def test_success_forgets_failures(anyone: httpx.AsyncClient) -> None:
    for _ in range(2):
        await fail(anyone, 4)
        assert (await sign_in(anyone, "clerk", DEMO_PASSWORD)).status_code == 200


async def test_who_am_i(classifier: httpx.AsyncClient, anyone: httpx.AsyncClient) -> None:
    assert (await classifier.get("/api/session")).json() == {
        "id": "classifier",
        "name": "分类岗",
        "language": "zh",
        "groups": ["classifier@990100-xf"],
        "represents": [],
        "must_change_password": False,
    }
    assert (await anyone.get("/api/session")).json()["error"] == "NotSignedIn"


async def test_a_token_that_is_none_of_ours_is_refused(anyone: httpx.AsyncClient) -> None:
    answer = await anyone.get("/api/session", headers={"Authorization": "Bearer made-up"})

    assert answer.status_code == 401


async def test_signing_out_ends_the_token(clerk: httpx.AsyncClient) -> None:
    assert (await clerk.delete("/api/session")).status_code == 204
    assert (await clerk.get("/api/session")).status_code == 401


async def test_a_sign_in_ends_after_its_hours(office: Office, clerk: httpx.AsyncClient) -> None:
    office.machine_clock.move(timedelta(hours=12))

    assert (await clerk.get("/api/session")).status_code == 401


async def test_the_cookie_alone_does_not_sign_what_another_site_sends(
    anyone: httpx.AsyncClient,
) -> None:
    await sign_in(anyone, "clerk", DEMO_PASSWORD)

    assert (await anyone.get("/api/session")).status_code == 200
    for headers in ({}, {"Origin": "http://evil.test"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = await anyone.delete("/api/session", headers=headers)
        assert answer.json()["error"] == "ForeignRequest"
    assert (await anyone.delete("/api/session", headers=OURS)).status_code == 204


async def test_another_site_cannot_sign_a_browser_in(anyone: httpx.AsyncClient) -> None:
    body = {"user": "clerk", "password": DEMO_PASSWORD}
    answer = await anyone.post("/api/session", json=body, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.json()["error"] == "ForeignRequest"
