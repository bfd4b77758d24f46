"""The work calendar in a browser, also on a telephone."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.test_casework import serious_faults, sign_in
from tests.law.notices import NOTICE_2027

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 360])
def test_the_administrator_loads_a_notice_and_the_clocks_follow(
    site: Site, page: Page, width: int
) -> None:
    petition = site.office.petition()
    site.office.at_unit(petition)
    # Its 60 days end on New Year's Day; the notice has Sunday 3 January worked.
    site.office.clock_for(petition, started_on=date(2026, 11, 2))
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(page, "admin")
    page.locator(".top summary").first.click()
    page.get_by_role("link", name="工作日历").click()
    expect(page.get_by_role("note")).to_contain_text("2026年12月31日")
    faults = {"announced": serious_faults(page)}
    page.goto("/calendar?year=2027")
    faults["provisional"] = serious_faults(page)

    page.get_by_label("通知全文").fill(NOTICE_2027)
    page.get_by_role("button", name="预览变化").click()
    expect(page.get_by_role("link", name=petition.number)).to_be_visible()
    faults["preview"] = serious_faults(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.get_by_role("button", name="确认导入").click()
    expect(page.get_by_text("已导入，31 天有变化。")).to_be_visible()
    page.get_by_role("button", name="移动期限").click()
    expect(page.get_by_text("已移动 1 个期限。")).to_be_visible()
    page.goto(f"/petitions/{petition.number}")
    expect(page.get_by_text("2027年1月3日").first).to_be_visible()
    assert {state: found for state, found in faults.items() if found} == {}
