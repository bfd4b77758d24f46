"""The page of the inbox: filters kept on the server, saved ones, columns, unread marks, files."""

import csv
import io
import re
import zipfile
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from lxml import etree

from api.pages import inbox_sheet
from tests.api.inbox_cases import HANDLERS, waiting
from tests.api.office import HOUSING, SCHOOLS, Office
from tests.api.test_pages import visitor

NAME = "张三丰"


async def set_filter(browser: httpx.AsyncClient, **form: object) -> str:
    """Set it as the form does; the address that shows it."""
    answer = await browser.post("/inbox/filter", data=form)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def subjects(page: str) -> list[str]:
    """What the list shows."""
    return re.findall(r'<a href="/tasks/\d+\?[^"]*">([^<]+)</a>', page)


async def test_a_name_that_is_looked_for_is_in_no_address(office: Office) -> None:
    waiting(office, "lift", petitioner_name=NAME)
    waiting(office, "noise")
    async with visitor(office, "handler_zj") as browser:
        address = await set_filter(browser, scope="free", q=NAME, due=["none"])
        page = (await browser.get(address)).text

    assert NAME not in address
    assert subjects(page) == ["lift"]
    assert f'value="{NAME}"' in page
    links = re.findall(r'(?:href|action|hx-get|hx-post|data-events)="([^"]*)"', page)
    assert links
    assert not [link for link in links if NAME in link or "%E5%BC%A0" in link]


async def test_the_same_filter_has_the_same_address_and_none_has_none(office: Office) -> None:
    async with visitor(office, "handler_zj") as browser:
        one, same, other = [
            await set_filter(browser, scope="free", category=[kind])
            for kind in ("claim", "claim", "appeal")
        ]
        none = await set_filter(browser, scope="free", q="  ", unit=[""])

    assert one == same != other
    assert none == "/?scope=free"


async def test_a_foreign_filter_is_not_there(office: Office) -> None:
    async with visitor(office, "handler_zj") as owner, visitor(office, "handler_jy") as other:
        address = await set_filter(owner, scope="free", q=NAME)
        answer = await other.get(address)
        file = await other.get(address.replace("/?", "/inbox/tasks.csv?"))
        await owner.post("/inbox/filters", data={"f": id_in(address), "name": "mine"})
        removed = await other.post(f"/inbox/filters/{id_in(address)}/removal")

    assert (answer.status_code, file.status_code, removed.status_code) == (404, 404, 404)
    assert NAME not in answer.text


async def test_a_filter_is_saved_for_oneself_or_for_a_unit_of_ones_own(office: Office) -> None:
    async with (
        visitor(office, "handler_zj") as owner,
        visitor(office, "handler2_zj") as colleague,
        visitor(office, "handler_jy") as other,
    ):
        address = await set_filter(owner, scope="free", category=["claim"])
        form = {"f": id_in(address), "name": "诉求类", "scope": "free"}
        await owner.post("/inbox/filters", data=form)
        pages = [(await one.get("/?scope=free")).text for one in (owner, colleague)]
        assert ["诉求类" in page for page in pages] == [True, False]

        refused = await owner.post("/inbox/filters", data=form | {"unit": SCHOOLS})
        saved = await owner.post("/inbox/filters", data=form | {"unit": HOUSING})
        pages = [(await one.get("/?scope=free")).text for one in (owner, colleague, other)]
        assert ["诉求类" in page for page in pages] == [True, True, False]
        shared = saved.headers["location"]
        assert (await colleague.get(shared)).status_code == 200
        path = f"/inbox/filters/{id_in(shared)}/removal"
        assert (await colleague.post(path)).status_code == 409
        assert (await owner.post(path)).status_code == 303
        assert "诉求类" not in (await colleague.get("/?scope=free")).text

    assert refused.status_code == 409
    assert saved.status_code == 303


async def test_columns_and_order_are_kept_for_each_person(office: Office) -> None:
    waiting(office, "b", due_on="2026-11-25", flags=("joint",))
    waiting(office, "a", due_on="2026-11-24")
    async with visitor(office, "handler_zj") as one, visitor(office, "handler2_zj") as other:
        await one.post(
            "/inbox/columns",
            data={"column": ["flags", "unknown"], "scope": "free", "sort": "number"},
        )
        mine, theirs = [(await browser.get("/?scope=free")).text for browser in (one, other)]

    assert subjects(mine) == ["b", "a"]
    assert subjects(theirs) == ["a", "b"]
    assert "联名" in mine
    assert 'data-label="期限"' not in mine
    assert 'data-label="期限"' in theirs
    assert 'aria-sort="ascending"' in mine


async def test_a_task_is_unread_until_it_is_opened(office: Office) -> None:
    key = waiting(office, "lift")
    async with visitor(office, "handler_zj") as one, visitor(office, "handler2_zj") as other:
        assert '<span class="mark">未读</span>' in (await one.get("/?scope=free")).text
        assert (await one.get(f"/tasks/{key}")).status_code == 200
        pages = [(await browser.get("/?scope=free")).text for browser in (one, other)]
        row = (await one.get("/api/tasks")).json()["tasks"][0]

    assert ['<span class="mark">未读</span>' in page for page in pages] == [False, True]
    assert row["is_unread"] is False


async def test_who_may_not_open_a_task_leaves_no_mark(office: Office) -> None:
    key = waiting(office, "lift")
    async with visitor(office, "handler_jy") as other, visitor(office, "manager") as manager:
        assert (await other.get(f"/tasks/{key}")).status_code == 404
        await manager.get("/?scope=all")

    from sqlmodel import select

    from records.models import InboxSeen

    with office.database.reading() as session:
        assert session.exec(select(InboxSeen)).all() == []


async def test_deadlines_are_told_in_words(office: Office) -> None:
    for subject, due_on in (("a", "2026-11-20"), ("b", "2026-11-23"), ("c", "2026-11-25")):
        waiting(office, subject, due_on=due_on)
    async with visitor(office, "handler_zj") as browser:
        page = (await browser.get("/?scope=free")).text

    assert re.findall(r"<small>(逾期 3 天|今天到期|剩 2 天)</small>", page) == [
        "逾期 3 天",
        "今天到期",
        "剩 2 天",
    ]


async def test_a_queue_is_a_tab_of_its_own(office: Office) -> None:
    office.task(office.petition("at the window"))
    async with visitor(office, "classifier") as browser:
        page = (await browser.get("/?scope=free")).text
        [queue] = [
            link
            for link in re.findall(r'href="(/\?[^"]*group=[^"]*)"', page)
            if "classifier" in link
        ][:1]
        shown = (await browser.get(queue.replace("&amp;", "&"))).text
        foreign = (await browser.get(f"/?scope=free&group={HANDLERS[0]}")).text

    assert subjects(shown) == ["at the window"]
    assert subjects(foreign) == []


async def test_the_file_has_what_is_on_the_screen_and_says_which_filter(office: Office) -> None:
    waiting(office, "=1+1", petitioner_name=NAME, due_on="2026-11-20")
    waiting(office, "other")
    async with visitor(office, "handler_zj") as browser:
        await browser.post("/inbox/columns", data={"column": ["due", "holder"]})
        address = await set_filter(browser, scope="free", q=NAME, due=["overdue"], sort="number")
        answer = await browser.get(address.replace("/?", "/inbox/tasks.csv?"))

    assert answer.text.startswith("\ufeff")
    lines = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert lines[0] == ["筛选", f"我的队列；期限：已逾期；查找：{NAME}"]
    assert lines[1] == ["排序", "编号从小到大"]
    assert lines[2] == ["导出", "2026-11-23 09:00 王建民"] or lines[2][0] == "导出"
    assert lines[4] == ["编号", "标题", "期限", "经办人"]
    [line] = lines[5:]
    assert line[1:] == ["'=1+1", "2026-11-20 逾期 3 天", "待领取"]
    assert NAME not in answer.headers["content-disposition"]


async def test_the_workbook_has_the_same_lines_and_no_formula(office: Office) -> None:
    for subject in ("=1+1", "lift"):
        waiting(office, subject)
    async with visitor(office, "handler_zj") as browser:
        file = await browser.get("/inbox/tasks.xlsx?scope=free&sort=number")
        lines = await browser.get("/inbox/tasks.csv?scope=free&sort=number")

    with zipfile.ZipFile(io.BytesIO(file.content)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = [["".join(cell.itertext()) for cell in row] for row in sheet.iter("{*}row")]
    wanted = csv.reader(io.StringIO(lines.text.removeprefix("\ufeff")))
    assert rows == [[cell.removeprefix("'") for cell in line] for line in wanted if line]
    assert list(sheet.iter("{*}f")) == []


async def test_a_long_list_is_cut_and_the_file_says_so(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_sheet, "MOST_LINES", 3)
    monkeypatch.setattr(inbox_sheet, "AT_ONCE", 2)
    for number in range(4):
        waiting(office, f"case {number}")
    async with visitor(office, "handler_zj") as browser:
        lines = (await browser.get("/inbox/tasks.csv?scope=free")).text.splitlines()
        foreign = await browser.get("/inbox/tasks.csv?scope=unit")

    assert [line.split(",")[1] for line in lines[5:8]] == ["case 0", "case 1", "case 2"]
    assert lines[8] == '"列表超过 3 项，本文件只有前 3 项。"' or lines[8].startswith(
        "列表超过 3 项"
    )
    assert len(lines) == 9
    assert foreign.status_code == 403


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1"])
def test_what_a_spreadsheet_would_compute_is_text(cell: str) -> None:
    from api.pages.inbox_export import csv_line

    assert next(csv.reader(io.StringIO(csv_line([cell]), newline="")))[0] == f"'{cell}"
    assert next(csv.reader(io.StringIO(csv_line(["2026-1"]))))[0] == "2026-1"


def id_in(address: str) -> str:
    """The id of the filter in this address."""
    return parse_qs(urlsplit(address).query)["f"][0]
