"""The inbox in a browser: a list that was filtered works as the one before it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.test_casework import sign_in

pytestmark = pytest.mark.browser


def test_all_tasks_of_a_filtered_list_are_chosen_and_claimed(site: Site, page: Page) -> None:
    for subject in ("小区电梯停用", "学校电梯停用", "公园路灯不亮"):
        site.office.task(site.office.petition(subject))
    sign_in(page, "classifier")
    page.goto("/?scope=free")
    expect(page.locator("#bulk").get_by_role("button", name="领取")).to_be_hidden()
    page.get_by_role("searchbox").fill("电梯")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("table.inbox tbody tr")).to_have_count(2)
    expect(page.locator("#bulk").get_by_role("button", name="领取")).to_be_hidden()
    page.get_by_label("全选本页").check()
    expect(page.locator("#bulk output")).to_have_text("2")
    page.locator("#bulk").get_by_role("button", name="领取").click()

    expect(page.locator("#bulk-report")).to_contain_text("成功 2 件，未成功 0 件。")


def test_a_menu_of_the_header_closes_on_escape_and_elsewhere(site: Site, page: Page) -> None:
    sign_in(page, "clerk")
    more, own = page.locator("header .places summary"), page.locator("header .own summary")
    law = page.get_by_role("link", name="法规依据")
    more.click()
    expect(law).to_be_visible()
    page.keyboard.press("Escape")
    expect(law).to_be_hidden()
    expect(more).to_be_focused()
    more.click()
    own.click()
    expect(law).to_be_hidden()
    expect(page.get_by_role("button", name="退出")).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(page.get_by_role("button", name="退出")).to_be_hidden()
