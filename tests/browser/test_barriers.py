"""Every page with axe, in both languages, in large type, on a telephone and by keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from records.demo import BUREAU
from tests.api.every_page import Opened, every_page
from tests.browser.conftest import Site
from tests.browser.test_casework import serious_faults, sign_in
from tests.browser.test_filing import overflows

pytestmark = pytest.mark.browser
TARGETS = "button, input, select, summary, [role=button], nav a, td:first-child a"
FOREIGN = ".hidden, [aria-hidden=true], .djs-container, .bjs-container, .fjs-container"
DIALOGS = {"keys": "#keys-open", "preview": "a.preview"}
SMALL_TARGETS = """
((targets, foreign) => [...document.querySelectorAll(targets)]
  .filter((one) => one.offsetParent !== null && one.type !== 'hidden' && !one.closest(foreign))
  .filter((one) => {
    const box = (one.closest('label') ?? one).getBoundingClientRect();
    return box.width > 1 && (box.height < 23.5 || box.width < 23.5);
  })
  .map((one) => one.outerHTML.slice(0, 120)))"""

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


def opens(site: Site, page: Page, one: Opened) -> None:
    """Open the page as this person, without typing a password each time."""
    page.context.clear_cookies(name="xinfang_session")
    if one.user:
        token = site.office.token(one.user)
        cookie = {"name": "xinfang_session", "value": token, "url": site.url}
        page.context.add_cookies([cookie])  # type: ignore[list-item]
    page.goto(one.address)
    page.wait_for_load_state("load")
    if page.locator("#form").count():
        expect(page.locator("#form .fjs-container, #faults:not([hidden])").first).to_be_attached()


def goes_to(page: Page, address: str) -> None:
    """Open the page; keys pressed before it is painted are dropped by the browser itself."""
    page.goto(address)
    is_painted(page)


def is_painted(page: Page) -> None:
    page.evaluate(
        "() => new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)))"
    )


def unfold(page: Page, part: str) -> None:
    """Open all that is folded in this part of the page; what is fetched then is awaited."""
    page.locator(f"{part} details").evaluate_all("(all) => all.forEach((one) => (one.open = true))")
    page.wait_for_function("() => document.querySelector('.htmx-request') === null")


def in_language(site: Site, page: Page, language: str) -> None:
    cookie = {"name": "xinfang_language", "value": language, "url": site.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_and_no_dialog_has_serious_barriers(site: Site, page: Page, language: str) -> None:
    in_language(site, page, language)
    found = {}
    menus_seen = set()
    for one in every_page(site.office):
        opens(site, page, one)
        where = f"{one.user} {one.address}"
        unfold(page, "main")
        found[where] = serious_faults(page)
        for name, opener in DIALOGS.items():
            if page.locator(opener).first.is_visible():
                page.locator(opener).first.click()
                expect(page.get_by_role("dialog")).to_be_visible()
                found[f"{where} {name}"] = serious_faults(page, "dialog[open]")
                page.keyboard.press("Escape")
        if one.user not in menus_seen:
            menus_seen.add(one.user)
            unfold(page, "header")
            found[f"{where} menus"] = serious_faults(page, "header")

    assert {where for where in found if where.endswith("preview")} != set()
    assert {where: faults for where, faults in found.items() if faults} == {}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("is_large", [False, True], ids=["normal", "large"])
def test_every_page_is_usable_at_360_pixels(
    site: Site, page: Page, language: str, is_large: bool
) -> None:
    in_language(site, page, language)
    page.set_viewport_size({"width": 360, "height": 740})
    wide, small = [], {}
    for one in every_page(site.office):
        if is_large:
            set_large(site, page, one.user)
        opens(site, page, one)
        unfold(page, "main")
        if overflows(page):
            wide.append(f"{one.user} {one.address}")
        if faults := small_targets(page):
            small[f"{one.user} {one.address}"] = faults

    assert wide == []
    assert small == {}


def set_large(site: Site, page: Page, user: str | None) -> None:
    from records.models import UserSetting

    page.context.add_cookies([{"name": "xinfang_large", "value": "1", "url": site.url}])
    if user:
        with site.office.database.transaction() as session:
            session.merge(UserSetting(user_id=user, is_large=True))


def small_targets(page: Page) -> list[str]:
    """Targets below 24 by 24 pixels (WCAG 2.5.8), but for links within a line of text.

    A field that its label surrounds is hit by hitting the label. Diagram and form are of bpmn.io.
    """
    found: list[str] = page.evaluate(f"{SMALL_TARGETS}('{TARGETS}', '{FOREIGN}')")
    return found


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
