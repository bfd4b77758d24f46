"""What a page loads of scripts and styles at its first visit, as transferred; the heaviest is told.

300 KB for each page but those of a designer, which there is none of yet.
"""

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.api.every_page import Opened, every_page
from tests.browser.conftest import Site
from tests.browser.test_barriers import opens
from tests.browser.test_filing import open_parts

pytestmark = pytest.mark.browser
MOST_BYTES = 300 * 1024
COUNTED = ("script", "stylesheet")


def weight(site: Site, chromium: Browser, one: Opened) -> tuple[int, dict[str, int]]:
    """Bytes of bodies in all and by name, in a browser that has kept nothing; all parts opened."""
    context = chromium.new_context(base_url=site.url, locale="zh-CN")
    page: Page = context.new_page()
    finished: list[Request] = []
    page.on("requestfinished", finished.append)
    opens(site, page, one)
    open_parts(page)
    # The diagram of a case is loaded when somebody wants it.
    page.wait_for_load_state("networkidle")
    bodies = {
        request.url.partition("/static/")[2].partition("?")[0]: request.sizes()["responseBodySize"]
        for request in finished
        if request.resource_type in COUNTED
    }
    context.close()
    return sum(bodies.values()), bodies


def test_no_page_loads_more_than_300_kb_of_scripts_and_styles(
    site: Site, chromium: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = {
        f"{one.user} {one.address}": weight(site, chromium, one) for one in every_page(site.office)
    }

    heaviest = max(weights, key=lambda page: weights[page])
    total, bodies = weights[heaviest]
    with capsys.disabled():
        told = f"heaviest of {len(weights)} pages: {heaviest}, {total / 1024:.0f} KB: {bodies}"
        print("\n" + told)  # noqa: T201 - the figure is part of what is proved
    assert {"style.css", "htmx.js"} <= bodies.keys()
    assert any("diagram.js" in loaded for _, loaded in weights.values())
    assert {page: found for page, found in weights.items() if found[0] > MOST_BYTES} == {}
