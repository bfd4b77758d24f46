"""Signing in by an identity provider that really runs: every check that makes it safe, refused."""

import secrets
import shutil
import time
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import OctKey, RSAKey
from pydantic import SecretStr
from sqlmodel import select

from records.models import ProviderSignIn, SignIn, User
from settings import Settings
from tests.api.identity_provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    IdentityProvider,
    running_provider,
)
from tests.api.office import Office, open_office

RETURN = "http://xinfang.test/sign-in/provider/return"
HTML = {"Accept": "text/html"}
SUBJECT = "subject-of-the-clerk"


@pytest.fixture(scope="module")
def running() -> Iterator[IdentityProvider]:
    """One provider for the whole file."""
    with running_provider(RETURN) as provider:
        yield provider


@pytest.fixture
def provider(running: IdentityProvider) -> IdentityProvider:
    """The provider as it is when nobody tampers with it."""
    running.signed_in, running.tamper = SUBJECT, {}
    running.sign_with, running.algorithm = running.key, "RS256"
    running.asked.clear()
    running.codes.clear()
    return running


@pytest.fixture
def office(provider: IdentityProvider, office_template: Path, tmp_path: Path) -> Iterator[Office]:
    """An office whose clerk has an identity at the provider."""
    settings = Settings(
        data_dir=tmp_path / "data",
        demo=True,
        oidc_issuer=provider.issuer,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=SecretStr(CLIENT_SECRET),
        oidc_name="政务统一认证",
    )
    shutil.copytree(office_template, settings.data_dir)
    with open_office(settings) as opened:
        with opened.database.transaction() as session:
            clerk = session.get_one(User, "clerk")
            clerk.subject = SUBJECT
            session.add(clerk)
        yield opened


@pytest.fixture
async def browser(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that keeps cookies."""
    async with office.client() as client:
        client.headers.update(HTML)
        yield client


async def go(browser: httpx.AsyncClient, onward: str = "/") -> str:
    """Choose the provider; gives the address it is sent to."""
    answer = await browser.get("/sign-in/provider", params={"next": onward})
    assert answer.status_code == 303
    return answer.headers["location"]


async def confirm(address: str) -> str:
    """The provider knows who it is and sends the browser back to this address."""
    async with httpx.AsyncClient() as outside:
        answer = await outside.get(address)
    assert answer.status_code in (302, 303), answer.text
    return answer.headers["location"]


async def come_back(browser: httpx.AsyncClient, onward: str = "/") -> httpx.Response:
    return await browser.get(await confirm(await go(browser, onward)))


async def is_signed_in(browser: httpx.AsyncClient) -> bool:
    return (await browser.get("/api/session")).status_code == 200


async def refused(browser: httpx.AsyncClient, status: int, words: str) -> None:
    answer = await come_back(browser)
    assert answer.status_code == status
    assert words in answer.text
    assert not await is_signed_in(browser)


async def test_somebody_known_there_is_signed_in_and_goes_on(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/sign-in?next=/calendar")
    assert "用政务统一认证登录" in page.text
    assert 'href="/sign-in/provider?next=%2Fcalendar"' in page.text

    answer = await come_back(browser, "/calendar")

    assert (answer.status_code, answer.headers["location"]) == (303, "/calendar")
    assert (await browser.get("/api/session")).json()["id"] == "clerk"


async def test_the_provider_is_asked_with_state_nonce_and_a_hashed_verifier(
    browser: httpx.AsyncClient, provider: IdentityProvider
) -> None:
    await come_back(browser)

    (asked,) = provider.asked
    assert asked["response_type"] == "code"
    assert asked["scope"] == "openid"
    assert asked["redirect_uri"] == RETURN
    assert asked["code_challenge_method"] == "S256"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 20


async def test_going_on_stays_on_our_own_pages(browser: httpx.AsyncClient) -> None:
    answer = await come_back(browser, "https://evil.test/")

    assert answer.headers["location"] == "/"


async def test_an_unknown_subject_is_refused_with_what_to_tell_an_administrator(
    browser: httpx.AsyncClient, provider: IdentityProvider
) -> None:
    provider.signed_in = "somebody-else"

    await refused(browser, 403, "没有对应此身份的账号。请将此标识告知管理员：somebody-else")


async def test_a_closed_account_is_refused(office: Office, browser: httpx.AsyncClient) -> None:
    with office.database.transaction() as session:
        clerk = session.get_one(User, "clerk")
        clerk.is_active = False
        session.add(clerk)

    await refused(browser, 403, "没有对应此身份的账号")


async def test_whoever_refuses_there_is_told_so_here(
    browser: httpx.AsyncClient, provider: IdentityProvider
) -> None:
    provider.signed_in = None

    await refused(browser, 401, "未能确认此次登录")


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://another.test"},
        {"aud": ["another-client"]},
        {"aud": ["another-client"], "azp": CLIENT_ID},
        {"aud": [CLIENT_ID, "another-client"], "azp": "another-client"},
        {"nonce": "of another sign-in"},
        {"exp": int(time.time()) - 3600},
        {"iat": int(time.time()) + 3600},
        {"at_hash": "of another token"},
        {"sub": ""},
        {"sub": None},
    ],
    ids=lambda claims: "-".join(claims),
)
async def test_a_token_that_says_something_wrong_is_refused(
    browser: httpx.AsyncClient, provider: IdentityProvider, claims: dict[str, object]
) -> None:
    provider.tamper = claims

    await refused(browser, 401, "未能确认此次登录")


async def test_a_token_signed_with_a_key_that_is_not_the_providers_is_refused(
    browser: httpx.AsyncClient, provider: IdentityProvider
) -> None:
    provider.sign_with = RSAKey.generate_key(2048, {"kid": "first"})

    await refused(browser, 401, "未能确认此次登录")


async def test_a_token_signed_with_the_clients_secret_is_refused(
    browser: httpx.AsyncClient, provider: IdentityProvider
) -> None:
    provider.algorithm, provider.sign_with = (
        "HS256",
        OctKey.import_key(CLIENT_SECRET * 2, {"kid": "first"}),
    )

    await refused(browser, 401, "未能确认此次登录")


async def test_a_new_key_of_the_provider_is_fetched(
    office: Office, browser: httpx.AsyncClient, provider: IdentityProvider
) -> None:
    await come_back(browser)
    was = provider.key
    try:
        provider.key = RSAKey.generate_key(2048, {"kid": "second", "use": "sig", "alg": "RS256"})
        provider.sign_with = provider.key
        async with office.client() as second:
            answer = await come_back(second)
        assert answer.status_code == 303
    finally:
        provider.key = was


async def test_another_browser_cannot_use_the_answer(
    office: Office, browser: httpx.AsyncClient
) -> None:
    back = await confirm(await go(browser))

    async with office.client() as another:
        another.headers.update(HTML)
        assert (await another.get(back)).status_code == 401
        assert not await is_signed_in(another)
    assert (await browser.get(back)).status_code == 303


async def test_a_state_that_was_never_given_out_is_refused(browser: httpx.AsyncClient) -> None:
    back = await confirm(await go(browser))
    code = parse_qs(urlsplit(back).query)["code"][0]

    answer = await browser.get(f"{RETURN}?code={code}&state={secrets.token_urlsafe(24)}")

    assert answer.status_code == 401
    assert not await is_signed_in(browser)


async def test_an_answer_is_used_once(office: Office, browser: httpx.AsyncClient) -> None:
    back = await confirm(await go(browser))
    assert (await browser.get(back)).status_code == 303

    assert (await browser.get(back)).status_code == 401
    with office.database.reading() as session:
        assert session.exec(select(ProviderSignIn)).all() == []
        assert len(session.exec(select(SignIn)).all()) == 1


async def test_coming_back_after_ten_minutes_is_too_late(
    office: Office, browser: httpx.AsyncClient
) -> None:
    back = await confirm(await go(browser))
    office.machine_clock.move(timedelta(minutes=10))

    assert (await browser.get(back)).status_code == 401


async def test_a_code_is_worth_nothing_without_the_verifier(
    office: Office, browser: httpx.AsyncClient
) -> None:
    back = await confirm(await go(browser))
    with office.database.transaction() as session:
        kept = session.exec(select(ProviderSignIn)).one()
        kept.code_verifier = secrets.token_urlsafe(48)
        session.add(kept)

    answer = await browser.get(back)

    assert answer.status_code == 401
    assert not await is_signed_in(browser)


async def test_what_is_kept_meanwhile_is_hashed(
    office: Office, browser: httpx.AsyncClient, provider: IdentityProvider
) -> None:
    address = await go(browser)
    state = parse_qs(urlsplit(address).query)["state"][0]

    with office.database.reading() as session:
        kept = session.exec(select(ProviderSignIn)).one()
    values = [kept.state_hash, kept.browser_hash]
    assert state not in values
    assert browser.cookies["xinfang_provider"] not in values


async def test_a_provider_that_does_not_answer_leaves_the_password(
    office_template: Path, tmp_path: Path
) -> None:
    settings = Settings(data_dir=tmp_path / "data", demo=True, oidc_issuer="http://127.0.0.1:9")
    shutil.copytree(office_template, settings.data_dir)
    with open_office(settings) as office:
        async with office.client() as client:
            answer = await client.get("/sign-in/provider", headers=HTML)

    assert answer.status_code == 503
    assert "统一身份认证没有应答" in answer.text
    assert 'name="password"' in answer.text


async def test_an_office_without_a_provider_has_no_such_address(
    office_template: Path, tmp_path: Path
) -> None:
    settings = Settings(data_dir=tmp_path / "data", demo=True)
    shutil.copytree(office_template, settings.data_dir)
    with open_office(settings) as office:
        async with office.client() as client:
            assert (await client.get("/sign-in/provider")).status_code == 404
            assert (await client.get(RETURN)).status_code == 404
            assert "/sign-in/provider" not in (await client.get("/sign-in", headers=HTML)).text
