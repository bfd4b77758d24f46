"""By keyboard alone: every page, a day of work, and the keys that the sheet on `?` lists."""

import pytest
from playwright.sync_api import Page, expect

from records.demo import BUREAU
from tests.api.every_page import every_page
from tests.browser.conftest import Site
from tests.browser.opening import goes_to, is_painted, opens
from tests.browser.test_casework import sign_in

pytestmark = pytest.mark.browser
# What a keyboard is to reach; of radio buttons with one name, Tab reaches one and arrows the rest.
NUMBER_STOPS = """
() => {
  const groups = new Map();
  let stops = 0;
  for (const one of document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
    if (one.disabled || one.tabIndex < 0 || !one.checkVisibility()) continue;
    const group = one.type === 'radio' ? one.name : one;
    if (!groups.has(group)) groups.set(group, stops++);
    one.dataset.stop = groups.get(group);
  }
  return stops;
}"""
WHERE_FOCUS_IS = """
() => {
  const one = document.activeElement;
  const shows = [one, one.closest('label'), one.parentElement].some((shown) => {
    const style = shown && getComputedStyle(shown);
    return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
  });
  return [one.dataset.stop ?? '', shows ? '' : one.outerHTML.slice(0, 120)];
}"""


def test_the_keyboard_reaches_all_there_is_on_every_page_and_shows_where_it_is(
    site: Site, page: Page
) -> None:
    missed, unseen = {}, {}
    for one in every_page(site.office):
        opens(site, page, one)
        is_painted(page)
        stops = {str(stop) for stop in range(page.evaluate(NUMBER_STOPS))}
        page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
        # Behind the last one comes the first, where the page itself chose where to begin.
        for _ in range(2 * len(stops)):
            if not stops:
                break
            page.keyboard.press("Tab")
            stop, faint = page.evaluate(WHERE_FOCUS_IS)
            stops.discard(stop)
            if stop and faint:
                unseen[f"{one.user} {one.address}"] = faint
        if stops:
            missed[f"{one.user} {one.address}"] = named(page, stops)

    assert (missed, unseen) == ({}, {})


def named(page: Page, stops: set[str]) -> list[str]:
    """What these are in the page."""
    found: list[str] = page.evaluate(
        "(stops) => stops.map((stop) =>"
        " document.querySelector(`[data-stop='${stop}']`)?.outerHTML.slice(0, 120) ?? stop)",
        sorted(stops),
    )
    return found


def three_tasks(site: Site) -> list[int]:
    groups = (f"classifier@{BUREAU}",)
    return [site.office.task(site.office.petition(f"事项{n}"), groups=groups) for n in range(3)]


def test_a_day_by_keyboard_alone(site: Site, page: Page) -> None:
    keys = three_tasks(site)
    sign_in(page, "classifier")
    goes_to(page, "/?scope=free&sort=created")

    page.keyboard.press("j")
    expect(page.get_by_role("link", name="事项0")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.get_by_role("link", name="事项1")).to_be_focused()
    page.keyboard.press("c")
    expect(page.get_by_role("button", name="打开")).to_have_count(1)
    page.keyboard.press("k")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/petitions")
    is_painted(page)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("事项2")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/petitions?q=*")
    is_painted(page)
    page.keyboard.press("g")
    page.keyboard.press("i")
    page.wait_for_url(lambda url: url.rstrip("/") == site.url)
    is_painted(page)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/tasks/{keys[1]}*")


def test_letters_that_are_typed_do_nothing_else(site: Site, page: Page) -> None:
    three_tasks(site)
    sign_in(page, "classifier")
    goes_to(page, "/?scope=free")
    field = page.get_by_role("searchbox")
    field.focus()
    page.keyboard.type("jkcn/?gi")
    expect(field).to_have_value("jkcn/?gi")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(field).not_to_be_focused()


def test_the_sheet_lists_what_works_on_this_page_and_closes(site: Site, page: Page) -> None:
    three_tasks(site)
    sign_in(page, "classifier")
    goes_to(page, "/?scope=free")
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="本页的快捷键")
    expect(sheet).to_be_visible()
    expect(sheet.get_by_text("下一行")).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    goes_to(page, "/law")
    page.keyboard.press("?")
    expect(sheet.get_by_text("到任务列表")).to_be_visible()
    expect(sheet.get_by_text("下一行")).to_be_hidden()


def test_letters_can_be_switched_off_and_ctrl_enter_stays(site: Site, page: Page) -> None:
    three_tasks(site)
    sign_in(page, "classifier")
    goes_to(page, "/settings")
    page.get_by_label("使用单键快捷键").uncheck()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("已保存。")).to_be_visible()
    goes_to(page, "/?scope=free")
    page.keyboard.press("?")
    page.keyboard.press("j")
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.get_by_role("link", name="事项0")).not_to_be_focused()
    page.get_by_role("button", name="快捷键").click()
    expect(page.get_by_text("单键快捷键已关闭")).to_be_visible()


def test_the_skip_link_comes_first_and_leads_to_the_content(site: Site, page: Page) -> None:
    sign_in(page, "clerk")
    goes_to(page, "/petitions")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
