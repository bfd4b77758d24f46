"""Deciding otherwise than a decision table proposed: with a reason, kept as said."""

from typing import Any

import pytest
from sqlmodel import Session

from records import proposals
from records.database import Database
from records.models import DecisionOverride, Petition, TaskDecision, User
from records.people import person_of
from records.proposals import Answer, OverrideNeedsReason, Proposed, overrides, reason_in
from records.tasks.claiming import claim_task
from records.tasks.deciding import decide_task
from records.tasks.rules import TaskRef
from tests.records.cases import BUREAU, NOON, UNIT, all_rows

TASK, EVALUATION = 2251799813690005, 2251799813690002
REASON = "来访人不服街道作出的答复。"
CLAIM = Proposed(
    "propose_category", {"category": "claim", "basis": "regulation_2022:31"}, EVALUATION
)
PAIR = (Answer("weigh_case", "mode", "mode"), Answer("weigh_case", "days", "days"))
ROUTE = Proposed("propose_route", {"route": "duty"})
PROCEDURE = Proposed("propose_procedure", {"procedure": "ordinary"})


def decide(session: Session, petition_id: str, *proposed: Proposed, **data: Any) -> TaskDecision:
    """What the classifier decides, about what was proposed."""
    person = person_of(session, session.get_one(User, "classifier"))
    groups = (f"classifier@{BUREAU}",)
    task = TaskRef(TASK, petition_id, BUREAU, "classify_petition", None, groups, is_open=True)
    claim_task(session, person, task, now=NOON)
    filled = {"unit": UNIT} | data
    return decide_task(session, person, task, filled, schema={}, proposals=proposed, now=NOON)


def test_an_override_keeps_proposal_decision_reason_person_and_moment(
    database: Database, petition_id: str
) -> None:
    with database.transaction() as session:
        decide(session, petition_id, CLAIM, category="appeal", note=REASON)
    [kept] = all_rows(database, DecisionOverride)
    assert kept.model_dump() == {
        "task_key": TASK,
        "decision_id": "propose_category",
        "petition_id": petition_id,
        "evaluation_key": EVALUATION,
        "proposed": {"category": "claim"},
        "decided": {"category": "appeal"},
        "reason": REASON,
        "decided_by": "classifier",
        "decided_at": NOON,
    }


def test_without_a_reason_nothing_is_kept(database: Database, petition_id: str) -> None:
    with pytest.raises(OverrideNeedsReason), database.transaction() as session:
        decide(session, petition_id, CLAIM, category="appeal", note="\u3000")
    assert all_rows(database, DecisionOverride) == []
    assert all_rows(database, TaskDecision) == []
    assert [petition.category for petition in all_rows(database, Petition)] == [None]


def test_what_was_followed_leaves_no_override(database: Database, petition_id: str) -> None:
    with database.transaction() as session:
        decide(session, petition_id, CLAIM, category="claim", note="按属地")
    assert all_rows(database, DecisionOverride) == []


def test_the_error_names_the_field_of_the_reason() -> None:
    with pytest.raises(OverrideNeedsReason) as refused:
        reason_in({"category": "appeal"})
    assert refused.value.field == "note"


class TestWhatDiffers:
    """Each declared output is compared with the field that answers it."""

    @pytest.fixture(autouse=True)
    def pair(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(proposals, "ANSWERS", {"weigh": PAIR})

    def found(self, values: dict[str, Any], **data: Any) -> list[tuple[Any, Any]]:
        made = overrides("weigh", data, [Proposed("weigh_case", values)])
        return [(one.proposed, one.decided) for one in made]

    def test_one_of_two(self) -> None:
        values = {"mode": "assign", "days": 30}
        assert self.found(values, mode="assign", days=60) == [({"days": 30}, {"days": 60})]

    def test_both_are_one_override(self) -> None:
        values = {"mode": "assign", "days": 30}
        assert self.found(values, mode="forward", days=60) == [
            ({"mode": "assign", "days": 30}, {"mode": "forward", "days": 60})
        ]

    def test_a_field_left_empty_differs(self) -> None:
        assert self.found({"days": 30}) == [({"days": 30}, {"days": None})]

    def test_false_was_proposed_but_null_was_not(self) -> None:
        assert self.found({"mode": False}, mode=True) == [({"mode": False}, {"mode": True})]
        assert self.found({"mode": None}, mode="assign") == []

    def test_an_output_that_no_field_answers_is_nobody_s_to_override(self) -> None:
        assert self.found({"basis": "local_rule"}, basis="other") == []

    def test_another_task_answers_nothing(self) -> None:
        assert list(overrides("other", {}, [Proposed("weigh_case", {"mode": "assign"})])) == []


class TestExamination:
    """examine_matter answers two tables, where its form asks for an answer."""

    def found(self, *proposed: Proposed, **data: Any) -> list[tuple[Any, Any]]:
        made = overrides("examine_matter", data, proposed)
        return [(one.proposed, one.decided) for one in made]

    def test_another_route_and_another_procedure(self) -> None:
        data = {"power": "own", "route": "petition", "procedure": "simple"}
        assert self.found(ROUTE, PROCEDURE, **data) == [
            ({"route": "duty"}, {"route": "petition"}),
            ({"procedure": "ordinary"}, {"procedure": "simple"}),
        ]

    @pytest.mark.parametrize("power", ["subordinate", "none"])
    def test_who_has_no_power_says_nothing_about_either(self, power: str) -> None:
        assert self.found(ROUTE, PROCEDURE, power=power) == []

    def test_another_route_leaves_the_procedure_open(self) -> None:
        assert self.found(ROUTE, PROCEDURE, power="own", route="duty") == []

    def test_a_table_that_leaves_it_open_proposes_nothing(self) -> None:
        open_ones = (
            Proposed("propose_route", {"route": "none"}),
            Proposed("propose_procedure", {"procedure": "by_route"}),
        )
        data = {"power": "own", "route": "petition", "procedure": "ordinary"}
        assert self.found(*open_ones, **data) == []
