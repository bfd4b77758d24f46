"""A day at the office, in a browser: sign in, claim, decide, look at the case."""

import re
import time
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from journal import tables
from records.demo import BUREAU
from records.models import TaskDecision
from settings import DEMO_PASSWORD, ROOT
from tests.api.office import ANSWER, HOUSING, millis
from tests.browser.conftest import Site

pytestmark = pytest.mark.browser
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"


def sign_in(page: Page, user: str) -> None:
    page.goto("/")
    page.get_by_label("用户名").fill(user)
    page.get_by_label("密码").fill(DEMO_PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.locator("#bell")).to_be_visible()


def press_in_menu(page: Page, name: str) -> None:
    """A button of the menu under one's own name."""
    page.locator("header .own summary").click()
    page.get_by_role("button", name=name).click()


def choose(page: Page, label: str, option: str) -> None:
    wanted = page.locator("label", has_text=re.compile(rf"^\s*{label}"))
    field = page.locator(".fjs-form-field-select").filter(has=wanted)
    field.locator(".fjs-input-group").click()
    field.locator(".fjs-dropdownlist-item", has_text=option).first.click()


def until_drafted(page: Page, words: str) -> None:
    """The draft is kept a moment after the last key."""
    end = time.monotonic() + 10
    while words not in page.evaluate("() => JSON.stringify(sessionStorage)"):
        assert time.monotonic() < end, "no draft was kept"
        page.wait_for_timeout(50)


def serious_faults(page: Page, within: str = "html") -> list[str]:
    """What axe finds serious or critical, with the elements concerned."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("(within) => axe.run(within, {resultTypes: ['violations']})", within)
    return [
        f"{fault['id']}: {[node['html'] for node in fault['nodes']]}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


def test_a_classifier_claims_decides_and_the_decision_is_kept(site: Site, page: Page) -> None:
    petition = site.office.petition("小区电梯停用")
    key = site.office.task(petition)
    sign_in(page, "classifier")

    page.get_by_role("row").get_by_role("button", name="领取").click()
    page.get_by_role("button", name="打开").click()
    page.get_by_role("button", name="提交", exact=True).click()
    expect(page.get_by_text("此项必填。").first).to_be_visible()
    choose(page, "信访目的", "求决")
    choose(page, "承办单位", "示范市住房和城乡建设局")
    page.get_by_role("button", name="提交", exact=True).click()

    expect(page.get_by_text("已提交。")).to_be_visible()
    assert f"/petitions/{petition.number}" in page.url
    with site.office.database.reading() as session:
        data = session.get_one(TaskDecision, key).data
    assert (data["category"], data["unit"]) == ("claim", HOUSING)


def test_deciding_otherwise_asks_for_a_reason_at_its_field(site: Site, page: Page) -> None:
    petition = site.office.petition("小区电梯停用")
    key = site.office.task(petition)
    site.office.proposed(key)
    sign_in(page, "classifier")
    page.goto(f"/tasks/{key}")
    page.get_by_role("button", name="领取任务").click()
    proposal = page.get_by_role("complementary", name="拟定信访目的")
    expect(proposal).to_contain_text("求决")
    expect(proposal).to_contain_text("《信访工作条例》第三十一条")
    choose(page, "信访目的", "申诉")
    choose(page, "承办单位", "示范市住房和城乡建设局")
    page.get_by_role("button", name="提交", exact=True).click()

    note = page.locator(".fjs-form-field-textarea").filter(has_text="甄别说明")
    expect(note.locator(".fjs-form-field-error")).to_contain_text("请写明理由")
    expect(note.get_by_role("textbox")).to_be_focused()
    expect(page.locator("#faults")).to_have_text("甄别说明: 决定与拟定不同，请写明理由后再提交。")
    assert serious_faults(page) == []
    note.get_by_role("textbox").fill("不服街道的答复。")
    expect(note.locator(".fjs-form-field-error")).to_have_count(0)
    page.get_by_role("button", name="提交", exact=True).click()

    expect(page.get_by_text("已提交。")).to_be_visible()
    decisions = page.get_by_role("region", name="判断依据")
    expect(decisions).to_contain_text("改定")
    expect(decisions).to_contain_text("不服街道的答复。")
    decisions.get_by_text("根据哪些情况").click()
    expect(decisions).to_contain_text("走访")
    assert serious_faults(page) == []


def test_what_is_typed_survives_a_reload_and_a_refusal(site: Site, page: Page) -> None:
    petition = site.office.petition()
    site.office.at_unit(petition)
    key = site.office.task(petition, "handle_petition", (f"handler@{HOUSING}",))
    sign_in(page, "handler_zj")
    page.goto(f"/tasks/{key}")
    page.get_by_role("button", name="领取任务").click()
    choose(page, "处理意见", "支持")
    page.get_by_label("答复内容*").fill(ANSWER)
    until_drafted(page, ANSWER)

    page.reload()
    expect(page.get_by_label("答复内容*")).to_have_value(ANSWER)
    site.office.end_task(key)
    page.get_by_role("button", name="提交", exact=True).click()

    expect(page.locator("#faults")).to_contain_text("已经结束")
    expect(page.get_by_label("答复内容*")).to_have_value(ANSWER)


def test_the_case_page_marks_the_current_step_and_follows_it(site: Site, page: Page) -> None:
    office = site.office
    petition = office.petition()
    office.at_unit(petition)
    office.clock_for(petition, started_on=date(2026, 11, 20))
    key = office.task(petition, "handle_petition", (f"handler@{HOUSING}",))
    sign_in(page, "handler_zj")
    page.goto(f"/petitions/{petition.number}")
    page.locator("#diagram-part > details > summary").click()

    active = page.locator("#diagram .djs-element.step-active")
    expect(active).to_have_count(1)
    expect(active).to_have_attribute("data-element-id", "handle_petition")
    expect(page.get_by_text("2027年1月19日").first).to_be_visible()

    instance = key - 5
    at = millis(office.clock.now() + timedelta(minutes=1))
    element = {
        "key": instance + 7,
        "instance_key": instance,
        "definition_key": 2251799813685250,
        "element_id": "send_reply",
        "element_type": "SERVICE_TASK",
        "scope_key": instance,
        "state": "active",
        "started_at": at,
    }
    office.write(tables.element_instance, [element])
    marked = page.locator("#diagram .step-active[data-element-id=send_reply]")
    expect(marked).to_have_count(1, timeout=10_000)
    expect(page.locator("#now").get_by_text("出具书面答复").first).to_be_visible()


def test_pages_have_no_serious_barriers(site: Site, page: Page) -> None:
    office = site.office
    petition = office.petition()
    office.at_unit(petition)
    office.clock_for(petition)
    key = office.task(petition, "handle_petition", (f"handler@{HOUSING}",))
    office.task(office.petition(), groups=(f"classifier@{BUREAU}",))
    page.goto("/sign-in")
    found = {"/sign-in": serious_faults(page)}
    sign_in(page, "unit_leader_zj")
    case, task = f"/petitions/{petition.number}", f"/tasks/{key}"
    for path in ("/nothing", "/?scope=unit", "/petitions", task, case):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        found[path] = serious_faults(page)
    press_in_menu(page, "退出")
    sign_in(page, "clerk")
    page.goto("/petitions/new")
    found["/petitions/new"] = serious_faults(page)

    assert {path: faults for path, faults in found.items() if faults} == {}


def test_the_language_is_switched_on_the_page(site: Site, page: Page) -> None:
    sign_in(page, "clerk")

    press_in_menu(page, "English")

    expect(page.get_by_role("link", name="File a petition")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
