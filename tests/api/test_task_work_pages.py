"""The pages of working together: with htmx a part changes, without scripts the page does."""

import re
from typing import Any

import httpx
import pytest

from records.models import Petition, TaskDecision
from tests.api.matter_tasks import add_matter, task_of
from tests.api.office import HOUSING, Office
from tests.api.task_work.calls import OPINION
from tests.api.test_pages import visitor

HTMX = {"HX-Request": "true"}
SIGNERS = f"unit_leader@{HOUSING}"


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition on file, sent to the housing unit."""
    filed: Petition = office.petition("电梯停用")
    office.at_unit(filed)
    return filed


async def claimed(office: Office, petition: Petition, element: str, user: str, group: str) -> int:
    """A task of the matter, held by this user."""
    matter = add_matter(office, petition, **OPINION)
    key = task_of(office, petition, matter, element, group)
    async with office.client(user) as client:
        assert (await client.post(f"/api/tasks/{key}/claim")).status_code == 200
    return key


@pytest.fixture
async def hearing(office: Office, petition: Petition) -> int:
    """A task to hear the petitioner, held by the first handler."""
    return await claimed(office, petition, "hear_petitioner", "handler_zj", f"handler@{HOUSING}")


async def test_a_remark_changes_its_part_of_the_page(office: Office, hearing: int) -> None:
    async with visitor(office, "handler_zj") as browser:
        part = await browser.post(
            f"/tasks/{hearing}/remarks", data={"text": "先联系家属。"}, headers=HTMX
        )
        anew = await browser.post(f"/tasks/{hearing}/remarks", data={"text": "再去现场。"})
        page = (await browser.get(f"/tasks/{hearing}")).text

    assert part.text.lstrip().startswith('<section id="task-work"')
    assert "先联系家属。" in part.text
    assert anew.headers["location"] == f"/tasks/{hearing}"
    assert "再去现场。" in page


async def test_what_is_refused_is_said_in_its_part(office: Office, hearing: int) -> None:
    async with visitor(office, "unit_leader_zj") as browser:
        data = {"text": "请抓紧。"}
        first, second = [
            await browser.post(f"/tasks/{hearing}/urge", data=data, headers=HTMX) for _ in range(2)
        ]

    assert (first.status_code, second.status_code) == (200, 409)
    assert "您今天已经催办过此任务" in second.text
    assert second.text.count("请抓紧。") == 1


async def test_opinions_are_asked_for_and_given_without_scripts(
    office: Office, hearing: int
) -> None:
    async with visitor(office, "handler_zj") as browser, visitor(office, "legal_zj") as lawyer:
        asked = {"users": ["legal_zj", "handler2_zj"], "question": "可否受理？"}
        await browser.post(f"/tasks/{hearing}/opinions", data=asked)
        inbox = (await lawyer.get("/")).text
        given = {"stance": "disagree", "answer": "先调查。"}
        await lawyer.post(f"/tasks/{hearing}/opinions/mine", data=given)
        page = (await browser.get(f"/tasks/{hearing}")).text

    assert "可否受理？" in inbox
    assert f'href="/tasks/{hearing}"' in inbox
    assert "先调查。" in page
    assert re.search(r'id="without-opinions">', page)
    assert page.count("未答复</span>") == 1


async def test_a_delegated_task_shows_the_question_and_no_submit(
    office: Office, hearing: int
) -> None:
    async with visitor(office, "handler_zj") as browser, visitor(office, "handler2_zj") as second:
        given = {"user": "handler2_zj", "question": "请到现场核实。"}
        await browser.post(f"/tasks/{hearing}/delegation", data=given)
        asked = (await second.get(f"/tasks/{hearing}")).text
        await second.post(f"/tasks/{hearing}/delegation/answer", data={"answer": "属实。"})
        page = (await browser.get(f"/tasks/{hearing}")).text

    assert "请到现场核实。" in asked
    assert "data-read-only" in asked
    assert 'id="submit"' not in asked
    assert "属实。" in page
    assert 'id="submit"' in page


async def test_sending_back_is_a_button_with_a_reason(office: Office, petition: Petition) -> None:
    key = await claimed(office, petition, "sign_opinion", "unit_leader_zj", SIGNERS)
    async with visitor(office, "unit_leader_zj") as browser:
        page = (await browser.get(f"/tasks/{key}")).text
        answer = await browser.post(f"/tasks/{key}/send-back", data={"reason": "依据不清。"})

    assert f'action="/tasks/{key}/send-back"' in page
    assert answer.status_code == 303
    with office.database.reading() as session:
        assert session.get_one(TaskDecision, key).data["note"] == "依据不清。"


async def test_no_such_button_where_the_procedure_leads_nowhere_back(
    office: Office, hearing: int
) -> None:
    async with visitor(office, "handler_zj") as browser:
        assert "send-back" not in (await browser.get(f"/tasks/{hearing}")).text


async def test_sending_back_over_a_change_shows_it_and_keeps_the_reason(
    office: Office, petition: Petition
) -> None:
    key = await claimed(office, petition, "sign_opinion", "unit_leader_zj", SIGNERS)
    async with office.client("manager") as manager:
        await manager.post(f"/api/tasks/{key}/remarks", json={"text": "请看附件。"})
    async with visitor(office, "unit_leader_zj") as browser:
        data = {"reason": "依据不清，请补充。", "version": "1"}
        answer = await browser.post(f"/tasks/{key}/send-back", data=data)

    assert answer.status_code == 409
    assert "依据不清，请补充。</textarea>" in answer.text
    assert "备注任务 · 流程主管" in answer.text


async def test_the_next_case_is_one_click_away_and_keeps_the_list(
    office: Office, petition: Petition
) -> None:
    keys = [office.task(office.petition(f"事项 {number}")) for number in range(2)]
    async with visitor(office, "classifier") as browser:
        inbox = (await browser.get("/?scope=free")).text
        page = (await browser.get(f"/tasks/{keys[0]}?scope=free")).text
        following = await browser.get(f"/tasks/next?after={keys[0]}&scope=free")
        none = await browser.get(f"/tasks/next?after={keys[0]}&scope=mine")
        told = (await browser.get(none.headers["location"])).text

    assert f'href="/tasks/{keys[0]}?scope=free&amp;sort=due"' in inbox
    assert f"/tasks/next?after={keys[0]}&amp;scope=free" in page
    assert following.headers["location"] == f"/tasks/{keys[1]}?scope=free"
    assert "这个列表中没有其他任务了" in told


async def test_chosen_tasks_are_claimed_with_one_report(office: Office) -> None:
    first, ended = (office.task(office.petition(f"事项 {number}")) for number in range(2))
    office.end_task(ended)
    async with visitor(office, "classifier") as browser:
        data = {"action": "claim", "key": [str(first), str(ended)]}
        report = await browser.post("/tasks/bulk", data=data)
        none = await browser.post("/tasks/bulk", data={"action": "claim"})

    assert report.status_code == 200
    assert "成功 1 件，未成功 1 件。" in report.text
    assert "已经结束" in report.text
    assert none.status_code == 422


async def test_one_form_for_several_is_shown_first_and_then_sent(
    office: Office, classifier: httpx.AsyncClient
) -> None:
    keys = [office.task(office.petition(f"事项 {number}")) for number in range(2)]
    for key in keys:
        await classifier.post(f"/api/tasks/{key}/claim")
    chosen: dict[str, Any] = {"action": "complete", "key": [str(key) for key in keys]}
    async with visitor(office, "classifier") as browser:
        page = await browser.post("/tasks/bulk", data=chosen)
        filled = chosen | {"data": '{"category": "claim", "unit": "990100-zj"}'}
        report = await browser.post("/tasks/bulk", data=filled)

    assert page.text.count('type="hidden" name="key"') == 2
    assert "成功 2 件，未成功 0 件。" in report.text


async def test_a_supervisor_urges_from_the_case_page(
    office: Office, petition: Petition, hearing: int
) -> None:
    path = f"/petitions/{petition.number}"
    async with visitor(office, "supervisor") as browser:
        page = (await browser.get(path)).text
        sent = await browser.post(f"{path}/tasks/{hearing}/urge", data={"text": "请抓紧。"})
        again = await browser.post(f"{path}/tasks/{hearing}/urge", data={"text": "再次请抓紧。"})
    async with visitor(office, "handler_zj") as browser:
        colleague = (await browser.get(path)).text
        inbox = (await browser.get("/?scope=mine")).text

    assert f"{path}/tasks/{hearing}/urge" in page
    assert sent.headers["location"] == f"{path}?done=urged"
    assert again.status_code == 409
    assert "再次请抓紧。</textarea>" in again.text
    assert f"{hearing}/urge" not in colleague
    assert "请抓紧。" in inbox


async def test_a_task_of_another_case_is_not_urged_through_this_one(
    office: Office, petition: Petition, hearing: int
) -> None:
    other = office.petition("另一件")
    async with visitor(office, "supervisor") as browser:
        answer = await browser.post(
            f"/petitions/{other.number}/tasks/{hearing}/urge", data={"text": "请抓紧。"}
        )

    assert answer.status_code == 404


async def test_the_form_is_not_shown_where_four_eyes_are_needed(
    office: Office, petition: Petition
) -> None:
    matter = add_matter(office, petition)
    drafting = task_of(office, petition, matter, "draft_opinion", SIGNERS)
    signing = task_of(office, petition, matter, "sign_opinion", SIGNERS)
    async with office.client("unit_leader_zj") as leader:
        await leader.post(f"/api/tasks/{drafting}/claim")
        done = await leader.post(f"/api/tasks/{drafting}/completion", json={"data": OPINION})
    async with visitor(office, "unit_leader_zj") as browser:
        page = (await browser.get(f"/tasks/{signing}")).text

    assert done.status_code == 200
    assert "此环节须由他人办理" in page
    assert f'action="/tasks/{signing}/claim"' not in page
