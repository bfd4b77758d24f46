"""Template texts of a unit, answers like one being written, and classes proposed."""

from typing import Any

import httpx
import pytest

from proposals.classes.classifier import ClassProposal
from records.models import Petition, TaskDecision
from tests.api.matter_tasks import add_matter, task_of
from tests.api.office import HOUSING, Office
from tests.api.test_pages import visitor

PATH = f"/api/units/{HOUSING}/answer-templates"
HANDLERS = f"handler@{HOUSING}"
TEMPLATE = {"title": "开头", "text": "关于{编号}，于{日期}答复：", "element_id": "draft_opinion"}
PASTED = (
    "经现场核实，该小区三号楼电梯因主板老化停运，物业公司已更换主板，检验合格后恢复运行，请知悉。"
)


@pytest.fixture
async def leader(office: Office) -> Any:
    async with office.client("unit_leader_zj") as client:
        yield client


def drafting(office: Office, subject: str = "小区电梯停用") -> tuple[Petition, str, int]:
    """A petition whose matter waits for the opinion of the housing unit: its matter and task."""
    petition = office.petition(subject)
    matter = add_matter(office, petition)
    return petition, matter, task_of(office, petition, matter, "draft_opinion", HANDLERS)


def answered(office: Office, answer: str = PASTED, **more: Any) -> Petition:
    """A claim of another petition that was answered so."""
    petition, matter, key = drafting(office, "另一个小区的电梯")
    given = {"petition_id": petition.id, "matter_id": matter, "data": {"answer": answer}} | more
    with office.database.transaction() as session:
        session.add(
            TaskDecision(
                task_key=key,
                element_id="draft_opinion",
                decided_by="handler_zj",
                decided_at=office.clock.now(),
                **given,
            )
        )
    return petition


class TestTemplates:
    """Kept by leaders of the unit, used by who works there."""

    async def test_it_is_kept_changed_and_deleted(self, leader: httpx.AsyncClient) -> None:
        kept = await leader.post(PATH, json=TEMPLATE)
        assert kept.status_code == 201, kept.text
        one = f"{PATH}/{kept.json()['id']}"
        changed = await leader.put(one, json=TEMPLATE | {"title": "结尾", "element_id": ""})
        assert (changed.json()["title"], changed.json()["step"]) == ("结尾", "各环节")
        assert (await leader.delete(one)).status_code == 204
        assert (await leader.get(PATH)).json() == []

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"text": "尊敬的{来访人}"}, "PlaceholderUnknown"),
            ({"element_id": "no_such"}, "StepUnknown"),
            ({"title": ""}, "InvalidInput"),
        ],
    )
    async def test_what_cannot_be_kept_is_told(
        self, leader: httpx.AsyncClient, change: dict[str, str], error: str
    ) -> None:
        answer = await leader.post(PATH, json=TEMPLATE | change)
        assert (answer.status_code, answer.json()["error"]) == (422, error)

    @pytest.mark.parametrize("user", ["handler_zj", "unit_leader_jy", "clerk", "manager"])
    async def test_for_others_there_is_nothing_to_keep(self, office: Office, user: str) -> None:
        async with visitor(office, user) as browser:
            assert (await browser.get(PATH)).status_code == 404
            assert (await browser.post(PATH, json=TEMPLATE)).status_code == 404
            page = await browser.get("/answer-templates", params={"unit": HOUSING})
            assert page.status_code == 404

    @pytest.mark.parametrize("user", ["unit_leader_jy", "clerk"])
    async def test_a_faulty_form_shows_no_texts_of_a_unit_one_does_not_lead(
        self, office: Office, leader: httpx.AsyncClient, user: str
    ) -> None:
        await leader.post(PATH, json=TEMPLATE)
        async with visitor(office, user) as browser:
            answer = await browser.post("/answer-templates", data={"unit": HOUSING, "title": ""})
        assert answer.status_code == 404
        assert TEMPLATE["title"] not in answer.text

    async def test_in_a_task_what_is_known_is_filled_in(
        self, office: Office, leader: httpx.AsyncClient, handler: httpx.AsyncClient
    ) -> None:
        await leader.post(PATH, json=TEMPLATE)
        await leader.post(PATH, json=TEMPLATE | {"element_id": "answer_simply"})
        petition, _, key = drafting(office)
        [filled] = (await handler.get(f"/api/tasks/{key}/answer-templates")).json()

        assert filled["text"] == f"关于{petition.number}，于2026年11月23日答复："
        async with office.client("handler_jy") as foreigner:
            answer = await foreigner.get(f"/api/tasks/{key}/answer-templates")
            assert answer.status_code == 404

    async def test_the_page_of_the_task_offers_them_to_its_holder(
        self, office: Office, leader: httpx.AsyncClient
    ) -> None:
        await leader.post(PATH, json=TEMPLATE)
        petition, _, key = drafting(office)
        async with visitor(office, "handler_zj") as browser:
            before = (await browser.get(f"/tasks/{key}")).text
            await browser.post(f"/tasks/{key}/claim", data={"onward": "task"})
            after = (await browser.get(f"/tasks/{key}")).text

        assert f"关于{petition.number}" not in before
        assert f"关于{petition.number}" in after

    async def test_the_page_keeps_them_too(self, office: Office) -> None:
        typed = TEMPLATE | {"unit": HOUSING}
        async with visitor(office, "unit_leader_zj") as browser:
            wrong = await browser.post("/answer-templates", data=typed | {"text": "给{来访人}"})
            done = await browser.post("/answer-templates", data=typed)
            page = (await browser.get(done.headers["location"])).text

        assert (wrong.status_code, "给{来访人}" in wrong.text) == (422, True)
        assert "模板已保存" in page
        assert "关于{编号}" in page


class TestLikeAnswers:
    """A warning, never an obstacle."""

    async def test_an_answer_given_before_is_named_to_who_may_see_it(
        self, office: Office, handler: httpx.AsyncClient
    ) -> None:
        other = answered(office)
        _, _, key = drafting(office)
        body = {"texts": {"answer": PASTED, "outcome": "support"}}
        found = (await handler.post(f"/api/tasks/{key}/like-answers", json=body)).json()
        async with visitor(office, "handler_zj") as browser:
            part = (await browser.post(f"/tasks/{key}/like-answers", json=body)).text

        [one] = found["answers"]
        assert (one["number"], one["label"], one["likeness"]) == (
            other.number,
            "处理意见内容",
            1.0,
        )
        assert f'href="/petitions/{other.number}"' in part
        assert "相似 100%" in part

    async def test_what_is_sealed_is_neither_named_nor_counted(
        self, office: Office, handler: httpx.AsyncClient
    ) -> None:
        other = answered(office)
        _, _, key = drafting(office)
        with office.database.transaction() as session:
            kept = session.get_one(Petition, other.id)
            kept.is_sealed = True
            session.add(kept)
        body = {"texts": {"answer": PASTED}}
        found = (await handler.post(f"/api/tasks/{key}/like-answers", json=body)).json()

        assert found == {"answers": [], "hidden": 0}

    async def test_a_foreign_task_is_none(
        self, office: Office, foreigner: httpx.AsyncClient
    ) -> None:
        _, _, key = drafting(office)
        answer = await foreigner.post(f"/api/tasks/{key}/like-answers", json={"texts": {}})
        assert answer.status_code == 404


class TestClasses:
    """What the classifier of the office proposes, in words."""

    async def test_each_class_says_why(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def proposed(text: str, folder: object) -> list[ClassProposal]:
            assert text.startswith("小区电梯停用")
            return [ClassProposal("080000", 0.83, ("电梯", "小区"))]

        monkeypatch.setattr("api.queries.class_proposals.propose", proposed)
        key = office.task(office.petition())
        async with visitor(office, "classifier") as browser:
            page = (await browser.get(f"/tasks/{key}")).text

        assert "内容分类建议" in page
        assert "把握 83%" in page
        assert "“电梯” “小区”" in page

    async def test_without_a_classifier_nothing_is_proposed(self, office: Office) -> None:
        key = office.task(office.petition())
        async with visitor(office, "classifier") as browser:
            page = await browser.get(f"/tasks/{key}")

        assert page.status_code == 200
        assert "内容分类建议" not in page.text
