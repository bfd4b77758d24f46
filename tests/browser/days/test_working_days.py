"""Whole working days in a browser, each told as it goes, on the real engine."""

import json
import re
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.days.cases import to_be_answered, to_be_classified
from tests.browser.days.conftest import Sits, desk_of
from tests.browser.days.desk import SOON, Desk
from tests.engine.casework import case_of, task_of
from tests.engine.moved_time import today_of
from tests.running import Running, until

pytestmark = [pytest.mark.engine, pytest.mark.browser]
HOUSING, SCHOOLS, HEALTH = "990100-zj", "990100-jy", "990100-wj"
ANSWER = "经调查，反映的情况属实，已于本月二十日前处理完毕，现予答复。"
OPINION = {
    "事实和理由": "经现场查看，反映的情况属实。",
    "处理意见内容": ANSWER,
    "法律法规依据": "《信访工作条例》第三十二条",
}


def drafts_an_opinion(handler: Desk) -> None:
    handler.ticks("支持")
    handler.writes(OPINION)


def test_a_clerk_registers_a_visitor_and_the_classifier_dispatches_the_petition(
    sits: Sits,
) -> None:
    # The classifier reads the inbox while the clerk receives somebody at the window.
    classifier = sits("classifier")
    classifier.page.goto("/?scope=free")
    clerk = sits("clerk")
    clerk.page.goto("/window")
    clerk.page.locator("#take input[name=name]").fill("甲某某")
    clerk.page.locator("#take input[name=about]").fill("路灯不亮")
    clerk.page.get_by_role("button", name="取号").click()
    expect(clerk.page.locator("#queue")).to_contain_text("甲某某")
    clerk.page.locator("#next").click()
    expect(clerk.page.locator("#field-petitioner_name")).to_have_value("甲某某")
    clerk.page.locator("#field-address").fill("示范市柳荫街十七号")
    clerk.page.locator("#field-subject").fill("柳荫街路灯三个月不亮")
    clerk.page.locator("#field-text").fill("柳荫街的路灯三个月不亮，夜间出行不便，请求修复。")
    clerk.page.get_by_label("口头提出的").check()
    clerk.page.get_by_role("button", name="登记并出具回执").last.click()
    # The visitor leaves with a query code and a printed receipt.
    expect(clerk.page.locator(".big-code")).to_be_visible()
    expect(clerk.page.get_by_role("button", name="打印回执")).to_be_visible()
    number = re.search(r"receipts/([^/?]+)", clerk.page.url)
    assert number is not None

    # The inbox says that something came, without moving what is being read.
    told = classifier.page.locator("#fresh a")
    expect(told).to_contain_text("新任务")
    told.click()
    classifier.takes("柳荫街路灯三个月不亮")
    classifier.chooses(信访目的="求决", 承办单位="示范市住房和城乡建设局")
    classifier.writes({"甄别说明": "路灯由该局管理。"})
    classifier.hands_in()

    # The clerk sees where the petition went, and what was written to whom.
    clerk.opens_case(number[1])
    expect(clerk.page.locator("#now")).to_contain_text("住房和城乡建设局")
    papers = clerk.opens_part("documents")
    expect(papers.locator("li")).not_to_have_count(0)
    expect(papers).to_contain_text("转送")


def test_a_handler_answers_legal_review_passes_and_the_leader_signs(
    xinfang: Running, sits: Sits
) -> None:
    subject = "幼儿园门前违停占道"
    number = to_be_answered(xinfang, subject, HOUSING)
    handler = sits("handler_zj")
    handler.takes(subject)
    drafts_an_opinion(handler)
    handler.hands_in()

    legal = sits("legal_zj")
    legal.takes(subject)
    expect(legal.field("处理意见内容")).to_have_value(ANSWER)
    legal.ticks("通过")
    legal.hands_in()

    leader = sits("unit_leader_zj")
    leader.takes(subject)
    leader.ticks("签发")
    leader.hands_in()

    # What the leader signed is issued, and the handler reads it where the petition is.
    handler.opens_case(number)
    expect(handler.page.locator("#now")).to_contain_text("送达并记录")
    expect(handler.opens_part("matters")).to_contain_text(ANSWER)
    papers = handler.opens_part("documents")
    expect(papers.get_by_role("link", name="信访事项处理意见书", exact=True)).to_be_visible()


def test_a_deputy_takes_over_and_gives_back(xinfang: Running, sits: Sits) -> None:
    subject = "校车站点取消以后上学太远"
    number = to_be_answered(xinfang, subject, SCHOOLS)
    handler, deputy = sits("handler_jy"), sits("acceptance_jy")
    handler.takes(subject)

    # The handler is away from today, and says who stands in.
    today = today_of(xinfang)
    handler.page.goto("/account")
    handler.page.get_by_text("登记外出").click()
    handler.page.get_by_label("代理人").select_option("acceptance_jy")
    handler.page.get_by_label("第一日").fill(today.isoformat())
    handler.page.get_by_label("最后一日").fill((today + timedelta(days=2)).isoformat())
    handler.page.locator("#absences").get_by_role("button", name="登记", exact=True).click()
    expect(handler.page.locator("#absences")).to_contain_text("正在代理")

    # The deputy finds the task among their own, and it says in whose place they work.
    deputy.looks_for(subject, "mine").first.get_by_role("link", name=subject).click()
    expect(deputy.page.get_by_text("您代理教育局承办人办理。")).to_be_visible()
    deputy.is_ready()
    drafts_an_opinion(deputy)
    deputy.hands_in()
    history = deputy.page.locator("#timeline")
    expect(history).to_contain_text("代教育局承办人")

    # Back at work, the handler ends it; the deputy has nothing of the handler's any more.
    handler.page.goto("/account")
    handler.page.locator("#absences").get_by_role("button", name="结束").click()
    expect(handler.page.locator("#absences")).to_contain_text("没有外出安排")
    assert case_of(xinfang, number)["closed_at"] is None
    with xinfang.person("acceptance_jy") as again:
        assert again.get("/api/session").json()["represents"] == []


def test_a_leader_assigns_several_and_is_told_of_the_one_that_was_done_meanwhile(
    xinfang: Running, sits: Sits
) -> None:
    about = "集中反映"
    numbers = [
        to_be_classified(xinfang, f"{place}{about}")
        for place in ("东山水塘淤塞", "西门集市噪声", "北桥护栏破损")
    ]
    leader = sits("leader")
    rows = leader.looks_for(about, "unit")
    expect(rows).to_have_count(3)
    leader.page.get_by_label("全选本页").check()

    # While the leader chooses, the classifier dispatches one of the three.
    classifier = sits("classifier")
    classifier.takes(f"西门集市噪声{about}")
    classifier.chooses(信访目的="求决", 承办单位="示范市生态环境局")
    classifier.writes({"甄别说明": "噪声由该局监管。"})
    classifier.hands_in()
    task_of(xinfang, numbers[1], "examine_matter")

    leader.page.get_by_label("指派给").select_option("classifier")
    leader.page.get_by_role("button", name="指派", exact=True).click()

    report = leader.page.locator("#bulk-report")
    expect(report).to_contain_text("成功 2 件，未成功 1 件。")
    failed = report.locator("tbody tr")
    expect(failed).to_have_count(1)
    expect(failed).to_contain_text(numbers[1])
    expect(failed).to_contain_text("此任务刚才已经结束")
    for number in (numbers[0], numbers[2]):
        expect(report.get_by_role("listitem").filter(has_text=number)).to_have_count(1)
    expect(classifier.looks_for(about, "mine")).to_have_count(2)


def test_a_draft_is_there_again_on_another_computer_after_the_tab_was_closed(
    xinfang: Running, chromium: Browser, sits: Sits
) -> None:
    subject = "社区诊所周末不开门"
    number = to_be_answered(xinfang, subject, HEALTH)
    key = task_of(xinfang, number, "draft_opinion")
    with desk_of(chromium, xinfang, "handler_wj") as handler:
        handler.takes(subject)
        drafts_an_opinion(handler)
        expect(handler.page.locator("#draft-state")).to_contain_text("草稿已保存")
        until(lambda: OPINION["法律法规依据"] in draft_of(xinfang, key), SOON)

    elsewhere = sits("handler_wj")
    elsewhere.looks_for(subject, "mine").first.get_by_role("link", name=subject).click()
    elsewhere.is_ready()
    expect(elsewhere.page.locator("#draft")).to_contain_text("已恢复以下时间保存的草稿")
    for label, text in OPINION.items():
        expect(elsewhere.field(label)).to_have_value(text)
    elsewhere.hands_in()

    assert draft_of(xinfang, key) == ""


def draft_of(xinfang: Running, key: str) -> str:
    """What is kept of what was typed at this task."""
    rows = xinfang.query("SELECT data FROM task_draft WHERE task_key = :key", key=key)
    # SQLite gives the text of the JSON, in which Chinese may be written in escapes.
    return json.dumps(json.loads(rows[0].data), ensure_ascii=False) if rows else ""
