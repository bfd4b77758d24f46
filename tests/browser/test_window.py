"""At the window: from the number to the receipt, and a registration that outlives its tab."""

import pytest
from playwright.sync_api import Page, expect

from records.answer_templates import keep_template
from tests.api.matter_tasks import add_matter, task_of
from tests.api.office import HOUSING
from tests.browser.conftest import Site
from tests.browser.test_casework import serious_faults, sign_in
from tests.browser.test_filing import TEXT, overflows

pytestmark = pytest.mark.browser


def takes_a_number(page: Page, name: str, about: str) -> None:
    page.locator("#take input[name=name]").fill(name)
    page.locator("#take input[name=about]").fill(about)
    page.get_by_role("button", name="取号").click()
    expect(page.locator("#queue")).to_contain_text(name)


def test_a_visitor_is_called_registered_and_gets_the_code(site: Site, page: Page) -> None:
    sign_in(page, "clerk")
    page.goto("/window")
    takes_a_number(page, "甲某某", "小区电梯停用")
    page.locator("#next").click()
    expect(page.locator("#field-petitioner_name")).to_have_value("甲某某")
    page.locator("#field-text").fill(TEXT)
    page.get_by_label("口头提出的").check()
    page.get_by_role("button", name="登记并出具回执").last.click()

    expect(page.locator(".big-code")).to_be_visible()
    page.get_by_role("link", name="回到接待窗口").click()
    expect(page.locator("#queue")).to_contain_text("已登记")


def test_what_is_typed_outlives_its_tab(site: Site, page: Page) -> None:
    sign_in(page, "clerk")
    page.goto("/petitions/new")
    page.get_by_label("标题").fill("学区划分")
    expect(page.locator("#draft-said")).to_contain_text("已保存")
    second = page.context.new_page()
    page.close()
    second.goto("/petitions/new")
    second.get_by_role("link", name="继续填写").click()

    expect(second.get_by_label("标题")).to_have_value("学区划分")


def test_duplicates_are_told_while_typing(site: Site, page: Page) -> None:
    known = site.office.petition("小区电梯停用", text=TEXT)
    sign_in(page, "clerk")
    page.goto("/petitions/new")
    page.get_by_label("标题").fill("小区电梯停用")
    page.locator("textarea[name=text]").fill(TEXT)

    expect(page.locator("#duplicates-said")).to_contain_text("1 件")
    expect(page.locator("#duplicates")).to_contain_text(known.number)


def test_faults_lead_to_their_fields_and_templates_are_inserted(site: Site, page: Page) -> None:
    office = site.office
    petition = office.petition()
    key = task_of(
        office, petition, add_matter(office, petition), "draft_opinion", f"handler@{HOUSING}"
    )
    with office.database.transaction() as session:
        keep_template(
            session,
            HOUSING,
            title="开头",
            text="关于{编号}，现答复如下：",
            actor="unit_leader_zj",
            now=office.clock.now(),
        )
    sign_in(page, "handler_zj")
    page.goto(f"/tasks/{key}")
    page.locator("form[action$=claim] button").click()
    expect(page.locator("#form :focus")).to_have_count(1)
    page.locator("#submit").click()
    expect(page.locator("#faults li")).to_have_count(4)
    expect(page.locator("#form .fjs-has-errors").first.locator(":focus")).to_have_count(1)
    page.locator("#faults a", has_text="处理意见内容").click()
    answer = page.get_by_label("处理意见内容")
    expect(answer).to_be_focused()
    page.locator("#templates summary").click()
    page.get_by_role("button", name="插入 开头").click()

    expect(answer).to_have_value(f"关于{petition.number}，现答复如下：")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_fit_and_have_no_serious_barriers(site: Site, page: Page, width: int) -> None:
    petition = site.office.petition()
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(page, "clerk")
    page.goto("/window")
    takes_a_number(page, "甲某某", "小区电梯停用")
    page.locator("#next").click()
    for path in (
        "/window",
        f"/window/receipts/{petition.number}",
        f"/petitions/{petition.number}/record",
    ):
        page.goto(path)
        for summary in page.locator("main details > summary").all():
            summary.click()
        assert serious_faults(page) == [], path
        assert not overflows(page), path
