"""Every page on a telephone, unfolded, in both languages and in large type."""

import pytest
from playwright.sync_api import Page

from records.models import UserSetting
from tests.api.every_page import every_page
from tests.browser.conftest import Site
from tests.browser.opening import in_language, opens, unfold
from tests.browser.test_filing import overflows

pytestmark = pytest.mark.browser
TARGETS = "button, input, select, summary, [role=button], nav a, td:first-child a"
FOREIGN = ".hidden, [aria-hidden=true], .djs-container, .bjs-container, .fjs-container"
SMALL_TARGETS = """
((targets, foreign) => [...document.querySelectorAll(targets)]
  .filter((one) => one.offsetParent !== null && one.type !== 'hidden' && !one.closest(foreign))
  .filter((one) => {
    const box = (one.closest('label') ?? one).getBoundingClientRect();
    return box.width > 1 && (box.height < 23.5 || box.width < 23.5);
  })
  .map((one) => one.outerHTML.slice(0, 120)))"""


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
