"""Tasks of a matter: what their forms start from, and what is refused with the rule named."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel import select

from records.demo import BUREAU, LOWER_BUREAU
from records.interest import keep_interested
from records.ledger import open_clock
from records.models import ExtensionRequest, Petition, TaskDecision
from tests.api.matter_tasks import add_matter, matter_of, task_of
from tests.api.office import HOUSING, SCHOOLS, Office

ACCEPTANCE, HANDLERS = f"acceptance_clerk@{HOUSING}", f"handler@{HOUSING}"
LEADERS, CLASSIFIERS = f"unit_leader@{HOUSING}", f"classifier@{BUREAU}"
OPINION: dict[str, Any] = {
    "outcome": "support",
    "facts": "经核实，电梯停用属实。",
    "answer": "电梯已于上周修复并通过检验，现予答复。",
    "legal_basis": "《信访工作条例》第三十二条",
}
NOT_OURS = {"power": "none", "objection_basis": "“三定”规定"}


async def start(office: Office, user: str, key: int) -> dict[str, Any]:
    """What the form of a task starts from."""
    async with office.client(user) as client:
        task: dict[str, Any] = (await client.get(f"/api/tasks/{key}")).json()
        data: dict[str, Any] = task["data"]
        return data


async def decide(office: Office, user: str, key: int, **data: Any) -> httpx.Response:
    """Claim the task and hand the form in."""
    async with office.client(user) as client:
        await client.post(f"/api/tasks/{key}/claim")
        return await client.post(f"/api/tasks/{key}/completion", json={"data": data})


def values(options: list[dict[str, str]]) -> list[str]:
    return [option["value"] for option in options]


class TestStart:
    """What a form starts from."""

    async def test_which_claim_and_until_when(self, office: Office) -> None:
        petition = office.petition(claims=("修好电梯", "公布原因"))
        matter = add_matter(office, petition, ordinal=2)
        for matter_id, code in ((matter, "D03"), (None, "D01")):
            _clock(office, petition, matter_id, code)
        key = task_of(office, petition, matter, "examine_matter", ACCEPTANCE)

        data = await start(office, "acceptance_zj", key)

        assert (data["claim_number"], data["claims_count"]) == (2, 2)
        assert data["due"] == {"D03": "2026-12-07"}
        assert (data["is_direct"], data["is_objection_refused"]) == (False, False)

    async def test_the_handlers_of_the_unit_and_who_keeps_out(self, office: Office) -> None:
        petition = office.petition()
        matter = add_matter(office, petition)
        with office.database.transaction() as session:
            keep_interested(session, matter, ["handler2_zj"], now=office.clock.now())
        key = task_of(office, petition, matter, "assign_handler", LEADERS)

        data = await start(office, "unit_leader_zj", key)

        assert set(values(data["handler_options"])) == {"handler_zj", "handler2_zj"}
        assert data["interested"] == ["handler2_zj"]

    async def test_a_draft_begins_with_the_facts_and_goes_on_from_the_last_one(
        self, office: Office
    ) -> None:
        petition = office.petition()
        matter = add_matter(office, petition)
        _decided(office, petition, matter, "investigate_facts", findings="查明的事实。")
        key = task_of(office, petition, matter, "draft_opinion", HANDLERS)
        assert (await start(office, "handler_zj", key))["facts"] == "查明的事实。"

        await decide(office, "handler_zj", key, **OPINION)
        again = task_of(office, petition, matter, "draft_opinion", HANDLERS)

        data = await start(office, "handler_zj", again)
        assert OPINION.items() <= data.items()

    async def test_the_reviewer_reads_the_opinion_and_cannot_change_it(
        self, office: Office
    ) -> None:
        petition = office.petition()
        matter = add_matter(office, petition, **OPINION)
        key = task_of(office, petition, matter, "review_legality", f"legal_reviewer@{HOUSING}")
        assert OPINION.items() <= (await start(office, "legal_zj", key)).items()

        answer = await decide(office, "legal_zj", key, is_lawful="yes", answer="另一个答复。")

        assert (answer.status_code, answer.json()["error"]) == (422, "FormInvalid")

    async def test_earlier_petitions_say_how_they_are_alike(self, office: Office) -> None:
        earlier, petition, later = (office.petition() for _ in range(3))
        key = task_of(office, petition, None, "judge_repetition", CLASSIFIERS)

        [option] = (await start(office, "classifier", key))["earlier_options"]

        assert option["value"] == earlier.id
        assert option["label"].startswith(earlier.number)
        assert "电话相同、文字相似 100%" in option["label"]
        assert later.id != earlier.id

    async def test_several_claims_are_rows(self, office: Office) -> None:
        one, several = office.petition(), office.petition(claims=("修好电梯", "公布原因"))
        found = []
        for petition in (one, several):
            key = task_of(office, petition, None, "classify_petition", CLASSIFIERS)
            found.append(await start(office, "classifier", key))

        assert [data["claims"] for data in found] == [[], [{"ordinal": 1}, {"ordinal": 2}]]
        assert LOWER_BUREAU in values(found[0]["unit_options"])

    async def test_what_others_wrote_is_shown(self, office: Office) -> None:
        petition = office.petition()
        matter = add_matter(office, petition)
        reasons = {"objection_reasons": "属教育部门。", "proposed_unit": SCHOOLS}
        _decided(office, petition, matter, "examine_matter", **reasons)
        _decided(office, petition, matter, "write_closing_report", report="已经办结。")
        _decided(office, petition, matter, "answer_simply", note="须鉴定。")
        _decided(office, petition, matter, "negotiate_lead", units=[HOUSING, SCHOOLS])
        _decided(office, petition, None, "judge_repetition", note="有新的鉴定。")
        _decided(office, petition, None, "classify_petition", report_due_on="2027-01-20")
        _asked(office, matter)
        expected = {
            "decide_objection": ("objection_reasons", "属教育部门。"),
            "check_closing_report": ("report", "已经办结。"),
            "approve_switch": ("switch_reason", "须鉴定。"),
            "decide_lead_by_superior": (
                "disputing_units",
                "示范市住房和城乡建设局、示范市教育局",
            ),
            "confirm_new_facts": ("clerk_note", "有新的鉴定。"),
            "sign_assignment": ("report_due_on", "2027-01-20"),
            "decide_extension": ("days", 30),
        }
        of_the_petition = {"confirm_new_facts", "sign_assignment"}
        for element, (field, value) in expected.items():
            about = None if element in of_the_petition else matter
            key = task_of(office, petition, about, element, CLASSIFIERS)
            assert (await start(office, "classifier", key))[field] == value, element

    @pytest.mark.parametrize(
        ("element", "field"),
        [
            ("forward_matter", "unit_options"),
            ("redispatch_matter", "unit_options"),
            ("negotiate_lead", "unit_options"),
            ("follow_up_petitioner", "attitude_options"),
            ("classify_petition", "content_class_options"),
            ("examine_matter", "refusal_reason_options"),
        ],
    )
    async def test_lists_have_options(self, office: Office, element: str, field: str) -> None:
        petition = office.petition()
        key = task_of(office, petition, add_matter(office, petition), element, CLASSIFIERS)
        options = (await start(office, "classifier", key))[field]
        assert options
        assert all(option["label"] and option["value"] for option in options)


class TestRefusals:
    """409 with the name of the rule; nothing is kept."""

    @pytest.mark.parametrize(
        ("element", "user", "data", "error"),
        [
            ("examine_matter", "acceptance_zj", NOT_OURS, "ObjectionWithoutReasons"),
            ("draft_opinion", "handler_zj", OPINION | {"is_interim": True}, "InterimAnswer"),
            ("draft_opinion", "handler_zj", OPINION | {"facts": " "}, "OpinionIncomplete"),
            (
                "investigate_facts",
                "handler_zj",
                {"investigators": ["handler_zj"], "findings": "属实"},
                "InvestigatorsTooFew",
            ),
            (
                "assign_handler",
                "unit_leader_zj",
                {"handler": "handler_zj", "interested": ["handler_zj"]},
                "HandlerHasInterest",
            ),
        ],
    )
    async def test_the_rule_is_named(
        self, office: Office, element: str, user: str, data: dict[str, Any], error: str
    ) -> None:
        petition = office.petition()
        matter = add_matter(office, petition)
        key = task_of(office, petition, matter, element, ACCEPTANCE, HANDLERS, LEADERS)

        answer = await decide(office, user, key, **data)

        assert (answer.status_code, answer.json()["error"]) == (409, error)
        assert answer.json()["detail"]
        with office.database.reading() as session:
            assert session.get(TaskDecision, key) is None

    async def test_an_objection_is_too_late(self, office: Office) -> None:
        petition = office.petition()
        matter = add_matter(office, petition, received_on=date(2026, 11, 13))
        key = task_of(office, petition, matter, "examine_matter", ACCEPTANCE)

        data = NOT_OURS | {"objection_reasons": "属教育部门。"}
        answer = await decide(office, "acceptance_zj", key, **data)

        assert (answer.status_code, answer.json()["error"]) == (409, "ObjectionTooLate")

    async def test_a_day_in_the_future_is_refused_at_its_field(self, office: Office) -> None:
        petition = office.petition()
        key = task_of(office, petition, add_matter(office, petition), "hear_petitioner", HANDLERS)

        data = {"heard_on": "2026-11-24", "statement": "陈述如下。"}
        answer = await decide(office, "handler_zj", key, **data)

        assert (answer.status_code, answer.json()["error"]) == (422, "DateInFuture")
        assert [error["key"] for error in answer.json()["errors"]] == ["heard_on"]

    async def test_who_keeps_out_is_not_offered_the_task(self, office: Office) -> None:
        petition = office.petition()
        matter = add_matter(office, petition)
        with office.database.transaction() as session:
            keep_interested(session, matter, ["handler2_zj"], now=office.clock.now())
        key = task_of(office, petition, matter, "hear_petitioner", HANDLERS)

        for user, may in (("handler2_zj", False), ("handler_zj", True)):
            async with office.client(user) as client:
                assert (await client.get(f"/api/tasks/{key}")).json()["can_claim"] is may
                claimed = await client.post(f"/api/tasks/{key}/claim")
                assert (claimed.status_code == 200) is may


async def test_a_decision_changes_its_matter_and_sends_codes_on(office: Office) -> None:
    petition = office.petition(claims=("修好电梯", "公布原因"))
    first, second = (add_matter(office, petition, ordinal) for ordinal in (1, 2))
    key = task_of(office, petition, second, "draft_opinion", HANDLERS)

    assert (await decide(office, "handler_zj", key, **OPINION)).status_code == 200

    assert office.outbox()[-1][1]["variables"] == {"outcome": "support"}
    with office.database.reading() as session:
        assert session.get_one(TaskDecision, key).matter_id == second
        kept = matter_of(session, second)
        assert (kept.outcome, kept.answer) == ("support", OPINION["answer"])
        assert matter_of(session, first).outcome is None


def _clock(office: Office, petition: Petition, matter_id: str | None, code: str) -> None:
    with office.database.transaction() as session:
        open_clock(
            session,
            petition_id=petition.id,
            matter_id=matter_id,
            code=code,
            started_on=date(2026, 11, 20),
            actor="engine",
            now=office.clock.now(),
        )


def _decided(
    office: Office, petition: Petition, matter_id: str | None, element: str, **data: Any
) -> None:
    with office.database.transaction() as session:
        number = len(session.exec(select(TaskDecision)).all())
        session.add(
            TaskDecision(
                task_key=number + 1,
                petition_id=petition.id,
                matter_id=matter_id,
                element_id=element,
                data=data,
                decided_by="handler_zj",
                decided_at=office.clock.now(),
            )
        )


def _asked(office: Office, matter_id: str) -> None:
    with office.database.transaction() as session:
        session.add(
            ExtensionRequest(
                matter_id=matter_id,
                days=30,
                reason="须鉴定",
                asked_by="handler_zj",
                asked_at=office.clock.now(),
            )
        )
