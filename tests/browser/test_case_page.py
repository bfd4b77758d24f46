"""The case page in a browser: parts that open, a look at one field, a preview, the timeline."""

import pytest
from playwright.sync_api import Page, expect

from records.models import Petition
from tests.api.case_files import add_steps, handled
from tests.api.office import HOUSING
from tests.api.test_documents import issue, notice
from tests.browser.conftest import Site
from tests.browser.test_casework import press_in_menu, serious_faults, sign_in
from tests.browser.test_filing import open_parts, overflows

pytestmark = pytest.mark.browser
PHONE = "13800001234"


@pytest.fixture
def petition(site: Site) -> Petition:
    """A petition that housing handles, with a document and 120 steps of the engine."""
    office = site.office
    filed, _ = handled(office, phone=PHONE, address="示范省示范市某某区二号路3幢")
    root = office.task(filed, "handle_petition", (f"handler@{HOUSING}",)) - 5
    for _ in range(4):
        add_steps(office, root, filed, 30)
    issue(office, filed, notice("您的信访事项已经转送。"))
    return filed


@pytest.mark.parametrize("width", [1200, 360])
def test_the_page_is_short_at_first(site: Site, page: Page, petition: Petition, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(page, "unit_leader_zj")
    page.goto(f"/petitions/{petition.number}")
    assert page.evaluate("document.documentElement.scrollHeight") < 3_000
    assert not overflows(page)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_part_opened_has_no_serious_barriers(
    site: Site, page: Page, petition: Petition, language: str
) -> None:
    sign_in(page, "unit_leader_zj")
    if language == "en":
        press_in_menu(page, "English")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"/petitions/{petition.number}")
        open_parts(page)
        for summary in page.locator("details.request > summary").all():
            summary.click()
        assert serious_faults(page) == [], width
        assert not overflows(page), width


def test_a_link_of_the_bar_opens_its_part_by_keyboard(
    site: Site, page: Page, petition: Petition
) -> None:
    sign_in(page, "handler_zj")
    page.goto(f"/petitions/{petition.number}")
    link = page.locator("#case-bar a", has_text="人员")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#people > details")).to_have_attribute("open", "")
    expect(page.locator("#people-title")).to_be_in_viewport()


def test_one_field_is_shown_in_its_place(site: Site, page: Page, petition: Petition) -> None:
    sign_in(page, "handler_zj")
    page.goto(f"/petitions/{petition.number}#people")
    people = page.locator("#people")
    expect(people).not_to_contain_text(PHONE)
    people.get_by_role("button", name="显示信访人的电话").click()
    expect(people).to_contain_text(PHONE)
    expect(people.locator(".revealed")).to_be_focused()
    assert PHONE not in page.url
    page.reload()
    expect(people).not_to_contain_text(PHONE)


def test_a_document_is_previewed_in_a_dialog_that_gives_the_focus_back(
    site: Site, page: Page, petition: Petition
) -> None:
    sign_in(page, "handler_zj")
    page.goto(f"/petitions/{petition.number}#documents")
    preview = page.locator("#documents a.preview")
    with page.expect_response(lambda answer: "inline=true" in answer.url) as answer:
        preview.click()
    assert answer.value.status == 200
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("转送告知单")
    assert serious_faults(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(preview).to_be_focused()


def test_the_steps_of_the_engine_are_behind_a_chip(
    site: Site, page: Page, petition: Petition
) -> None:
    sign_in(page, "handler_zj")
    page.goto(f"/petitions/{petition.number}")
    timeline = page.locator("#timeline")
    expect(timeline).not_to_contain_text("登记信访事项")
    timeline.get_by_role("link", name="流程引擎").click()
    groups = timeline.locator("li.of-engine")
    expect(groups).to_have_count(5)
    expect(timeline).not_to_contain_text("登记信访事项")
    groups.first.locator("summary").click()
    expect(timeline.locator("ol.engine-steps li")).to_have_count(30)
