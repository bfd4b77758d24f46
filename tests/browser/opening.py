"""Opens pages as a person does, and waits until they can be looked at."""

from playwright.sync_api import Page, expect

from tests.api.every_page import Opened
from tests.browser.conftest import Site


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
