"""Pages without scripts: what a person reads and sends."""

import re
from datetime import date

import httpx
import pytest

from records.models import Petition
from settings import DEMO_PASSWORD
from tests.api.office import HOUSING, Office

OURS = {"Sec-Fetch-Site": "same-origin", "Accept": "text/html"}


def visitor(office: Office, user: str | None = None) -> httpx.AsyncClient:
    """A browser: cookies, HTML, same origin."""
    client = office.client()
    client.headers.update(OURS)
    if user:
        client.cookies.set("xinfang_session", office.token(user))
    return client


async def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(office: Office) -> None:
    async with visitor(office) as browser:
        sent = await browser.get("/petitions?q=x")
        assert sent.headers["location"] == "/sign-in?next=/petitions%3Fq%3Dx"
        form = {"user": "clerk", "password": DEMO_PASSWORD, "next": "/petitions?q=x"}
        answer = await browser.post("/sign-in", data=form)
        assert (answer.status_code, answer.headers["location"]) == (303, "/petitions?q=x")
        assert (await browser.get("/petitions")).status_code == 200


@pytest.mark.parametrize("onward", ["//evil.test", "https://evil.test", "/\\evil.test", "x"])
async def test_sign_in_goes_on_to_our_own_pages_only(office: Office, onward: str) -> None:
    async with visitor(office) as browser:
        form = {"user": "clerk", "password": DEMO_PASSWORD, "next": onward}
        assert (await browser.post("/sign-in", data=form)).headers["location"] == "/"


async def test_a_wrong_password_keeps_the_name_and_not_the_password(office: Office) -> None:
    async with visitor(office) as browser:
        answer = await browser.post("/sign-in", data={"user": "clerk", "password": "geheim"})

    assert answer.status_code == 401
    assert 'value="clerk"' in answer.text
    assert "geheim" not in answer.text


async def test_demo_accounts_are_shown_in_demo_mode(office: Office) -> None:
    async with visitor(office) as browser:
        assert DEMO_PASSWORD in (await browser.get("/sign-in")).text


async def test_demo_accounts_are_not_shown_otherwise(real_office: Office) -> None:
    async with visitor(real_office) as browser:
        page = (await browser.get("/sign-in")).text

    assert 'name="password"' in page
    assert DEMO_PASSWORD not in page


async def test_pages_are_chinese_until_somebody_switches(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        browser.headers["Accept-Language"] = "en"
        assert 'lang="zh-CN"' in (await browser.get("/")).text
        await browser.post("/language", data={"to": "en", "next": "/"})
        page = (await browser.get("/")).text
        assert '<html lang="en"' in page
        assert "File a petition" in page


async def test_nothing_of_ones_own_shows_what_can_be_taken(office: Office) -> None:
    office.task(office.petition("电梯停用"))
    async with visitor(office, "classifier") as browser:
        page = (await browser.get("/")).text

    assert "电梯停用" in page
    assert re.search(r'scope=free[^>]*aria-current="page"', page)


async def test_claiming_in_the_inbox_changes_the_row(office: Office) -> None:
    key = office.task(office.petition("电梯停用"))
    async with visitor(office, "classifier") as browser:
        answer = await browser.post(f"/tasks/{key}/claim", headers={"HX-Request": "true"})
        without_scripts = await browser.post(f"/tasks/{key}/claim")

    assert answer.status_code == 200
    assert f'href="/tasks/{key}">打开' in answer.text
    assert without_scripts.headers["location"] == f"/tasks/{key}"


async def test_a_refused_claim_says_why_in_its_row(office: Office) -> None:
    key = office.task(office.petition())
    office.end_task(key)
    async with visitor(office, "classifier") as browser:
        answer = await browser.post(f"/tasks/{key}/claim", headers={"HX-Request": "true"})

    assert answer.status_code == 409
    assert "已经结束" in answer.text


async def test_more_rows_come_without_the_page(office: Office) -> None:
    for number in range(26):
        office.task(office.petition(f"事项 {number:02d}"))
    async with visitor(office, "classifier") as browser:
        page = (await browser.get("/?scope=free&sort=created")).text
        following = re.search(r'hx-get="(/\?[^"]+)"', page)
        assert following is not None
        more = await browser.get(following[1].replace("&amp;", "&"), headers={"HX-Request": "true"})

    assert "事项 25" not in page
    assert "事项 25" in more.text
    assert "<html" not in more.text


async def test_the_case_page_says_what_is_next(office: Office) -> None:
    petition = office.petition()
    office.at_unit(petition, HOUSING)
    office.clock_for(petition, started_on=date(2026, 11, 20))
    office.task(petition, "handle_petition", (f"handler@{HOUSING}",))
    async with visitor(office, "handler_zj") as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text

    assert "调查并提出处理意见" in page
    assert "示范市住房和城乡建设局 承办人" in page
    assert "2027年1月19日" in page
    assert "第三十四条" in page


async def test_texts_of_people_are_shown_and_never_run(office: Office) -> None:
    petition = office.petition("<script>alert(1)</script>", text="<img src=x onerror=1>")
    async with visitor(office, "classifier") as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text

    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


async def test_pages_run_no_inline_script(office: Office) -> None:
    async with visitor(office, "classifier") as browser:
        answer = await browser.get("/")

    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert not re.search(r"<script(?![^>]*\bsrc=)", answer.text)
    assert not re.search(r"\son\w+=", answer.text)
    assert answer.headers["cache-control"] == "no-store"


async def test_filing_at_the_window(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        form = (await browser.get("/petitions/new")).text
        source = re.search(r'name="source_id" value="([^"]+)"', form)
        assert source is not None
        typed = {
            "form": "letter",
            "subject": "电梯停用",
            "text": "第一行\r\n第二行",
            "petitioner_name": "某信访人",
            "received_on": "2026-11-20",
            "claims-0-text": "修好电梯\r\n电梯停用已有两个月。",
            "claims-1-text": "公布原因",
            "claims-2-text": "",
            "source_id": source[1],
            "phone": "",
        }
        first = await browser.post("/petitions/new", data=typed)
        second = await browser.post("/petitions/new", data=typed)
        page = (await browser.get(first.headers["location"])).text

    assert first.status_code == 303
    # An impatient second click files nothing more.
    assert second.headers["location"] == first.headers["location"]
    assert "查询码" in page
    assert "公布原因" in page


async def test_a_form_with_a_fault_keeps_everything_typed(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        typed = {"form": "visit", "text": "写了很久的内容", "received_on": "not a day"}
        answer = await browser.post("/petitions/new", data=typed)

    assert answer.status_code == 422
    assert "写了很久的内容" in answer.text
    assert answer.text.count('aria-invalid="true"') == 2


async def test_a_leader_extends_on_the_case_page_and_reads_what_the_law_says(
    office: Office,
) -> None:
    petition: Petition = office.petition()
    office.at_unit(petition, HOUSING)
    office.clock_for(petition)
    path = f"/petitions/{petition.number}/clocks/D05/extension"
    async with visitor(office, "unit_leader_zj") as browser:
        refused = await browser.post(path, data={"days": "31", "reason": "情况复杂"})
        granted = await browser.post(path, data={"days": "30", "reason": "情况复杂"})
        page = (await browser.get(granted.headers["location"])).text

    assert refused.status_code == 409
    assert "超过规定" in refused.text
    assert "情况复杂" in refused.text
    assert "2027年2月18日" in page


async def test_errors_are_pages_for_people(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        answer = await browser.get("/petitions/990100012026F999999")

    assert answer.status_code == 404
    assert "没有这个编号的信访件" in answer.text


async def test_pages_send_nothing_for_another_site(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        browser.headers["Sec-Fetch-Site"] = "cross-site"
        answer = await browser.post("/sign-out")

    assert answer.status_code == 403


async def test_releasing_and_assigning_on_the_task_page(office: Office) -> None:
    petition = office.petition()
    office.at_unit(petition, HOUSING)
    key = office.task(petition, "handle_petition", (f"handler@{HOUSING}",))
    leader, handler = visitor(office, "unit_leader_zj"), visitor(office, "handler_zj")
    async with leader, handler:
        assert "指派给" in (await leader.get(f"/tasks/{key}")).text
        await leader.post(f"/tasks/{key}/assign", data={"user": "handler_zj"})
        assert "退回待领取" in (await handler.get(f"/tasks/{key}")).text
        answer = await handler.post(f"/tasks/{key}/release")
        assert answer.headers["location"] == "/?scope=free"


async def test_the_demo_clock_stands_on_every_page(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        assert "2026-11-23 09:00" in (await browser.get("/petitions")).text
        await browser.post("/demo/clock", data={"add": "10d", "next": "/petitions"})
        assert "2026-12-03 09:00" in (await browser.get("/petitions")).text


async def test_static_files_with_their_hash_are_kept_for_a_year(office: Office) -> None:
    async with visitor(office) as browser:
        page = (await browser.get("/sign-in")).text
        address = re.search(r'src="(/static/pages/common\.js\?v=\w{16})"', page)
        assert address is not None
        hashed, plain = await browser.get(address[1]), await browser.get("/static/pages/common.js")

    assert "immutable" in hashed.headers["cache-control"]
    assert plain.headers["cache-control"] == "no-cache"


async def test_static_files_go_out_compressed_to_who_can_read_it(office: Office) -> None:
    async with visitor(office) as browser:
        address = "/static/pages/pages.css"
        small = await browser.get(address, headers={"Accept-Encoding": "gzip"})
        plain = await browser.get(address, headers={"Accept-Encoding": "identity"})

    assert small.headers["content-encoding"] == "gzip"
    assert small.headers["vary"] == "Accept-Encoding"
    assert "content-encoding" not in plain.headers
    assert small.text == plain.text
