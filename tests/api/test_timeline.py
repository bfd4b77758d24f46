"""Everything that happened in one line of time: in plain words, newest first, page by page."""

import json
import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select

from api.i18n import CATALOGUES
from journal import tables
from records.models import Matter, Petition, TaskDecision
from settings import ROOT
from tests.api.case_files import add_steps, handled, upload
from tests.api.office import HOUSING, SCHOOLS, Office, millis
from tests.api.test_pages import visitor
from tests.api.test_visibility import issue, make_sealed_clerk

HANDLERS = (f"handler@{HOUSING}",)


async def timeline(client: httpx.AsyncClient, petition: Petition, **query: Any) -> dict[str, Any]:
    path = f"/api/petitions/{petition.number}/timeline"
    found: dict[str, Any] = (await client.get(path, params=query)).json()
    return found


async def test_what_people_did_documents_and_deadlines_stand_in_one_line_newest_first(
    office: Office,
) -> None:
    petition, matter = handled(office)
    office.clock.move(timedelta(hours=1))
    issue(office, petition, matter)
    office.clock.move(timedelta(hours=1))
    async with office.client("handler_zj") as handler:
        await upload(handler, petition)
        page = await timeline(handler, petition)
    told = [(one["kind"], one["words"], one["detail"]) for one in page["entries"]]
    assert told == [
        ("documents", "上传附件", "信.pdf"),
        ("documents", "出具文书 · 告知单", "示住建告〔2026〕1号"),
        ("deadlines", "期限开始 · 办理", None),
        ("people", "登记", None),
    ]
    moments = [one["at"] for one in page["entries"]]
    assert moments == sorted(moments, reverse=True)
    assert page["counts"] == {"people": 1, "documents": 2, "deadlines": 1, "engine": 0}
    assert page["entries"][0]["actor"]["name"]


async def test_a_decision_names_its_step_and_who_took_it(office: Office) -> None:
    petition, _ = handled(office)
    key = office.task(petition, "handle_petition", HANDLERS)
    with office.database.transaction() as session:
        session.add(
            TaskDecision(
                task_key=key,
                petition_id=petition.id,
                element_id="handle_petition",
                data={},
                decided_by="handler_zj",
                decided_at=office.clock.now(),
            )
        )
    async with office.client("leader") as leader:
        entries = (await timeline(leader, petition, kind="people"))["entries"]
    [told] = [one for one in entries if one["code"] == "handle_petition"]
    assert told["words"] == "办理“调查并提出处理意见”"
    assert told["actor"]["id"] == "handler_zj"


async def test_pages_follow_one_another_while_more_happens(office: Office) -> None:
    petition, _ = handled(office)
    async with office.client("handler_zj") as handler:
        for number in range(7):
            await upload(handler, petition, f"{number}.pdf")
        first = await timeline(handler, petition, limit=4, kind="documents")
        await upload(handler, petition, "7.pdf")
        rest = await timeline(handler, petition, limit=4, kind="documents", cursor=first["next"])
        other = await handler.get(
            f"/api/petitions/{petition.number}/timeline", params={"cursor": first["next"]}
        )
    names = [one["detail"] for one in (*first["entries"], *rest["entries"])]
    assert names == [f"{number}.pdf" for number in range(6, -1, -1)]
    assert rest["next"] is None
    assert other.json()["error"] == "BadCursor"


async def test_steps_of_the_engine_come_when_asked_for_in_groups(office: Office) -> None:
    petition, _ = handled(office)
    root = office.task(petition, "handle_petition", HANDLERS) - 5
    add_steps(office, root, petition, 30)
    async with office.client("handler_zj") as handler:
        everything = await timeline(handler, petition)
        engine = await timeline(handler, petition, kind="engine")
        path = f"/api/petitions/{petition.number}/timeline"
        group = next(one for one in engine["engine"] if one["steps"] == 30)
        steps = (await handler.get(f"{path}/{group['instance_key']}")).json()
    assert "register_petition" not in [one["code"] for one in everything["entries"]]
    assert everything["counts"]["engine"] == 2
    assert (group["name"], len(engine["engine"])) == ("信访事项办理", 2)
    assert len(steps) == 30
    assert steps[0]["name"] == "登记信访事项"


async def test_an_instance_of_another_case_is_not_found(office: Office) -> None:
    petition, _ = handled(office)
    other, _ = handled(office)
    office.task(petition, "handle_petition", HANDLERS)
    foreign = office.task(other, "handle_petition", HANDLERS) - 5
    async with office.client("handler_zj") as handler:
        answer = await handler.get(f"/api/petitions/{petition.number}/timeline/{foreign}")
    assert (answer.status_code, answer.json()["error"]) == (404, "InstanceNotFound")


class TestAMixedPetition:
    """The timeline of the open part tells nothing of the sealed one (article 30)."""

    @pytest.fixture
    def petition(self, office: Office) -> Petition:
        filed: Petition = office.petition()
        office.matter(filed, HOUSING)
        sealed = office.matter(filed, HOUSING, ordinal=2, is_sealed=True)
        office.run_clock(filed, "D03", matter=sealed)
        issue(office, filed, sealed)
        root = office.task(filed, "classify_petition") - 5
        child, at = next(office.keys), millis(office.clock.now())
        instance = {
            "key": child,
            "process_id": "sealed_report",
            "definition_key": 2251799813685250,
            "version": 1,
            "root_key": root,
            "parent_key": root,
            "business_key": filed.id,
            "state": "active",
            "started_at": at,
        }
        variable = {
            "scope_key": child,
            "name": "matter_id",
            "instance_key": child,
            "value": json.dumps(sealed.id),
            "updated_at": at,
        }
        office.write(tables.instance, [instance])
        office.write(tables.variable, [variable])
        return filed

    @pytest.mark.parametrize("user", ["clerk", "handler_zj", "leader", "auditor"])
    async def test_not_even_how_much_there_is(
        self, office: Office, petition: Petition, user: str
    ) -> None:
        async with office.client(user) as client:
            page = await timeline(client, petition)
            engine = (await timeline(client, petition, kind="engine"))["engine"]
        assert page["counts"] == {"people": 1, "documents": 0, "deadlines": 0, "engine": 1}
        assert [one["process_id"] for one in engine] == ["petition"]

    async def test_a_task_of_the_desk_is_claimed_unseen(
        self, office: Office, petition: Petition
    ) -> None:
        make_sealed_clerk(office)
        key = office.task(petition, "hand_over_report", ("sealed_clerk@990100-xf",))
        async with office.client("follow_up") as desk, office.client("leader") as leader:
            assert (await desk.post(f"/api/tasks/{key}/claim")).status_code == 200
            path = f"/api/petitions/{petition.number}"
            told = [one["code"] for one in (await timeline(leader, petition))["entries"]]
            history = [one["code"] for one in (await leader.get(path)).json()["history"]]
            own = [one["code"] for one in (await timeline(desk, petition))["entries"]]
        assert "claim_task" in own
        assert "claim_task" not in (*told, *history)


async def test_the_page_filters_by_chips_without_scripts_and_with_them(office: Office) -> None:
    petition, _ = handled(office)
    root = office.task(petition, "handle_petition", HANDLERS) - 5
    path = f"/petitions/{petition.number}/timeline"
    async with visitor(office, "handler_zj") as browser:
        for _ in range(25):
            await upload(browser, petition)
        whole = await browser.get(path, params={"kind": "documents"})
        part = await browser.get(path, params={"kind": "documents"}, headers={"HX-Request": "true"})
        engine = await browser.get(path, params={"kind": "engine"})
        steps = await browser.get(f"{path}/{root}", headers={"HX-Request": "true"})
    assert "<html" in whole.text
    assert "<html" not in part.text
    assert part.text.count('class="of-documents"') == 20
    assert "更早的记录" in part.text
    assert f"{path}/{root}" in engine.text
    assert "engine-steps" in steps.text


async def test_a_transfer_names_both_units(office: Office) -> None:
    petition, _ = handled(office)
    async with office.client("classifier") as classifier:
        path = f"/api/petitions/{petition.number}/matters/1/transfer"
        await classifier.post(path, json={"unit": SCHOOLS, "reason": "职权划分"})
        entries = (await timeline(classifier, petition, kind="people"))["entries"]
    [told] = [one for one in entries if one["code"] == "transfer_matter"]
    assert told["detail"] == "示范市住房和城乡建设局 → 示范市教育局"
    with office.database.reading() as session:
        assert session.exec(select(Matter)).one().unit_id == SCHOOLS


def test_every_act_that_records_write_has_words() -> None:
    """Read off the code: a constant `action="..."` without a word would be shown as it is."""
    asked: set[str] = set()
    for folder in ("records", "workers", "api"):
        for module in (ROOT / folder).rglob("*.py"):
            asked |= set(re.findall(r'action="(\w+)"', module.read_text()))
    assert len(asked) > 20
    of_no_case = {"change_calendar", "succeed_unit", "set_clock", "load_law_text"}
    of_no_case |= {"add_number_scheme", "add_unit", "move_unit", "create_account"}
    of_no_case |= {"change_account", "change_password", "reset_password"}
    missing = {one for one in asked - of_no_case if f"act.{one}" not in CATALOGUES["zh"]}
    assert missing == set()
