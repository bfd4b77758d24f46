"""The law beside the steps: articles with what rests on them, and the basis of the current step."""

import itertools
import re
from datetime import date

import httpx
import pytest
from sqlalchemy import update

from journal import tables
from law.law_text import parse_law_text
from law.sources import REGULATION
from records.law_texts import load_law_text
from tests.api.office import HOUSING, MON_23_NOV_2026, Office
from tests.api.test_pages import visitor
from tests.law.texts import SOME_CODE, invented_regulation

# Keys of models are unique for good: what is read of one is kept.
VERSIONS = itertools.count(2251799813700000)


def load(office: Office, text: str = "", source: str = REGULATION, year: int = 2022) -> None:
    """Load a made-up text."""
    articles = parse_law_text(text or invented_regulation(), source)
    with office.database.transaction() as session:
        day = date(year, 5, 1)
        load_law_text(session, source, day, articles, by="import", now=MON_23_NOV_2026)


def document(office: Office, before: str, after: str) -> int:
    """Another version of the diagram, with other words in its documentation; its key."""
    key = next(VERSIONS)
    with office.journal.transaction() as session:
        row = session.execute(tables.process.select()).mappings().first()
        assert row is not None
        assert before in row["xml"]
        changed = {"definition_key": key, "version": 2, "xml": row["xml"].replace(before, after)}
    office.write(tables.process, [dict(row) | changed])
    return key


def handled(office: Office, documentation: str = "") -> int:
    """A task at the step of handling; its key. With other words it cites something else."""
    petition = office.petition()
    office.at_unit(petition)
    task = office.task(petition, "handle_petition", (f"handler@{HOUSING}",))
    if documentation:
        key = document(
            office, "（《信访工作条例》第二十八条、第三十一条、第三十二条）", documentation
        )
        with office.journal.transaction() as session:
            for table in (tables.user_task, tables.instance):
                session.execute(update(table).values(definition_key=key))
    return task


async def test_every_article_is_listed_with_what_rests_on_it(clerk: httpx.AsyncClient) -> None:
    articles = (await clerk.get("/api/law/articles")).json()
    assert [article["number"] for article in articles] == list(range(1, 51))
    handling = articles[33]
    assert handling["citation"] == "《信访工作条例》第三十四条"
    assert (handling["text"], handling["edition"]) == (None, None)
    step = {
        "process_id": "petition",
        "process": "信访事项办理",
        "element_id": "start_handling_clock",
        "name": "起算办理期限",
    }
    assert step in handling["steps"]
    assert "fork_handling" not in {one["element_id"] for one in handling["steps"]}
    assert {"code": "D05", "name": "办理"} in handling["clocks"]
    rules = {rule["rule_id"]: rule["note"] for rule in articles[29]["rules"]}
    assert "控告" in rules["sealed_accusation"]


async def test_an_article_that_nothing_carries_says_why(clerk: httpx.AsyncClient) -> None:
    article = (await clerk.get("/api/law/articles/12")).json()
    assert (article["steps"], article["rules"], article["clocks"]) == ([], [], [])
    assert article["outside"]


async def test_the_newest_version_of_a_diagram_counts(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    document(office, "第二十八条、第三十一条、第三十二条", "第四十八条")
    steps = (await clerk.get("/api/law/articles/48")).json()["steps"]
    assert [step["element_id"] for step in steps] == ["handle_petition"]
    before = (await clerk.get("/api/law/articles/28")).json()["steps"]
    assert before == []


async def test_the_text_in_force_is_shown(office: Office, clerk: httpx.AsyncClient) -> None:
    load(office)
    load(office, invented_regulation().replace("34之1所写", "将来的写法"), year=2030)
    article = (await clerk.get("/api/law/articles/22")).json()
    assert (article["edition"], article["chapter"]) == ("2022-05-01", "第二章 某章")
    first, second = article["text"]
    assert [item["mark"] + item["text"] for item in first["items"]] == [
        "（一）22之1列1；",
        "（二）22之1列2；",
        "（三）22之1列3；",
    ]
    assert second == {"number": 2, "text": "22之2所写。", "items": []}
    handling = (await clerk.get("/api/law/articles/34")).json()
    assert handling["text"][0]["text"] == "34之1所写。"


async def test_english_readers_get_titles_in_english(clerk: httpx.AsyncClient) -> None:
    answer = await clerk.get("/api/law/articles/34", headers={"Accept-Language": "en"})
    assert answer.json()["citation"] == "Regulation on Petition Work, Article 34"
    assert answer.json()["title"] == "Handling period and extension"
    assert "60 days" in answer.json()["asks"]


@pytest.mark.parametrize("number", ["0", "51"])
async def test_an_article_there_is_not_is_not_found(clerk: httpx.AsyncClient, number: str) -> None:
    answer = await clerk.get(f"/api/law/articles/{number}")
    assert (answer.status_code, answer.json()["error"]) == (404, "ArticleNotFound")


@pytest.mark.parametrize("path", ["/api/law/articles", "/api/law/articles/34"])
async def test_the_law_is_for_those_signed_in(anyone: httpx.AsyncClient, path: str) -> None:
    assert (await anyone.get(path)).status_code == 401


class TestPages:
    """The list, one article, and the fold beside the step."""

    async def test_without_a_text_the_page_says_how_to_load_it(self, office: Office) -> None:
        async with visitor(office, "clerk") as browser:
            page = (await browser.get("/law")).text
            article = (await browser.get("/law/34")).text
        for text in (page, article):
            assert "./xinfang law import" in text
            assert "办理期限与延期" in text
        assert page.partition("<main")[2].count("<details") == 50

    async def test_with_a_text_the_page_shows_it(self, office: Office) -> None:
        load(office)
        async with visitor(office, "clerk") as browser:
            page = (await browser.get("/law/34")).text
        assert "34之1所写。" in page
        assert "自2022年5月1日起施行的文本" in page
        assert "./xinfang law import" not in page
        assert "信访事项办理 · 起算办理期限" in page

    async def test_a_missing_article_is_a_page_too(self, office: Office) -> None:
        async with visitor(office, "clerk") as browser:
            answer = await browser.get("/law/51")
        assert answer.status_code == 404
        assert "没有这一条" in answer.text

    async def test_a_task_shows_the_articles_of_its_step(self, office: Office) -> None:
        key = handled(office)
        load(office)
        async with visitor(office, "handler_zj") as browser:
            page = (await browser.get(f"/tasks/{key}")).text
        fold = _fold(page)
        assert re.findall(r'href="/law/(\d+)"', fold) == ["28", "31", "32"]
        assert "（六）</span>31之1列6；" in fold

    async def test_a_case_shows_the_articles_of_the_step_it_is_in(self, office: Office) -> None:
        petition = office.petition()
        office.task(petition)
        async with visitor(office, "classifier") as browser:
            page = (await browser.get(f"/petitions/{petition.number}")).text
        fold = _fold(page)
        assert re.findall(r'href="/law/(\d+)"', fold) == ["5", "22"]
        assert "./xinfang law import" in fold

    async def test_a_case_without_a_step_has_no_fold(self, office: Office) -> None:
        petition = office.petition()
        async with visitor(office, "clerk") as browser:
            page = (await browser.get(f"/petitions/{petition.number}")).text
        assert 'class="basis"' not in page

    async def test_only_the_paragraph_and_item_cited_are_shown(self, office: Office) -> None:
        key = handled(office, "（第三十六条第二款、第三十一条第六项、第三十二条第二款）")
        load(office)
        async with visitor(office, "handler_zj") as browser:
            fold = _fold((await browser.get(f"/tasks/{key}")).text)
        for shown in ("36之2所写。", "31之1所写：", "31之1列6；", "32之2所写。"):
            assert shown in fold
        for hidden in ("36之1所写。", "36之3所写。", "31之1列5；", "32之1所写："):
            assert hidden not in fold

    async def test_another_law_is_shown_where_it_is_loaded(self, office: Office) -> None:
        key = handled(office, "（《民法典》第二百零三条）")
        load(office, SOME_CODE, "civil_code", 2021)
        async with visitor(office, "handler_zj") as browser:
            fold = _fold((await browser.get(f"/tasks/{key}")).text)
        assert "《民法典》第二百零三条" in fold
        assert "最后一日截止于某时。" in fold

    async def test_a_step_that_cites_nothing_has_no_fold(self, office: Office) -> None:
        key = handled(office, "无")
        async with visitor(office, "handler_zj") as browser:
            page = (await browser.get(f"/tasks/{key}")).text
        assert 'class="basis"' not in page


def _fold(page: str) -> str:
    (fold,) = re.findall(r'<details class="basis">.*?</details>', page, re.S)
    return str(fold)
