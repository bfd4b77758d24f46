"""What is typed while a visitor talks is kept on the server, offered again, and gone once filed."""

import httpx
import pytest

from tests.api.office import Office
from tests.api.test_filing_page import TYPED
from tests.api.test_pages import visitor

PATH = "/api/filing-drafts/form-one"
MINE = TYPED | {"source_id": "form-one", "claims-1-text": "公布依据"}
KEPT = {"fields": [[name, value] for name, value in MINE.items()]}


async def keep(client: httpx.AsyncClient, path: str = PATH) -> httpx.Response:
    return await client.put(path, json=KEPT)


async def test_after_a_closed_tab_it_is_offered_with_its_time_and_opened(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        saved = await keep(browser)
        offered = (await browser.get("/petitions/new")).text
        opened = (await browser.get("/petitions/new?draft=form-one")).text

    assert saved.json()["saved_at"] == "2026-11-23T09:00:00+08:00"
    assert "保存于 2026-11-23 09:00" in offered
    assert "学区划分" in offered
    assert 'name="source_id" value="form-one"' in opened
    assert "公布依据</textarea>" in opened


async def test_once_filed_it_is_gone_for_good(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        await keep(browser)
        filed = await browser.post("/petitions/new", data=TYPED | {"source_id": "form-one"})
        late = await keep(browser)
        rows = (await browser.get("/api/filing-drafts")).json()

    assert filed.status_code == 303
    assert (late.status_code, late.json()["error"]) == (409, "DraftFiled")
    assert rows == []


async def test_what_could_not_be_filed_is_still_kept(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        await keep(browser)
        wrong = {"source_id": "form-one", "subject": ""}
        assert (await browser.post("/petitions/new", data=TYPED | wrong)).status_code == 422
        assert (await browser.get(PATH)).status_code == 200


@pytest.mark.parametrize("user", ["acceptance_zj", "admin", "handler_zj", "manager"])
async def test_a_foreign_draft_is_none(office: Office, user: str) -> None:
    async with office.client("clerk") as clerk:
        await keep(clerk)
    async with visitor(office, user) as browser:
        for method in ("GET", "PUT", "DELETE"):
            answer = await browser.request(method, PATH, json=KEPT)
            assert answer.status_code == 404, method
        drop = await browser.post("/petitions/new/drafts/form-one/drop")
        assert drop.status_code == 404
    async with office.client("clerk") as clerk:
        assert (await clerk.get(PATH)).status_code == 200


async def test_it_can_be_thrown_away(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        await keep(browser)
        await keep(browser, "/api/filing-drafts/form-two")
        await browser.post("/petitions/new/drafts/form-one/drop")
        assert (await browser.delete("/api/filing-drafts/form-two")).status_code == 204
        assert (await browser.get("/api/filing-drafts")).json() == []


async def test_every_fault_is_linked_above_the_form(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        typed = TYPED | {"subject": "", "companions-0-phone": "1", "claims-0-text": "x" * 50_001}
        page = (await browser.post("/petitions/new", data=typed)).text

    for target, label in (
        ("field-subject", "标题"),
        ("field-companions-0-name", "随访人、联名人 1 · 姓名"),
        ("field-claims-0-text", "诉求及基本事实 1"),
    ):
        assert f'<a href="#{target}">{label}</a>' in page
        assert f'id="{target}"' in page
    assert page.count("autofocus") == 1
