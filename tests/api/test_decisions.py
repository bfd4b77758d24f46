"""What a table proposed, why, and what a person decided instead."""

import json
from copy import deepcopy
from typing import Any

import httpx
import pytest
from sqlmodel import select

from journal import tables
from records.models import AuditEntry, DecisionOverride, Petition, TaskDecision
from tests.api.office import CATEGORY_DECISION, CATEGORY_REQUIREMENTS, HOUSING, Office

AGREED: dict[str, Any] = {"category": "claim", "unit": HOUSING}
OTHERWISE: dict[str, Any] = AGREED | {"category": "appeal"}
REASON = "来访人不服街道作出的答复。"


async def decide(
    office: Office, client: httpx.AsyncClient, key: int, data: dict[str, Any]
) -> httpx.Response:
    await client.post(f"/api/tasks/{key}/claim")
    return await client.post(f"/api/tasks/{key}/completion", json={"data": data})


def overrides(office: Office) -> list[DecisionOverride]:
    with office.database.reading() as session:
        return list(session.exec(select(DecisionOverride)))


def changed_form(office: Office, **change: Any) -> dict[str, Any]:
    """A form in which the proposal is a field that anybody may fill in."""
    with office.journal.reading() as session:
        body = session.execute(
            tables.form.select().where(tables.form.c.form_id == "classify_petition")
        ).one()
    schema: dict[str, Any] = json.loads(body.body)
    category = next(c for c in schema["components"] if c.get("key") == "category")
    proposed = deepcopy(category) | {"id": "field_proposed", "key": "proposed_category"} | change
    schema["components"].append(proposed)
    with office.journal.transaction() as session:
        session.execute(
            tables.form.update()
            .where(tables.form.c.form_id == "classify_petition")
            .values(body=json.dumps(schema))
        )
    return schema


class TestDecidingOtherwise:
    """A person may decide otherwise than proposed, with a reason."""

    async def test_what_follows_the_proposal_needs_no_reason_and_leaves_no_override(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        office.proposed(key)

        answer = await decide(office, classifier, key, AGREED)

        assert answer.status_code == 200
        assert overrides(office) == []

    @pytest.mark.parametrize("note", [{}, {"note": ""}, {"note": " \n\u3000"}])
    async def test_without_a_reason_it_is_refused_at_the_field_and_nothing_changes(
        self, office: Office, classifier: httpx.AsyncClient, note: dict[str, str]
    ) -> None:
        petition = office.petition()
        key = office.task(petition)
        office.proposed(key)

        answer = await decide(office, classifier, key, OTHERWISE | note)

        assert answer.status_code == 422
        problem = answer.json()
        assert problem["error"] == "OverrideNeedsReason"
        assert [error["key"] for error in problem["errors"]] == ["note"]
        assert "写明理由" in problem["errors"][0]["message"]
        assert overrides(office) == []
        with office.database.reading() as session:
            assert session.get(TaskDecision, key) is None
            assert session.get_one(Petition, petition.id).category is None
        assert [kind for kind, _ in office.outbox()].count("complete_task") == 0

    async def test_with_a_reason_proposal_decision_and_reason_are_kept(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        key = office.task(petition)
        evaluation = office.proposed(key)

        answer = await decide(office, classifier, key, OTHERWISE | {"note": f" {REASON} "})

        assert answer.status_code == 200
        [kept] = overrides(office)
        assert (kept.petition_id, kept.task_key, kept.decision_id) == (
            petition.id,
            key,
            "propose_category",
        )
        assert kept.evaluation_key == evaluation
        assert (kept.proposed, kept.decided) == ({"category": "claim"}, {"category": "appeal"})
        assert (kept.reason, kept.decided_by) == (REASON, "classifier")
        assert kept.decided_at == office.clock.now()

    async def test_the_reason_stays_in_records(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        office.proposed(key)

        await decide(office, classifier, key, OTHERWISE | {"note": REASON})

        assert REASON not in json.dumps(office.outbox(), ensure_ascii=False)
        with office.database.reading() as session:
            acts = session.exec(
                select(AuditEntry).where(AuditEntry.action == "classify_petition")
            ).all()
        assert [act.detail["overridden"] for act in acts] == [["propose_category"]]
        assert REASON not in str([act.detail for act in acts])

    async def test_the_same_again_is_harmless(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        office.proposed(key)
        data = OTHERWISE | {"note": REASON}

        first = await decide(office, classifier, key, data)
        second = await decide(office, classifier, key, data)

        assert (first.status_code, second.status_code) == (200, 200)
        assert len(overrides(office)) == 1

    async def test_where_nothing_was_proposed_nothing_is_asked(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())

        assert (await decide(office, classifier, key, OTHERWISE)).status_code == 200
        assert overrides(office) == []


class TestWhatCounts:
    """The engine's own record of the proposal counts, nothing that comes with the form."""

    async def test_a_forged_proposal_in_the_form_does_not_count(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        changed_form(office)
        key = office.task(office.petition())
        office.proposed(key)
        forged = OTHERWISE | {"proposed_category": "appeal"}

        refused = await decide(office, classifier, key, forged)
        taken = await decide(office, classifier, key, forged | {"note": REASON})

        assert refused.json()["error"] == "OverrideNeedsReason"
        assert taken.status_code == 200
        assert [one.proposed for one in overrides(office)] == [{"category": "claim"}]

    async def test_a_read_only_proposal_of_an_older_form_cannot_be_forged(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        changed_form(office, readonly=True)
        key = office.task(office.petition())
        office.proposed(key)

        forged = await decide(
            office, classifier, key, OTHERWISE | {"proposed_category": "appeal", "note": REASON}
        )
        honest = await decide(
            office, classifier, key, OTHERWISE | {"proposed_category": "claim", "note": REASON}
        )

        assert forged.json()["error"] == "FormInvalid"
        assert [error["key"] for error in forged.json()["errors"]] == ["proposed_category"]
        assert honest.status_code == 200

    async def test_a_proposal_sent_with_the_form_of_today_is_refused(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        office.proposed(key)

        answer = await decide(office, classifier, key, AGREED | {"proposed_category": "claim"})

        assert [error["key"] for error in answer.json()["errors"]] == ["proposed_category"]

    async def test_of_two_evaluations_the_last_before_the_task_counts(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        office.proposed(key, "opinion")
        office.proposed(key, "claim")
        at = office.clock.now().timestamp() * 1000
        office.proposed(key, "report", evaluated_at=int(at) + 60_000)
        office.proposed(key, "report", state="failed", output="null")

        assert (await decide(office, classifier, key, AGREED)).status_code == 200
        assert overrides(office) == []

    async def test_without_an_evaluation_the_process_variable_counts(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        variable = {
            "scope_key": key - 5,
            "name": "proposed_category",
            "instance_key": key - 5,
            "value": '"claim"',
            "updated_at": 0,
        }
        office.write(tables.variable, [variable])

        refused = await decide(office, classifier, key, OTHERWISE)
        taken = await decide(office, classifier, key, OTHERWISE | {"note": REASON})

        assert refused.json()["error"] == "OverrideNeedsReason"
        assert taken.status_code == 200
        [kept] = overrides(office)
        assert (kept.evaluation_key, kept.proposed) == (None, {"category": "claim"})


class TestTheTask:
    """GET /api/tasks/{key}"""

    async def test_it_shows_the_proposal_with_rule_and_article_and_starts_from_it(
        self, office: Office, classifier: httpx.AsyncClient
    ) -> None:
        key = office.task(office.petition())
        office.proposed(key)

        task = (await classifier.get(f"/api/tasks/{key}")).json()

        [proposal] = task["proposals"]
        assert proposal["name"] == "拟定信访目的"
        assert [value["text"] for value in proposal["outputs"]] == ["求决"]
        [rule] = proposal["rules"]
        assert "没有标签的来电、来访" in rule["description"]
        assert rule["cited"] == ["《信访工作条例》第三十一条"]
        assert (task["data"]["category"], task["data"]["proposed_category"]) == ("claim", "claim")

    async def test_its_page_says_why(self, office: Office, classifier: httpx.AsyncClient) -> None:
        key = office.task(office.petition())
        office.proposed(key)

        page = (await classifier.get(f"/tasks/{key}")).text

        assert "没有标签的来电、来访" in page
        assert page.count("《信访工作条例》第三十一条") == 1


class TestTheCase:
    """GET /api/petitions/{number}: `decisions`"""

    async def test_an_evaluation_shows_inputs_rule_and_basis(
        self, office: Office, manager: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        key = office.task(petition)
        evaluation = office.proposed(
            key, "accusation", rule="sealed_accusation", tags=("names_official", "own_rights")
        )

        [decision] = (await manager.get(f"/api/petitions/{petition.number}")).json()["decisions"]

        assert (decision["key"], decision["version"]) == (str(evaluation), 1)
        assert decision["inputs"] == [
            {
                "id": "input_tags",
                "label": "标签",
                "value": ["names_official", "own_rights"],
                "text": "反映公职人员、侵害本人权益",
            },
            {"id": "input_form", "label": "信访形式", "value": "visit", "text": "走访"},
        ]
        [rule] = decision["rules"]
        assert (rule["id"], rule["number"], rule["basis"]) == (
            "sealed_accusation",
            1,
            ["regulation_2022:30"],
        )
        assert rule["cited"] == ["《信访工作条例》第三十条"]
        assert (decision["is_proposal"], decision["decided"]) == (True, None)

    async def test_in_english_labels_codes_and_articles_are_english(
        self, office: Office, manager: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        office.proposed(office.task(petition))

        answer = await manager.get(
            f"/api/petitions/{petition.number}", headers={"Accept-Language": "en"}
        )

        [decision] = answer.json()["decisions"]
        assert decision["name"] == "Proposed purpose"
        assert [(value["label"], value["text"]) for value in decision["inputs"]] == [
            ("Tags", "none"),
            ("Form of petition", "visit"),
        ]
        assert decision["rules"][0]["cited"] == ["Regulation on Petition Work, Article 31"]

    async def test_an_override_shows_reason_person_and_moment(
        self, office: Office, classifier: httpx.AsyncClient, manager: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        key = office.task(petition)
        office.proposed(key)
        await decide(office, classifier, key, OTHERWISE | {"note": REASON})

        [decision] = (await manager.get(f"/api/petitions/{petition.number}")).json()["decisions"]

        decided = decision["decided"]
        assert (decided["is_override"], decided["reason"]) == (True, REASON)
        assert [value["text"] for value in decided["values"]] == ["申诉"]
        assert (decided["by"]["id"], decided["at"]) == ("classifier", "2026-11-23T09:00:00+08:00")
        page = (await manager.get(f"/petitions/{petition.number}")).text
        assert "判断依据" in page
        assert "改定" in page
        assert REASON in page

    async def test_a_proposal_that_was_followed_shows_who_agreed(
        self, office: Office, classifier: httpx.AsyncClient, manager: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        key = office.task(petition)
        office.proposed(key)
        await decide(office, classifier, key, AGREED | {"note": "按属地"})

        [decision] = (await manager.get(f"/api/petitions/{petition.number}")).json()["decisions"]

        assert decision["decided"]["is_override"] is False
        assert decision["decided"]["reason"] is None
        assert "照拟定" in (await manager.get(f"/petitions/{petition.number}")).text

    async def test_the_rule_is_described_as_in_the_version_that_was_evaluated(
        self, office: Office, manager: httpx.AsyncClient
    ) -> None:
        with office.journal.reading() as session:
            old = session.execute(tables.requirements.select()).one()
        again = {
            "requirements_key": CATEGORY_REQUIREMENTS + 100,
            "requirements_id": old.requirements_id,
            "version": 2,
            "xml": old.xml.replace("没有标签的来电、来访", "未加标签的电话和走访"),
            "deployed_at": old.deployed_at + 1,
        }
        decision = {
            "decision_key": CATEGORY_DECISION + 100,
            "decision_id": "propose_category",
            "name": "拟定信访目的",
            "version": 2,
            "requirements_key": CATEGORY_REQUIREMENTS + 100,
            "deployed_at": old.deployed_at + 1,
        }
        office.write(tables.requirements, [again])
        office.write(tables.decision, [decision])
        petition = office.petition()
        key = office.task(petition)
        office.proposed(key)
        office.proposed(key, decision_key=CATEGORY_DECISION + 100, version=2)

        found = (await manager.get(f"/api/petitions/{petition.number}")).json()["decisions"]

        words = [decision["rules"][0]["description"][:10] for decision in found]
        assert words == ["没有标签的来电、来访", "未加标签的电话和走访"]

    async def test_what_the_journal_does_not_know_stands_as_the_engine_said_it(
        self, office: Office, manager: httpx.AsyncClient
    ) -> None:
        petition = office.petition()
        key = office.task(petition)
        office.proposed(
            key,
            decision_id="weigh_case",
            decision_key=77,
            inputs=json.dumps({"input_size": 7, "input_is_urgent": False}),
            output="null",
            matched_rules="[]",
        )
        office.proposed(key, decision_id="weigh_case", decision_key=77, state="failed")

        answered, failed = (await manager.get(f"/api/petitions/{petition.number}")).json()[
            "decisions"
        ]

        assert (answered["name"], answered["rules"]) == ("weigh_case", [])
        assert [value["text"] for value in answered["inputs"]] == ["7", "否"]
        assert [value["text"] for value in answered["outputs"]] == ["无"]
        assert (failed["state"], failed["outputs"]) == ("failed", [])
        page = (await manager.get(f"/petitions/{petition.number}")).text
        assert "没有相符的规则。" in page
        assert "未能得出结果" in page
