"""The page of filing: the whole record, rows that can be added, duplicates, and nothing is lost."""

import re
from typing import Any

import httpx
import pytest
from sqlmodel import select

from records.demo import BUREAU
from records.models import Membership, Petitioner
from tests.api.office import HOUSING, Office
from tests.api.test_pages import visitor

TYPED: dict[str, str] = {
    "form": "letter",
    "received_on": "2026-11-20",
    "people": "2",
    "subject": "学区划分",
    "text": "希望公布学区划分的依据。",
    "source_id": "one",
}
WHOLE = TYPED | {
    "petitioner_name": "某信访人",
    "former_name": "旧名",
    "certificate_type": "id_card",
    "id_number": "11010519491231002X",
    "is_verified": "true",
    "household_address": "示范市二号路",
    "residence": "示范市三号路",
    "address": "示范市一号路",
    "phone": "000-0000",
    "accepts_electronic": "true",
    "incident_place": "示范小学",
    "content_class": "080100",
    "claims-0-text": "公布依据",
    "claims-2-text": "重新划分",
    "course-0-on": "2026-09-01",
    "course-0-organ": "示范街道",
    "course-0-what": "未答复",
    "companions-0-name": "乙某某",
    "companions-0-is_representative": "true",
    "companions-1-name": "",
    "companions-1-is_representative": "true",
    "agents-0-standing": "guardian",
    "agents-0-name": "丁某某",
    "flags": "backlog",
}


async def post(browser: httpx.AsyncClient, typed: dict[str, Any]) -> httpx.Response:
    return await browser.post("/petitions/new", data=typed)


async def test_everything_typed_is_filed_and_shown_under_its_masks(
    office: Office,
) -> None:
    async with visitor(office, "clerk") as browser:
        filed = await post(browser, WHOLE)
        assert filed.status_code == 303, re.findall(r'class="fault"[^>]*>([^<]+)', filed.text)
        page = (await browser.get(filed.headers["location"])).text

    for word in (
        *("旧名", "居民身份证", "已核验", "示范市****"),
        *("示范小学", "公布依据", "重新划分", "2026年9月1日", "示范街道", "未答复"),
        *("乙某某", "代表", "丁某某", "监护人", "积案"),
    ):
        assert word in page, word
    with office.database.reading() as session:
        [petitioner] = session.exec(select(Petitioner))
    for field in ("household_address", "residence", "address", "phone", "id_number"):
        assert getattr(petitioner, field) == WHOLE[field]
        assert WHOLE[field] not in page


async def test_an_empty_row_is_no_row_and_a_wrong_one_keeps_its_place(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        typed = TYPED | {"companions-3-phone": "000-0001", "companions-5-name": "乙某某"}
        answer = await post(browser, typed)

    assert answer.status_code == 422
    assert 'name="companions-0-phone" value="000-0001"' in answer.text
    assert 'name="companions-1-name" value="乙某某"' in answer.text
    assert 'aria-describedby="fault-companions.0.name"' in answer.text
    assert answer.text.count('aria-invalid="true"') == 1


@pytest.mark.parametrize("group", ["claims", "course", "companions", "agents"])
async def test_rows_are_added_without_scripts_too(office: Office, group: str) -> None:
    async with visitor(office, "clerk") as browser:
        first = {"claims": "claims-0-text", "course": "course-0-what"}.get(group, f"{group}-0-name")
        answer = await post(browser, TYPED | {first: "写下的内容", "add": group})

    assert answer.status_code == 200
    assert "写下的内容" in answer.text
    assert f'name="{group}-1-' in answer.text
    assert office.outbox() == []


async def test_what_is_alike_is_shown_before_it_is_saved(office: Office) -> None:
    known = office.petition("学区划分", text=TYPED["text"])
    async with visitor(office, "clerk") as browser:
        asked = await post(browser, TYPED)
        assert asked.status_code == 409
        assert known.number in asked.text
        assert "文字相似 100%" in asked.text
        assert "仍要登记" in asked.text
        assert TYPED["text"] in asked.text
        assert len(office.outbox()) == 1
        filed = await post(browser, TYPED | {"confirmed": "yes"})
        again = await post(browser, TYPED)

    assert filed.status_code == 303
    assert again.headers["location"] == filed.headers["location"], "a second click files no more"


async def test_duplicates_are_looked_up_without_leaving_the_page(office: Office) -> None:
    office.petition("学区划分", text=TYPED["text"])
    async with visitor(office, "clerk") as browser:
        found = await browser.post("/petitions/new/duplicates", data=TYPED)
        nothing = await browser.post("/petitions/new/duplicates", data={"subject": "别的"})
        plain = await post(browser, TYPED | {"check": "yes"})

    assert "<html" not in found.text
    assert "学区划分" in found.text
    assert "没有发现" in nothing.text
    assert (plain.status_code, "仍要登记" in plain.text) == (200, True)
    assert len(office.outbox()) == 1


async def test_who_does_not_file_finds_no_page(office: Office) -> None:
    async with visitor(office, "handler_zj") as browser:
        assert (await browser.get("/petitions/new")).status_code == 403
        assert (await browser.post("/petitions/new/duplicates", data=TYPED)).status_code == 403
        assert (await post(browser, TYPED)).status_code == 403
        assert (await post(browser, {"subject": "学区"})).status_code == 403


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"form": "visit"}, "宣读"),
        ({"form": "visit", "is_read_back": "true", "people": "6"}, "推选"),
        ({"agents-0-name": "丁某某", "agents-0-standing": "agent"}, "授权委托书"),
        ({"flags": "no_such"}, "没有这个代码"),
    ],
)
async def test_what_stands_against_it_is_said_beside_what_was_typed(
    office: Office, change: dict[str, str], said: str
) -> None:
    async with visitor(office, "clerk") as browser:
        answer = await post(browser, TYPED | change)

    assert answer.status_code in (409, 422)
    assert said in answer.text
    assert TYPED["text"] in answer.text
    assert office.outbox() == []


async def test_without_a_name_it_is_filed_as_anonymous(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        filed = await post(browser, TYPED | {"is_unclear": "true"})
        page = (await browser.get(filed.headers["location"])).text

    assert page.count("匿名") >= 2
    assert "姓名、住址不清" in page


async def test_who_files_at_two_places_says_where(office: Office) -> None:
    with office.database.transaction() as session:
        session.add(Membership(user_id="clerk", role="window_clerk", unit_id=HOUSING))
    async with visitor(office, "clerk") as browser:
        page = (await browser.get("/petitions/new")).text
        filed = await post(browser, TYPED | {"bureau": HOUSING})

    assert f'value="{BUREAU}"' in page
    assert f'value="{HOUSING}"' in page
    assert filed.headers["location"].startswith("/petitions/99010002")


async def test_the_page_speaks_english_too(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        browser.cookies.set("xinfang_language", "en")
        page = (await browser.get("/petitions/new")).text

    assert "Claim and its basic facts" in page
    body = page.partition('id="content"')[2].replace("中文", "")
    assert not re.search(r"[一-鿿]", body.partition('<div id="notice"')[0])
