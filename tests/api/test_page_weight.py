"""What a page loads of scripts and styles at a first visit, as transferred; the heaviest is told.

300 KB for each page but those of a designer, which there is none of yet. What a page loads when
somebody opens a part counts too: it says so in `data-script` and `data-style`.
"""

import httpx
import pytest
from lxml import html

from modeling.bundle import build_bundle
from modeling.errors import BundleFailed, NodeMissing
from tests.api.every_page import every_page
from tests.api.office import Office
from tests.api.test_pages import visitor

MOST_BYTES = 300 * 1024
LOADED = (
    "//link[@rel='stylesheet']/@href",
    "//script/@src",
    "//@data-script",
    "//@data-style",
)


async def bytes_of(browser: httpx.AsyncClient, address: str) -> int:
    """The body as it goes over the line to a browser."""
    wanted = {"Accept-Encoding": "gzip"}
    async with browser.stream("GET", address, headers=wanted) as answer:
        assert answer.status_code == 200, address
        return sum([len(part) async for part in answer.aiter_raw()])


async def test_no_page_loads_more_than_300_kb_of_scripts_and_styles(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        build_bundle()
    except (NodeMissing, BundleFailed) as missing:
        pytest.skip(str(missing))
    pages: dict[str, set[str]] = {}
    sizes: dict[str, int] = {}
    async with visitor(office) as stranger:
        for one in every_page(office):
            async with visitor(office, one.user) as browser:
                page = html.fromstring((await browser.get(one.address)).text)
            loaded = {str(address) for query in LOADED for address in page.xpath(query)}
            pages[f"{one.user} {one.address}"] = loaded
            for address in loaded - sizes.keys():
                sizes[address] = await bytes_of(stranger, address)

    weights = {page: sum(sizes[one] for one in loaded) for page, loaded in pages.items()}
    heaviest = max(weights, key=lambda page: weights[page])
    with capsys.disabled():
        told = f"heaviest of {len(weights)} pages: {heaviest}, {weights[heaviest] / 1024:.0f} KB"
        print("\n" + told)  # noqa: T201 - the figure is part of what is proved
    assert any("/diagram.js" in address for address in sizes)
    assert {page: weight for page, weight in weights.items() if weight > MOST_BYTES} == {}
