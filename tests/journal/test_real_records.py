"""The projections of streams captured from real brokers, 8.6.0 and 8.5.8, on both databases."""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from journal import tables
from records.database import Database
from tests.journal.conftest import DATABASES, new_journal
from tests.journal.databases import apply, row, rows
from tests.journal.records import captured

DUE_31_DECEMBER_MS = 1_798_646_400_000  # 2026-12-31T00:00+08:00
DUE_31_JANUARY_MS = 1_801_353_600_000  # 2027-01-31T00:00Z
ALERT_IN_2030_MS = 1_893_427_200_000  # 2030-01-01T00:00+08:00


@pytest.fixture(scope="module", params=["8.6.0", "8.5.8"])
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=DATABASES)
def journal_of_trial(
    request: pytest.FixtureRequest, version: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """Filled once: the tests here only read."""
    with new_journal(request, tmp_path_factory.mktemp("trial")) as database:
        applied = apply(database, *captured(version))
        assert (applied.repeated, applied.set_aside) == (0, 0)
        yield database


def instance_of(journal: Database, business_key: str, process_id: str = "trial") -> dict[str, Any]:
    (found,) = [
        instance
        for instance in rows(journal, tables.instance)
        if (instance["business_key"], instance["process_id"]) == (business_key, process_id)
    ]
    return found


def tasks_of(journal: Database, business_key: str) -> list[dict[str, Any]]:
    return [
        task for task in rows(journal, tables.user_task) if task["business_key"] == business_key
    ]


def test_instances_end_as_the_engine_ended_them(journal_of_trial: Database) -> None:
    states = {key: instance_of(journal_of_trial, f"P-{key}")["state"] for key in "ABCDEF"}
    assert states == {
        "A": "completed",
        "B": "terminated",
        "C": "active",
        "D": "active",
        "E": "active",
        "F": "active",
    }
    assert instance_of(journal_of_trial, "P-A")["ended_at"] is not None
    assert instance_of(journal_of_trial, "P-E")["ended_at"] is None


def test_called_instance_belongs_to_the_case_of_its_caller(journal_of_trial: Database) -> None:
    case = instance_of(journal_of_trial, "P-A")
    watcher = instance_of(journal_of_trial, "P-A", "watch_trial")
    assert (watcher["parent_key"], watcher["root_key"]) == (case["key"], case["key"])
    (call,) = [
        element
        for element in rows(journal_of_trial, tables.element_instance)
        if element["key"] == watcher["parent_element_key"]
    ]
    assert (call["element_id"], call["state"]) == ("watch_handling_period", "terminated")
    assert watcher["state"] == "terminated"


def test_token_stands_where_the_engine_left_it(journal_of_trial: Database) -> None:
    case = instance_of(journal_of_trial, "P-F")
    active = {
        element["element_id"]
        for element in rows(journal_of_trial, tables.element_instance)
        if element["instance_key"] == case["key"] and element["state"] == "active"
    }
    assert active == {"trial", "handling_period", "handle_trial", "watch_handling_period"}


def test_each_claim_is_a_task_and_the_body_shares_their_element_id(
    journal_of_trial: Database,
) -> None:
    claims = [
        element
        for element in rows(journal_of_trial, tables.element_instance)
        if element["element_id"] == "answer_claim"
    ]
    (body,) = [element for element in claims if element["element_type"] == "MULTI_INSTANCE_BODY"]
    inner = [element for element in claims if element["element_type"] == "USER_TASK"]
    assert [element["scope_key"] for element in inner] == [body["key"], body["key"]]
    tasks = [
        task for task in tasks_of(journal_of_trial, "P-A") if task["element_id"] == "answer_claim"
    ]
    assert [task["state"] for task in tasks] == ["completed", "completed"]


def test_loop_of_the_watcher_is_counted_flow_by_flow(journal_of_trial: Database) -> None:
    watcher = instance_of(journal_of_trial, "P-A", "watch_trial")
    taken = {
        flow["flow_id"]: flow["times"]
        for flow in rows(journal_of_trial, tables.taken_flow)
        if flow["instance_key"] == watcher["key"]
    }
    assert taken == {"wf1": 1, "wf6": 1, "wf4": 1, "wf5": 1}


def test_task_keeps_its_last_assignee_groups_and_due_date(journal_of_trial: Database) -> None:
    (task,) = [
        task for task in tasks_of(journal_of_trial, "P-A") if task["element_id"] == "classify_trial"
    ]
    assert task["assignee"] == "u1"
    assert orjson.loads(task["candidate_groups"]) == ["classifier@330201"]
    assert orjson.loads(task["candidate_users"]) == ["u1"]
    assert task["due_at"] == DUE_31_JANUARY_MS
    assert task["state"] == "completed"
    (open_task,) = tasks_of(journal_of_trial, "P-E")
    assert (open_task["due_at"], open_task["assignee"]) == (DUE_31_DECEMBER_MS, None)


def test_priority_is_known_from_8_6_on(journal_of_trial: Database, version: str) -> None:
    priorities = {task["priority"] for task in rows(journal_of_trial, tables.user_task)}
    assert priorities == ({50} if version == "8.6.0" else {None})


def test_task_of_a_cancelled_instance_is_canceled(journal_of_trial: Database) -> None:
    (task,) = tasks_of(journal_of_trial, "P-B")
    assert task["state"] == "canceled"


def test_task_taken_away_by_modification_is_closed_with_its_element(
    journal_of_trial: Database, version: str
) -> None:
    (task,) = tasks_of(journal_of_trial, "P-C")
    ends = [
        record
        for record in captured(version)
        if record["valueType"] == "USER_TASK"
        and record["key"] == task["key"]
        and record["intent"] != "CREATED"
        and record["intent"] != "CREATING"
    ]
    assert ends == []
    assert task["state"] == "canceled"
    assert task["ended_at"] is not None


def test_migrated_task_stays_migrated_although_its_records_fall_back(
    journal_of_trial: Database,
) -> None:
    case = instance_of(journal_of_trial, "P-D")
    task = tasks_of(journal_of_trial, "P-D")[0]
    assert task["element_id"] == "classify_trial_again"
    assert task["definition_key"] == case["definition_key"]
    assert (task["assignee"], task["state"]) == ("u2", "completed")
    assert case["version"] == 2


def test_migration_leaves_variables_alone(journal_of_trial: Database) -> None:
    case = instance_of(journal_of_trial, "P-D")
    values = {
        variable["name"]: orjson.loads(variable["value"])
        for variable in rows(journal_of_trial, tables.variable)
        if variable["scope_key"] == case["key"]
    }
    assert values["bureau"] == "330200"
    assert values["claims"] == ["a", "b"]
    assert None not in values.values()


def test_characters_outside_the_basic_plane_come_back_whole(journal_of_trial: Database) -> None:
    notes = {
        orjson.loads(variable["value"])
        for variable in rows(journal_of_trial, tables.variable)
        if variable["name"] == "note"
    }
    assert notes == {"信访😀"}


def test_output_of_the_claims_is_kept_at_both_scopes(journal_of_trial: Database) -> None:
    case = instance_of(journal_of_trial, "P-A")
    answers = [
        variable
        for variable in rows(journal_of_trial, tables.variable)
        if variable["name"] == "answers"
    ]
    assert len({variable["scope_key"] for variable in answers}) == 2
    assert {variable["instance_key"] for variable in answers} == {case["key"]}
    assert {variable["value"] for variable in answers} == {'["a","b"]'}


def test_running_timers_show_their_date(journal_of_trial: Database) -> None:
    watcher = instance_of(journal_of_trial, "P-F", "watch_trial")
    timers = rows(journal_of_trial, tables.timer)
    assert sorted(timer["state"] for timer in timers) == [
        "canceled",
        "canceled",
        "created",
        "created",
        "triggered",
    ]
    (timer,) = [timer for timer in timers if timer["instance_key"] == watcher["key"]]
    assert (timer["element_id"], timer["due_at"]) == ("alert_due", ALERT_IN_2030_MS)
    assert (timer["state"], timer["ended_at"]) == ("created", None)


def test_error_nobody_catches_is_shown_at_its_element(journal_of_trial: Database) -> None:
    case = instance_of(journal_of_trial, "P-C")
    resolved, unresolved = rows(journal_of_trial, tables.incident)
    assert (resolved["error_type"], resolved["state"]) == ("JOB_NO_RETRIES", "resolved")
    assert resolved["message"] == "接口超时"
    assert resolved["resolved_at"] > resolved["created_at"]
    assert (unresolved["error_type"], unresolved["state"]) == ("UNHANDLED_ERROR_EVENT", "open")
    assert unresolved["element_id"] == "close_trial"
    assert unresolved["instance_key"] == case["key"]


def test_subscriptions_show_who_still_waits(journal_of_trial: Database) -> None:
    subscriptions = rows(journal_of_trial, tables.message_subscription)
    waiting = {
        subscription["correlation_key"]
        for subscription in subscriptions
        if subscription["state"] == "open"
    }
    assert waiting == {"P-D", "P-F"}
    assert {subscription["message_name"] for subscription in subscriptions} == {"deadline_moved"}
    states = [s["state"] for s in subscriptions if s["correlation_key"] == "P-A"]
    assert sorted(states) == ["correlated", "deleted", "deleted"]


def test_only_open_tasks_have_groups(journal_of_trial: Database) -> None:
    with journal_of_trial.reading() as session:
        group, task = tables.user_task_group, tables.user_task
        found = session.execute(
            select(group.c.group_name, task.c.business_key, task.c.state).join(
                task, task.c.key == group.c.task_key
            )
        )
        inbox = {tuple(row) for row in found}
    assert inbox == {
        ("handler@330200", "P-D", "created"),
        ("handler@330200", "P-F", "created"),
        ("classifier@330200", "P-E", "created"),
        ("supervisor@330200", "P-E", "created"),
    }


def test_diagrams_of_every_version_come_with_name_and_tag(journal_of_trial: Database) -> None:
    found = {
        (process["process_id"], process["version"]): process
        for process in rows(journal_of_trial, tables.process)
    }
    first, second = found["trial", 1], found["trial", 2]
    assert (first["name"], first["version_tag"]) == ("试办信访", "2026-1")
    assert second["version_tag"] == "2026-2"
    assert first["resource_name"] == "trial.bpmn"
    assert "classify_trial_again" in second["xml"]
    assert "classify_trial_again" not in first["xml"]
    assert found["watch_trial", 1]["version_tag"] is None


def test_forms_and_decisions_come_with_their_text(journal_of_trial: Database) -> None:
    form = rows(journal_of_trial, tables.form)[0]
    assert (form["form_id"], form["version"]) == ("classify_trial", 1)
    assert orjson.loads(form["body"])["components"][0]["key"] == "category"
    decision = rows(journal_of_trial, tables.decision)[0]
    requirements = rows(journal_of_trial, tables.requirements)[0]
    assert (decision["decision_id"], decision["name"]) == ("propose_category", "建议类别")
    assert decision["requirements_key"] == requirements["requirements_key"]
    assert "类别规则" in requirements["xml"]


def test_high_water_is_the_last_record(journal_of_trial: Database, version: str) -> None:
    last = captured(version)[-1]
    assert row(journal_of_trial, tables.high_water) == {
        "partition_id": 1,
        "position": last["position"],
        "record_time": last["timestamp"],
    }
