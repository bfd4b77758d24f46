"""What decision tables answered, from streams of real brokers, 8.6.0 and 8.5.8."""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from journal import tables
from records.database import Database
from tests.journal.conftest import DATABASES, new_journal
from tests.journal.databases import apply, row, rows
from tests.journal.records import captured


@pytest.fixture(scope="module", params=["8.6.0", "8.5.8"])
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=DATABASES)
def journal_of_decisions(
    request: pytest.FixtureRequest, version: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """Filled once: the tests here only read."""
    with new_journal(request, tmp_path_factory.mktemp("decisions")) as database:
        assert apply(database, *captured(version, "decisions")).set_aside == 0
        yield database


def evaluations(journal: Database) -> list[dict[str, Any]]:
    """As the engine made them; JSON read."""
    found = rows(journal, tables.decision_evaluation)
    for one in found:
        for name in ("inputs", "output", "matched_rules"):
            one[name] = orjson.loads(one[name])
    return found


def test_an_answer_stands_with_its_inputs_rules_and_place(journal_of_decisions: Database) -> None:
    answered = evaluations(journal_of_decisions)[0]
    (decision,) = [
        decision
        for decision in rows(journal_of_decisions, tables.decision)
        if decision["decision_id"] == "weigh_case"
    ]
    assert (answered["decision_id"], answered["version"]) == ("weigh_case", 1)
    assert answered["decision_key"] == decision["decision_key"]
    assert answered["element_id"] == "weigh_case"
    assert answered["instance_key"] < answered["element_instance_key"] < answered["key"]
    assert answered["inputs"]["input_is_urgent"] is False
    assert answered["output"] == {"mode": "assign", "basis": "local_rule"}
    assert answered["state"] == "evaluated"


def test_a_decision_it_requires_is_told_with_it(journal_of_decisions: Database) -> None:
    answered = evaluations(journal_of_decisions)[0]
    assert answered["inputs"] == {
        "input_people": 7,
        "input_size": "group",
        "input_is_urgent": False,
    }
    assert answered["matched_rules"] == ["five_or_more", "many_people"]


def test_a_failed_evaluation_keeps_what_it_read_and_has_no_answer(
    journal_of_decisions: Database,
) -> None:
    failed = evaluations(journal_of_decisions)[1]
    assert (failed["state"], failed["output"]) == ("failed", None)
    assert failed["inputs"]["input_is_urgent"] is True
    assert failed["matched_rules"] == ["five_or_more", "many_people", "urgent"]
    assert row(journal_of_decisions, tables.incident)["error_type"] == "DECISION_EVALUATION_ERROR"


def test_where_no_rule_matches_the_answer_is_null(journal_of_decisions: Database) -> None:
    unmatched = evaluations(journal_of_decisions)[2]
    assert (unmatched["state"], unmatched["output"]) == ("evaluated", None)
    assert unmatched["matched_rules"] == ["fewer"]


def test_an_evaluation_by_command_belongs_to_no_instance(journal_of_decisions: Database) -> None:
    by_command = evaluations(journal_of_decisions)[3:]
    assert [one["state"] for one in by_command] == ["evaluated", "failed"]
    for one in by_command:
        assert one["instance_key"] is None
        assert one["element_instance_key"] is None
        assert one["element_id"] is None


def test_its_moment_is_the_engine_s(journal_of_decisions: Database, version: str) -> None:
    moments = [
        record["timestamp"]
        for record in captured(version, "decisions")
        if record["valueType"] == "DECISION_EVALUATION"
    ]
    assert [one["evaluated_at"] for one in evaluations(journal_of_decisions)] == moments


def test_the_engine_adds_no_variables_to_the_record(version: str) -> None:
    variables = [
        record["value"]["variables"]
        for record in captured(version, "decisions")
        if record["valueType"] == "DECISION_EVALUATION"
    ]
    assert variables == [{}] * 5


def of(value_type: str) -> list[Any]:
    return [one for one in captured(trial="decisions") if one["valueType"] == value_type]


def test_an_input_without_id_is_known_by_its_label(journal: Database) -> None:
    record = of("DECISION_EVALUATION")[0]
    for each in record["value"]["evaluatedDecisions"]:
        for given in each["evaluatedInputs"]:
            given["inputId"] = ""
    apply(journal, record)
    assert evaluations(journal)[0]["inputs"] == {"人数": 7, "规模": "group", "是否紧急": False}


def test_an_intent_of_a_later_engine_changes_nothing(journal: Database) -> None:
    record = of("DECISION_EVALUATION")[0] | {"intent": "REVIEWED"}
    assert apply(journal, record).set_aside == 0
    assert evaluations(journal) == []


def test_told_twice_it_is_one(journal: Database) -> None:
    once = captured(trial="decisions")
    apply(journal, *once)
    before = evaluations(journal)
    again = [record | {"position": record["position"] + 10_000} for record in once]
    apply(journal, *again)
    assert evaluations(journal) == before
    assert len(before) == 5


def test_one_that_cannot_be_read_is_set_aside_alone(journal: Database) -> None:
    good, bad, *rest = of("DECISION_EVALUATION")
    del bad["value"]["evaluatedDecisions"]
    assert apply(journal, good, bad, *rest).set_aside == 1
    assert len(evaluations(journal)) == 4
    assert row(journal, tables.set_aside)["error"] == "evaluatedDecisions: missing"
