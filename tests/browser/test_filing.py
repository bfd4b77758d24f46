"""At the window: the registration record is filled in, checked for duplicates, and filed."""

import pytest
from playwright.sync_api import Page, expect

from records.matters import set_facts
from records.models import Petition
from tests.browser.conftest import Site
from tests.browser.test_casework import serious_faults, sign_in, until_drafted

pytestmark = pytest.mark.browser
TEXT = "电梯停用已有两个月，老人上下楼困难。"


def fill_in(page: Page, subject: str = "小区电梯停用") -> None:
    page.goto("/petitions/new")
    page.get_by_label("姓名（名称）").fill("某信访人")
    page.get_by_label("标题").fill(subject)
    page.locator("textarea[name=text]").fill(TEXT)
    page.get_by_label("口头提出的").check()


def overflows(page: Page) -> bool:
    wide: bool = page.evaluate(
        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    return wide


def test_claims_and_companions_are_added_one_by_one(site: Site, page: Page) -> None:
    sign_in(page, "clerk")
    fill_in(page)
    page.locator("textarea[name=claims-0-text]").fill("修好电梯")
    page.get_by_role("button", name="添加诉求").click()
    expect(page.locator("textarea[name=claims-1-text]")).to_be_focused()
    page.locator("textarea[name=claims-1-text]").fill("写错的诉求")
    page.get_by_role("button", name="添加诉求").click()
    page.locator("textarea[name=claims-2-text]").fill("公开账目")
    page.get_by_role("button", name="删除").nth(1).click()
    page.get_by_text("随访人、联名人").click()
    page.locator("input[name=companions-0-name]").fill("乙某某")
    page.get_by_role("button", name="登记", exact=True).click()

    expect(page.get_by_text("已登记。")).to_be_visible()
    open_parts(page)
    expect(page.locator("#text ol").first.locator("li")).to_have_text(["修好电梯", "公开账目"])
    expect(page.locator("#people ol.persons li")).to_contain_text(["乙"])


def test_what_is_typed_survives_a_reload_until_it_is_filed(site: Site, page: Page) -> None:
    sign_in(page, "clerk")
    fill_in(page)
    page.get_by_role("button", name="添加诉求").click()
    page.locator("textarea[name=claims-1-text]").fill("公开账目")
    until_drafted(page, "公开账目")

    page.reload()

    expect(page.locator("textarea[name=claims-1-text]")).to_have_value("公开账目")
    expect(page.get_by_text("已恢复上次没有提交的内容。")).to_be_visible()
    expect(page.get_by_label("口头提出的")).to_be_checked()
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_text("已登记。")).to_be_visible()
    page.goto("/petitions/new")
    expect(page.get_by_label("标题")).to_have_value("")


def test_duplicates_are_seen_before_filing_and_filed_all_the_same(site: Site, page: Page) -> None:
    known = site.office.petition("小区电梯停用", text=TEXT)
    sign_in(page, "clerk")
    fill_in(page)
    page.get_by_role("button", name="查重").click()
    expect(page.locator("#duplicates").get_by_text(known.number)).to_be_visible()
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.locator("#duplicates")).to_contain_text("文字相似")
    expect(page.locator("textarea[name=text]")).to_have_value(TEXT)
    page.get_by_role("button", name="仍要登记").click()

    expect(page.get_by_text("已登记。")).to_be_visible()


def test_what_was_told_by_mouth_must_be_confirmed(site: Site, page: Page) -> None:
    sign_in(page, "clerk")
    fill_in(page)
    box = page.get_by_label("口头提出的")
    box.uncheck()
    page.get_by_role("button", name="登记", exact=True).click()
    assert box.evaluate("box => box.validity.valueMissing")
    page.get_by_label("信访形式").select_option("letter")
    page.get_by_role("button", name="登记", exact=True).click()

    expect(page.get_by_text("已登记。")).to_be_visible()


def open_parts(page: Page) -> None:
    """Open every part of the case page."""
    page.evaluate("document.querySelectorAll('.part > details').forEach(one => one.open = true)")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_fit_and_have_no_serious_barriers(site: Site, page: Page, width: int) -> None:
    office = site.office
    petition: Petition = office.petition()
    matter = office.matter(petition)
    for code in ("D05", "D24"):
        office.run_clock(petition, code, matter=matter)
    office.run_clock(petition, "D21")
    with office.database.transaction() as session:
        set_facts(session, matter.id, {"arbitration_open": True, "duty_open": True})
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(page, "clerk")
    for path, opened in (
        ("/petitions/new", "details.group"),
        (f"/petitions/{petition.number}", "details.request"),
    ):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        open_parts(page)
        for summary in page.locator(f"{opened} > summary").all():
            summary.click()
        assert serious_faults(page) == [], path
        assert not overflows(page), path
