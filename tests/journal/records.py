"""Records for tests: real ones, captured from a broker, and hand-made ones for single traps.

The captures come from a trial of 8.6.0 and 8.5.8 with one process (service task, decision, user
task with form, watched phase with timer and message, multi-instance user task) and these cases:
P-A from start to end, P-B cancelled, P-C modified (its task taken away) and stuck with an error
nobody catches, P-D and P-F migrated to version 2, P-E open at its first task. They hold no real
data; fields that nothing reads were left out.

`decisions_*` are of a trial of decisions alone: weigh_case (hit policy UNIQUE) requires
count_people; three instances ask (one answer, two rules at once and so a failure, no rule), then
two commands do (one answer, one failure).
"""

import itertools
from pathlib import Path
from typing import Any

import orjson

from benchmarks.sample_stream import bulk_body
from journal.record import Record, parse_bulk

HERE = Path(__file__).parent
RECEIVED_MS = 1_767_225_600_000
START_MS = 1_767_225_000_000
Fields = dict[str, Any]


def captured(version: str = "8.6.0", trial: str = "records") -> list[Fields]:
    """The records of a real broker of this version, in order."""
    path = HERE / f"{trial}_{version.replace('.', '_')}.ndjson"
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def parsed(fields: list[Fields]) -> list[Record]:
    """Records as the receiver takes them out of a body."""
    return parse_bulk(bulk_body(fields), RECEIVED_MS)


class Maker:
    """Makes single records of one partition, positions and times ascending."""

    def __init__(self, partition_id: int = 1) -> None:
        self.partition_id = partition_id
        self._positions = itertools.count(1)

    def __call__(self, value_type: str, intent: str, key: int, **value: Any) -> Fields:
        position = next(self._positions)
        return {
            "partitionId": self.partition_id,
            "position": position,
            "key": key,
            "timestamp": START_MS + position,
            "valueType": value_type,
            "intent": intent,
            "recordType": "EVENT",
            "value": value,
        }

    def element(self, intent: str, key: int, element_id: str, kind: str, **value: Any) -> Fields:
        """A PROCESS_INSTANCE record; `instance` defaults to 100, `parent` to none."""
        instance_key, parent = value.get("instance", 100), value.get("parent", -1)
        return self(
            "PROCESS_INSTANCE",
            intent,
            key,
            version=1,
            bpmnProcessId="petition",
            processDefinitionKey=value.get("definition", 10),
            processInstanceKey=instance_key,
            elementId=element_id,
            bpmnElementType=kind,
            flowScopeKey=-1 if kind == "PROCESS" else value.get("scope", instance_key),
            parentProcessInstanceKey=parent,
            parentElementInstanceKey=-1 if parent == -1 else value.get("caller", 50),
        )

    def instance(self, key: int = 100, intent: str = "ELEMENT_ACTIVATING", **value: Any) -> Fields:
        """The record of an instance's process element."""
        return self.element(intent, key, "petition", "PROCESS", instance=key, **value)

    def variable(self, scope: int, name: str, value: Any, intent: str = "CREATED") -> Fields:
        """A VARIABLE record at a scope of instance 100."""
        return self(
            "VARIABLE",
            intent,
            scope * 1000,
            scopeKey=scope,
            name=name,
            value=orjson.dumps(value).decode(),
            processInstanceKey=100,
        )

    def task(self, intent: str, key: int = 300, **changed: Any) -> Fields:
        """A USER_TASK record of element instance 200 in instance 100."""
        value = {
            "processInstanceKey": 100,
            "elementInstanceKey": 200,
            "bpmnProcessId": "petition",
            "processDefinitionKey": 10,
            "elementId": "handle_petition",
            "formKey": -1,
            "assignee": "",
            "candidateGroupsList": ["handler@330200-js"],
            "candidateUsersList": [],
            "dueDate": "",
            "priority": 50,
        }
        return self("USER_TASK", intent, key, **(value | changed))
