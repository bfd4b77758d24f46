"""What a screen reader and a keyboard need of every page, read off the page itself.

tests/browser looks at the same pages in a browser, with axe, on a telephone, by keyboard.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.api.conftest import settings_in
from tests.api.every_page import Opened, every_page, page_routes
from tests.api.office import Office, open_office
from tests.api.test_pages import visitor


@pytest.fixture(scope="module")
def office(office_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for all: pages are only looked at."""
    settings = settings_in(tmp_path_factory.mktemp("barriers") / "data")
    shutil.copytree(office_template, settings.data_dir)
    with open_office(settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(office: Office) -> list[Opened]:
    return every_page(office)


def test_every_page_is_among_those_looked_at(pages: list[Opened]) -> None:
    assert page_routes() - {page.route for page in pages} == set()


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_pages_have_landmarks_names_and_labels(
    office: Office, pages: list[Opened], language: str
) -> None:
    found: dict[str, list[str]] = {}
    for page in pages:
        async with visitor(office, page.user) as browser:
            browser.cookies.set("xinfang_language", language)
            answer = await browser.get(page.address)
        assert answer.status_code == (404 if page.route == "/nothing" else 200), page
        if faults := faults_of(html.fromstring(answer.text), language):
            found[f"{page.user} {page.address}"] = faults
    assert found == {}


def faults_of(page: html.HtmlElement, language: str) -> list[str]:
    """What is missing, in words."""
    wanted = {
        "one main": len(page.findall(".//main")) == 1,
        "one header": len(page.findall("./body/header")) == 1,
        "one h1": len(page.findall(".//h1")) == 1,
        "language": page.get("lang") == ("zh-CN" if language == "zh" else "en"),
        "title": bool((page.findtext(".//title") or "").strip()),
        "skip link first": page.findall(".//a")[0].get("href") == "#content",
        "skip link leads somewhere": page.find(".//main").get("id") == "content",
        "polite messages": page.find(".//*[@id='said']").get("aria-live") == "polite",
        "navigations are named": all(nav.get("aria-label") for nav in page.iter("nav")),
    }
    faults = [name for name, is_there in wanted.items() if not is_there]
    faults += [f"no label: {field.get('name')}" for field in fields(page) if not is_named(field)]
    faults += [
        f"no name: {html.tostring(one)!r}"
        for one in page.xpath(".//button | .//a[@href] | .//summary")
        if not (one.text_content().strip() or one.get("aria-label") or is_hidden(one))
    ]
    faults += ["th without scope" for cell in page.iter("th") if not cell.get("scope")]
    ids = [one.get("id") for one in page.xpath(".//*[@id]")]
    faults += [f"twice: {name}" for name in {*ids} if ids.count(name) > 1]
    pointed = " ".join(
        one.get(name, "")
        for one in page.iter(html.etree.Element)
        for name in ("aria-labelledby", "aria-describedby")
    )
    return faults + [f"points nowhere: {name}" for name in {*pointed.split()} - {*ids}]


def fields(page: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Fields that people fill in."""
    for field in page.xpath(".//input | .//select | .//textarea"):
        if field.get("type") != "hidden" and not is_hidden(field):
            yield field


def is_hidden(one: html.HtmlElement) -> bool:
    """Whether nobody sees or hears it: not shown yet, or kept for password managers."""
    around = [one, *one.iterancestors()]
    return any(
        part.get("hidden") is not None or part.get("aria-hidden") == "true" for part in around
    )


def is_named(field: html.HtmlElement) -> bool:
    """Whether a label with words belongs to the field."""
    label = next(field.iterancestors("label"), None)
    words = label.text_content().strip() if label is not None else ""
    return bool(words or field.get("aria-label") or field.get("aria-labelledby"))


def test_a_page_with_every_fault_is_found() -> None:
    bare = html.fromstring(
        "<html lang='de'><body><header></header><a href='#x'>x</a><main id='c'>"
        "<input name='q'><button></button><table><tr><th>a</th></tr></table>"
        "<p id='d' aria-describedby='e'></p><p id='d'></p></main>"
        "<div id='said'></div><nav></nav></body></html>"
    )
    assert sorted(fault.partition(":")[0] for fault in faults_of(bare, "zh")) == [
        "language",
        "navigations are named",
        "no label",
        "no name",
        "one h1",
        "points nowhere",
        "polite messages",
        "skip link first",
        "skip link leads somewhere",
        "th without scope",
        "title",
        "twice",
    ]
