"""The work calendar over HTTP: anybody looks, the administrator changes it, clocks are named."""

from datetime import date
from typing import Any

import httpx
import pytest

from records.models import CalendarEdition, Petition
from tests.api.office import MON_23_NOV_2026, Office
from tests.api.test_pages import visitor
from tests.law.notices import NOTICE_2027
from tests.records.cases import count

NOTICE = {"text": NOTICE_2027}
# 60 days later is New Year's Day, rolled to Monday 4 January; the notice has Sunday 3rd worked.
MON_2_NOV_2026, MON_4_JAN_2027, SUN_3_JAN_2027 = "2026-11-02", "2027-01-04", "2027-01-03"


@pytest.fixture
async def admin(office: Office) -> Any:
    """The administrator."""
    async with office.client("admin") as client:
        yield client


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition whose handling period ends on the first working day of 2027."""
    filed = office.petition()
    office.at_unit(filed)
    office.clock_for(filed, started_on=date.fromisoformat(MON_2_NOV_2026))
    return filed


async def test_anybody_sees_a_year_and_how_far_it_is_known(handler: httpx.AsyncClient) -> None:
    this_year = (await handler.get("/api/calendar")).json()
    assert (this_year["year"], this_year["is_announced"]) == (MON_23_NOV_2026.year, True)
    assert (this_year["horizon"], this_year["days_left"]) == ("2026-12-31", 38)
    assert this_year["is_horizon_near"]
    by_date = {day["date"]: day for day in this_year["days"]}
    assert by_date["2026-10-10"]["kind"] == "makeup_workday"
    assert by_date["2026-10-10"]["source"] == "国务院办公厅节假日安排通知"
    next_year = (await handler.get("/api/calendar", params={"year": 2027})).json()
    assert not next_year["is_announced"]
    assert all(day["provisional"] for day in next_year["days"])


async def test_who_has_not_signed_in_sees_nothing(anyone: httpx.AsyncClient) -> None:
    assert (await anyone.get("/api/calendar")).status_code == 401


async def test_a_dry_run_names_changes_and_clocks_and_writes_nothing(
    office: Office, admin: httpx.AsyncClient, petition: Petition
) -> None:
    answer = await admin.post("/api/calendar/notices", json=NOTICE | {"dry_run": True})
    change = answer.json()
    assert change["edition"] is None
    assert change["clocks_total"] == 1
    (clock,) = change["clocks"]
    assert (clock["petition"], clock["clock"]) == (petition.number, "D05")
    assert (clock["old_due"], clock["new_due"]) == (MON_4_JAN_2027, SUN_3_JAN_2027)
    changes = {
        one["date"]: (one["before"]["kind"], one["after"]["kind"]) for one in change["changes"]
    }
    assert changes["2026-12-31"] == ("workday", "shifted_rest")
    assert count(office.database, CalendarEdition) == 1


async def test_a_notice_is_loaded_and_clocks_follow_when_they_are_told(
    office: Office, admin: httpx.AsyncClient, petition: Petition
) -> None:
    loaded = (await admin.post("/api/calendar/notices", json=NOTICE)).json()
    assert loaded["edition"].startswith("2-notice-2027-")
    case = (await admin.get(f"/api/petitions/{petition.number}")).json()
    assert case["clocks"][0]["due_on"] == MON_4_JAN_2027
    assert (await admin.post("/api/calendar/moves")).json() == {"moved": 1, "left": 0}
    assert (await admin.post("/api/calendar/moves")).json() == {"moved": 0, "left": 0}
    case = (await admin.get(f"/api/petitions/{petition.number}")).json()
    assert case["clocks"][0]["due_on"] == SUN_3_JAN_2027
    assert not case["clocks"][0]["is_provisional"]
    assert office.outbox()[-1][1]["name"] == "deadline_moved"
    year = (await admin.get("/api/calendar", params={"year": 2027})).json()
    assert (year["is_announced"], year["edition"]["source"]) == (True, "国办发明电〔2026〕99号")
    assert year["edition"]["actor"]["id"] == "admin"


async def test_a_day_is_edited_with_its_reason(office: Office, admin: httpx.AsyncClient) -> None:
    day = {"kind": "shifted_rest", "name": "校庆", "reason": "示例"}
    answer = await admin.put("/api/calendar/days/2026-12-01", json=day)
    (change,) = answer.json()["changes"]
    assert change["after"]["source"] == "本单位设定（可配置默认值）"
    again = await admin.put("/api/calendar/days/2026-12-01", json=day)
    assert (again.json()["edition"], again.json()["changes"]) == (None, [])
    assert count(office.database, CalendarEdition) == 2


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/api/calendar/notices", NOTICE),
        ("POST", "/api/calendar/moves", None),
        (
            "PUT",
            "/api/calendar/days/2026-12-01",
            {"kind": "shifted_rest", "name": "假", "reason": "示例"},
        ),
    ],
)
async def test_only_the_administrator_changes_it(
    office: Office, manager: httpx.AsyncClient, method: str, path: str, body: Any
) -> None:
    answer = await manager.request(method, path, json=body)
    assert (answer.status_code, answer.json()["error"]) == (403, "RoleMissing")
    assert count(office.database, CalendarEdition) == 1


async def test_a_wrong_notice_is_named_with_its_line(admin: httpx.AsyncClient) -> None:
    wrong = NOTICE_2027.replace("1月3日（周日）", "1月3日（周六）")
    answer = await admin.post("/api/calendar/notices", json={"text": wrong})
    assert (answer.status_code, answer.json()["error"]) == (422, "NoticeWeekdayWrong")
    assert "line 4" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("day", "change", "status"),
    [
        ("2026-12-01", {"kind": "makeup_workday"}, 422),
        ("2026-12-01", {"source": "somebody"}, 409),
        ("2026-12-01", {"reason": " "}, 422),
        ("2026-12-01", {"kind": "party"}, 422),
        ("2026-02-30", {}, 404),
    ],
)
async def test_a_day_that_cannot_be_is_refused(
    admin: httpx.AsyncClient, day: str, change: dict[str, Any], status: int
) -> None:
    body = {"kind": "shifted_rest", "name": "假", "reason": "示例"} | change
    assert (await admin.put(f"/api/calendar/days/{day}", json=body)).status_code == status


class TestPage:
    async def test_a_year_shows_what_each_day_is(self, office: Office) -> None:
        async with visitor(office, "handler_zj") as browser:
            page = (await browser.get("/calendar?year=2026")).text
        assert page.count("<caption>") == 12
        assert '<td class="makeup_workday"><time datetime="2026-10-10">10</time>' in page
        assert 'title="国庆节 · 调休上班">班</abbr>' in page
        assert "2026年12月31日（还有 38 天）" in page
        assert 'action="/calendar/notices' not in page

    async def test_a_year_to_come_is_marked_provisional(self, office: Office) -> None:
        async with visitor(office, "handler_zj") as browser:
            page = (await browser.get("/calendar?year=2027")).text
        assert "待校准" in page
        assert '<td class="statutory_holiday provisional"><time datetime="2027-10-01">' in page

    async def test_the_administrator_previews_confirms_and_moves(
        self, office: Office, petition: Petition
    ) -> None:
        async with visitor(office, "admin") as browser:
            preview = await browser.post("/calendar/notices", data={"notice": NOTICE_2027})
            assert petition.number in preview.text
            assert "将有 1 个期限随之移动" in preview.text
            assert count(office.database, CalendarEdition) == 1
            confirmed = await browser.post(
                "/calendar/notices", data={"notice": NOTICE_2027, "confirmed": "true"}
            )
            loaded = (await browser.get(confirmed.headers["location"])).text
            assert "已导入，31 天有变化。" in loaded
            assert "移动期限" in loaded
            moved = await browser.post("/calendar/clocks")
            assert "已移动 1 个期限。" in (await browser.get(moved.headers["location"])).text
            again = await browser.post("/calendar/notices", data={"notice": NOTICE_2027})
            assert "没有变化" in (await browser.get(again.headers["location"])).text

    async def test_a_file_is_read_and_what_is_wrong_is_said(self, office: Office) -> None:
        async with visitor(office, "admin") as browser:
            good = {"file": ("notice.txt", NOTICE_2027.encode("utf-8-sig"))}
            assert "将有 31 天变化" in (await browser.post("/calendar/notices", files=good)).text
            for content in (NOTICE_2027.encode("gb18030"), b"\x00"):
                bad = await browser.post("/calendar/notices", files={"file": ("x", content)})
                assert (bad.status_code, "UTF-8" in bad.text) == (422, True)
            wrong = await browser.post("/calendar/notices", data={"notice": "放假了"})
            assert wrong.status_code == 422
            assert "没有写明年份" in wrong.text
            assert "放假了</textarea>" in wrong.text

    async def test_others_cannot_load_one(self, office: Office) -> None:
        async with visitor(office, "manager") as browser:
            answer = await browser.post("/calendar/notices", data={"notice": NOTICE_2027})
        assert answer.status_code == 403
