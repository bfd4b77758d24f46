"""Every page and every dialog with axe, unfolded, in both languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.api.every_page import every_page
from tests.browser.conftest import Site
from tests.browser.opening import in_language, opens, unfold
from tests.browser.test_casework import serious_faults

pytestmark = pytest.mark.browser
DIALOGS = {"keys": "#keys-open", "preview": "a.preview"}


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
