"""Single traps of the record stream, with hand-made records."""

from base64 import b64encode
from datetime import UTC, datetime

import pytest

from journal import tables
from records.database import Database
from tests.journal.databases import apply, row, rows
from tests.journal.records import START_MS, Maker

NEW_YEAR_IN_NINGBO_MS = int(datetime(2026, 12, 31, 16, tzinfo=UTC).timestamp() * 1000)


class TestBusinessKey:
    """The petition's id names the root instance and everything below it."""

    def test_variable_comes_one_batch_before_its_instance(self, journal: Database) -> None:
        make = Maker()
        apply(journal, make.variable(100, "petition_id", "P-1"))
        apply(journal, make.instance())
        assert row(journal, tables.instance)["business_key"] == "P-1"

    def test_child_inherits_it_in_a_later_batch(self, journal: Database) -> None:
        make = Maker()
        apply(journal, make.variable(100, "petition_id", "P-1"), make.instance())
        apply(journal, make.instance(400, parent=100))
        apply(journal, make.instance(500, parent=400), make.task("CREATED"))
        found = rows(journal, tables.instance)
        assert [i["business_key"] for i in found] == ["P-1", "P-1", "P-1"]
        assert [i["root_key"] for i in found] == [100, 100, 100]
        assert row(journal, tables.user_task)["business_key"] == "P-1"

    def test_new_name_reaches_children_and_tasks(self, any_journal: Database) -> None:
        make = Maker()
        apply(any_journal, make.instance(), make.instance(400, parent=100), make.task("CREATED"))
        assert row(any_journal, tables.user_task)["business_key"] is None
        apply(any_journal, make.variable(100, "petition_id", "P-2"))
        assert {i["business_key"] for i in rows(any_journal, tables.instance)} == {"P-2"}
        assert row(any_journal, tables.user_task)["business_key"] == "P-2"

    def test_name_at_the_scope_of_a_child_changes_nothing(self, journal: Database) -> None:
        make = Maker()
        apply(journal, make.variable(100, "petition_id", "P-1"), make.instance())
        apply(journal, make.instance(400, parent=100), make.variable(400, "petition_id", "other"))
        assert {i["business_key"] for i in rows(journal, tables.instance)} == {"P-1"}

    @pytest.mark.parametrize("unfit", [7, None, ["P-1"], "x" * 101, "P\0"])
    def test_unfit_name_hides_no_instance(self, any_journal: Database, unfit: object) -> None:
        make = Maker()
        applied = apply(any_journal, make.variable(100, "petition_id", unfit), make.instance())
        assert applied.set_aside == 0
        assert row(any_journal, tables.instance)["business_key"] is None

    def test_migration_does_not_take_the_name_away(self, journal: Database) -> None:
        make = Maker()
        apply(journal, make.variable(100, "petition_id", "P-1"), make.instance())
        apply(journal, make.variable(100, "petition_id", None, intent="MIGRATED"))
        assert row(journal, tables.variable)["value"] == '"P-1"'
        assert row(journal, tables.instance)["business_key"] == "P-1"


class TestElements:
    def test_begin_and_end_may_come_in_different_batches(self, journal: Database) -> None:
        make = Maker()
        apply(journal, make.element("ELEMENT_ACTIVATING", 200, "notify", "SERVICE_TASK"))
        apply(journal, make.element("ELEMENT_ACTIVATED", 200, "notify", "SERVICE_TASK"))
        apply(journal, make.element("ELEMENT_COMPLETED", 200, "notify", "SERVICE_TASK"))
        element = row(journal, tables.element_instance)
        assert (element["started_at"], element["ended_at"]) == (START_MS + 1, START_MS + 3)
        assert (element["state"], element["scope_key"]) == ("completed", 100)

    def test_stream_that_starts_in_the_middle_still_shows_the_case(self, journal: Database) -> None:
        make = Maker()
        applied = apply(
            journal,
            make.instance(400, "ELEMENT_COMPLETING", parent=100),
            make.element("ELEMENT_COMPLETED", 200, "notify", "SERVICE_TASK"),
        )
        assert applied.set_aside == 0
        assert row(journal, tables.instance)["root_key"] == 100
        assert len(rows(journal, tables.element_instance)) == 2

    def test_flow_taken_in_two_batches_is_counted_twice(self, any_journal: Database) -> None:
        make = Maker()
        apply(any_journal, make.element("SEQUENCE_FLOW_TAKEN", 1, "again", "SEQUENCE_FLOW"))
        apply(
            any_journal,
            make.element("SEQUENCE_FLOW_TAKEN", 2, "again", "SEQUENCE_FLOW"),
            make.element("SEQUENCE_FLOW_TAKEN", 3, "again", "SEQUENCE_FLOW", definition=11),
        )
        flow = row(any_journal, tables.taken_flow)
        assert (flow["times"], flow["definition_key"]) == (3, 11)
        assert flow["last_taken_at"] == START_MS + 3

    def test_unknown_intent_changes_nothing(self, journal: Database) -> None:
        applied = apply(journal, Maker().element("ELEMENT_DREAMT", 200, "notify", "SERVICE_TASK"))
        assert (applied.new, applied.set_aside) == (1, 0)
        assert rows(journal, tables.element_instance) == []


class TestTasks:
    def test_task_of_a_terminated_element_is_canceled_once(self, journal: Database) -> None:
        make = Maker()
        apply(journal, make.task("CREATED"))
        apply(journal, make.element("ELEMENT_TERMINATED", 200, "handle_petition", "USER_TASK"))
        apply(journal, make.task("CANCELED"))
        task = row(journal, tables.user_task)
        assert (task["state"], task["ended_at"]) == ("canceled", START_MS + 2)
        assert rows(journal, tables.user_task_group) == []

    def test_completed_task_stays_completed_when_its_element_ends(self, journal: Database) -> None:
        make = Maker()
        apply(
            journal,
            make.task("CREATED"),
            make.task("COMPLETED"),
            make.element("ELEMENT_COMPLETED", 200, "handle_petition", "USER_TASK"),
        )
        task = row(journal, tables.user_task)
        assert (task["state"], task["ended_at"]) == ("completed", START_MS + 2)

    def test_new_groups_replace_the_old_ones(self, any_journal: Database) -> None:
        make = Maker()
        apply(any_journal, make.task("CREATED", candidateGroupsList=["a@1", "b@1", "a@1"]))
        assert len(rows(any_journal, tables.user_task_group)) == 2
        apply(any_journal, make.task("UPDATED", candidateGroupsList=["c@1"]))
        assert row(any_journal, tables.user_task_group)["group_name"] == "c@1"

    def test_records_after_a_migration_do_not_bring_the_old_element_back(
        self, journal: Database
    ) -> None:
        make = Maker()
        apply(journal, make.task("CREATED"))
        apply(journal, make.task("MIGRATED", elementId="handle_anew", processDefinitionKey=11))
        apply(journal, make.task("UPDATED", priority=80), make.task("ASSIGNED", assignee="li"))
        task = row(journal, tables.user_task)
        assert (task["element_id"], task["definition_key"]) == ("handle_anew", 11)
        assert (task["priority"], task["assignee"]) == (80, "li")

    @pytest.mark.parametrize(
        ("text", "due_at"),
        [
            ("2027-01-01T00:00+08:00", NEW_YEAR_IN_NINGBO_MS),
            ("2027-01-01T00:00:00+08:00[Asia/Shanghai]", NEW_YEAR_IN_NINGBO_MS),
            ("2026-12-31T16:00:00Z", NEW_YEAR_IN_NINGBO_MS),
            ("", None),
            ("2027-01-01", None),
            ("soon", None),
        ],
    )
    def test_due_date_is_read_or_counts_as_none(
        self, journal: Database, text: str, due_at: int | None
    ) -> None:
        apply(journal, Maker().task("CREATED", dueDate=text))
        assert row(journal, tables.user_task)["due_at"] == due_at


class TestOthers:
    def test_incident_follows_its_element_through_a_migration(self, journal: Database) -> None:
        make = Maker()
        value = {
            "processInstanceKey": 100,
            "elementInstanceKey": 200,
            "elementId": "notify",
            "jobKey": -1,
            "errorType": "EXTRACT_VALUE_ERROR",
            "errorMessage": "no such variable",
        }
        apply(journal, make("INCIDENT", "CREATED", 600, **value))
        apply(
            journal,
            make.element("ELEMENT_MIGRATED", 200, "notify_anew", "SERVICE_TASK", definition=11),
            make("INCIDENT", "MIGRATED", 600, **(value | {"elementId": "notify_anew"})),
        )
        incident = row(journal, tables.incident)
        assert (incident["element_id"], incident["state"]) == ("notify_anew", "open")
        assert incident["job_key"] is None

    def test_migrated_timer_keeps_its_date_and_moves_to_the_new_element(
        self, journal: Database
    ) -> None:
        make = Maker()
        value = {"processInstanceKey": 100, "elementInstanceKey": 200, "dueDate": 5}
        apply(journal, make("TIMER", "CREATED", 700, targetElementId="alert_due", **value))
        apply(journal, make("TIMER", "MIGRATED", 700, targetElementId="alert_anew", **value))
        apply(journal, make("TIMER", "TRIGGERED", 700, targetElementId="alert_due", **value))
        timer = row(journal, tables.timer)
        assert (timer["element_id"], timer["due_at"]) == ("alert_anew", 5)
        assert (timer["state"], timer["created_at"]) == ("triggered", START_MS + 1)

    def test_subscription_that_does_not_interrupt_waits_on(self, journal: Database) -> None:
        make = Maker()
        value = {
            "processInstanceKey": 100,
            "elementInstanceKey": 200,
            "messageName": "supplement_filed",
            "correlationKey": "P-1",
            "interrupting": False,
        }
        apply(journal, make("PROCESS_MESSAGE_SUBSCRIPTION", "CREATED", 800, **value))
        apply(journal, make("PROCESS_MESSAGE_SUBSCRIPTION", "CORRELATED", 800, **value))
        assert row(journal, tables.message_subscription)["state"] == "open"
        apply(journal, make("PROCESS_MESSAGE_SUBSCRIPTION", "DELETED", 800, **value))
        assert row(journal, tables.message_subscription)["state"] == "deleted"

    @pytest.mark.parametrize("first", [1, 2])
    def test_deployment_reported_by_two_partitions_is_one_row_with_the_earlier_time(
        self, journal: Database, first: int
    ) -> None:
        value = {
            "bpmnProcessId": "petition",
            "processDefinitionKey": 10,
            "version": 1,
            "resourceName": "petition.bpmn",
            "resource": b64encode(b"\xef\xbb\xbf<definitions/>").decode(),
        }
        early = Maker(1)("PROCESS", "CREATED", 10, **value)
        late = Maker(2)("PROCESS", "CREATED", 10, **value) | {"timestamp": START_MS + 99}
        apply(journal, *([early, late] if first == 1 else [late, early]))
        process = row(journal, tables.process)
        assert process["deployed_at"] == START_MS + 1
        assert process["xml"] == "<definitions/>"
        assert (process["name"], process["version_tag"]) == (None, None)

    def test_diagram_that_is_no_xml_is_kept_without_a_name(self, journal: Database) -> None:
        record = Maker()(
            "PROCESS",
            "CREATED",
            10,
            bpmnProcessId="petition",
            processDefinitionKey=10,
            version=1,
            resourceName="petition.bpmn",
            resource=b64encode(b"no diagram").decode(),
        )
        assert apply(journal, record).set_aside == 0
        assert row(journal, tables.process)["name"] is None
