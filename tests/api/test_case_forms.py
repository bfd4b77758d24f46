"""The small forms of the case page: each posts, goes back to the case, and says what is wrong."""

from typing import Any

import pytest

from records.matters import set_facts
from records.models import Petition
from records.models.petition import Category
from tests.api.office import Office
from tests.api.papers import issued
from tests.api.test_pages import visitor


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition whose matter is handled, with a choice to make and a rating asked for."""
    filed: Petition = office.petition()
    matter = office.matter(filed)
    for code in ("D05", "D24"):
        office.run_clock(filed, code, matter=matter)
    office.run_clock(filed, "D21")
    with office.database.transaction() as session:
        set_facts(session, matter.id, {"arbitration_open": True, "duty_open": True})
    return filed


def issue(office: Office, petition: Petition) -> str:
    with office.database.transaction() as session:
        told = {"element_id": "notify_dispatch", "kind": "转", "title": "转送告知单"}
        return issued(session, petition, petition.bureau_id, office.clock.now(), **told).id


FORMS: list[tuple[str, str, dict[str, str], dict[str, str], str]] = [
    (
        "supervisor",
        "supervisions",
        {"trigger": "leader_order", "reason": "领导批示", "matter": "1"},
        {"trigger": "late_answer", "reason": "领导批示"},
        "已登记督办",
    ),
    (
        "clerk",
        "withdrawal",
        {"reason": "已自行解决", "is_written": "true"},
        {"reason": "已自行解决"},
        "已记录撤回",
    ),
    (
        "handler_zj",
        "matters/1/extension",
        {"days": "30", "reason": "情况复杂"},
        {"days": "31", "reason": "情况复杂"},
        "已提交延期申请",
    ),
    (
        "clerk",
        "matters/1/route",
        {"route": "duty"},
        {"route": "litigation"},
        "已记录信访人选择的途径",
    ),
    ("handler_zj", "interim-answers", {"text": "正在核实。"}, {"text": " "}, "已告知信访人"),
    (
        "clerk",
        "rating",
        {"bureau": "satisfied", "unit": "satisfied"},
        {"bureau": "satisfied", "unit": "dissatisfied"},
        "已记录评价",
    ),
]


@pytest.mark.parametrize(
    ("user", "path", "good", "bad", "said"), FORMS, ids=lambda one: str(one)[:20]
)
async def test_it_is_sent_and_said(
    office: Office,
    petition: Petition,
    user: str,
    path: str,
    good: dict[str, str],
    bad: dict[str, str],
    said: str,
) -> None:
    address = f"/petitions/{petition.number}/{path}"
    async with visitor(office, user) as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text
        assert f'action="{address}"' in page
        refused = await browser.post(address, data=bad)
        sent = await browser.post(address, data=good)
        assert sent.status_code == 303, sent.text[:2000]
        after = (await browser.get(sent.headers["location"])).text

    assert refused.status_code in (409, 422)
    assert 'role="alert"' in refused.text
    for field in ("reason", "days"):
        assert bad.get(field, "") in refused.text
    assert said in after


async def test_service_is_recorded_beside_its_document(office: Office, petition: Petition) -> None:
    document = issue(office, petition)
    address = f"/petitions/{petition.number}/documents/{document}/service"
    good: dict[str, Any] = {"way": "post", "on": "2026-11-23", "note": "无人签收"}
    async with visitor(office, "clerk") as browser:
        refused = await browser.post(
            address,
            data={"way": "left", "on": "2026-11-23", "is_served": "true", "is_proved": "true"},
        )
        sent = await browser.post(address, data=good)
        page = (await browser.get(sent.headers["location"])).text

    assert (refused.status_code, "拒收" in refused.text) == (409, True)
    assert "未送达" in page
    assert "无人签收" in page


async def test_a_report_goes_on_and_the_page_says_so(office: Office) -> None:
    petition = office.petition()
    with office.database.transaction() as session:
        kept = session.get_one(Petition, petition.id)
        kept.proposed_category = Category.report
        session.add(kept)
    async with visitor(office, "clerk") as browser:
        address = f"/petitions/{petition.number}/withdrawal"
        sent = await browser.post(address, data={"reason": "不再反映", "is_written": "true"})
        page = (await browser.get(sent.headers["location"])).text
    assert "继续办理" in page


async def test_who_may_not_sees_no_form(office: Office, petition: Petition) -> None:
    async with visitor(office, "manager") as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text
        refused = await browser.post(
            f"/petitions/{petition.number}/interim-answers", data={"text": "正在核实。"}
        )
    assert 'class="request"' not in page
    assert refused.status_code == 403


async def test_the_case_shows_its_matters(office: Office, petition: Petition) -> None:
    async with visitor(office, "clerk") as browser:
        page = (await browser.get(f"/petitions/{petition.number}")).text
    for word in ("诉求 1 · 求决", "已受理", "转送", "2026年11月20日"):
        assert word in page
