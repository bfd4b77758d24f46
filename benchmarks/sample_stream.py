"""A made-up record stream in the engine's shape, for benchmarks and tests of any length.

One deployment, then cases one after another: five service tasks, a user task, a timer, variables.
It holds no real data.
"""

import itertools
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

Fields = dict[str, Any]

PROCESS_ID = "sample"
FIRST_KEY = 1 << 51
START_MS = 1_767_225_600_000
"""2026-01-01T00:00:00Z."""
XML = (
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">'
    '<bpmn:process id="sample" name="示例" isExecutable="true"/></bpmn:definitions>'
)
SERVICE_TASKS = ("register", "propose", "dispatch", "notify", "close")


class SampleStream:
    """Makes records with ascending positions and fresh keys, for one partition."""

    def __init__(self, partition_id: int = 1) -> None:
        self._partition_id = partition_id
        self._positions = itertools.count(1)
        self._keys = itertools.count(FIRST_KEY * partition_id)
        self._definition_key = next(self._keys)
        self._clock = START_MS

    def records(self, count: int) -> list[Fields]:
        """The first `count` records; call once."""
        return list(itertools.islice(self._endless(), count))

    def _endless(self) -> Iterator[Fields]:
        yield self._record(
            "PROCESS",
            "CREATED",
            self._definition_key,
            {
                "version": 1,
                "versionTag": "",
                "resource": b64encode(XML.encode()).decode(),
                "resourceName": "sample.bpmn",
                "processDefinitionKey": self._definition_key,
                "bpmnProcessId": PROCESS_ID,
            },
        )
        for number in itertools.count(1):
            yield from self._case(number)

    def _case(self, number: int) -> Iterator[Fields]:
        instance_key = next(self._keys)
        variables = {"petition_id": f"P-{number}", "bureau": "330200", "tags": ["land"]}
        for name, value in variables.items():
            yield self._of_case(
                "VARIABLE",
                "CREATED",
                instance_key,
                name=name,
                scopeKey=instance_key,
                value=orjson.dumps(value).decode(),
            )
        yield from self._element(instance_key, instance_key, PROCESS_ID, "PROCESS", begins=True)
        yield from self._step(instance_key, "received", "START_EVENT", ())
        for element_id in SERVICE_TASKS[:3]:
            yield from self._service_task(instance_key, element_id)
        yield from self._user_task(instance_key)
        for element_id in SERVICE_TASKS[3:]:
            yield from self._service_task(instance_key, element_id)
        yield from self._step(instance_key, "closed", "END_EVENT", ())
        yield from self._element(instance_key, instance_key, PROCESS_ID, "PROCESS", begins=False)
        self._clock += 1000

    def _service_task(self, instance_key: int, element_id: str) -> Iterator[Fields]:
        job: Fields = {"type": element_id, "retries": 3, "elementId": element_id, "variables": {}}
        made = self._of_case("JOB", "CREATED", instance_key, **job)
        done = self._of_case("JOB", "COMPLETED", instance_key, **job)
        yield from self._step(instance_key, element_id, "SERVICE_TASK", (made, done))

    def _user_task(self, instance_key: int) -> Iterator[Fields]:
        element_key, task_key, timer_key = (next(self._keys) for _ in range(3))
        task = {
            "elementInstanceKey": element_key,
            "elementId": "handle",
            "formKey": -1,
            "assignee": "",
            "candidateGroupsList": ["handler@330200-js"],
            "candidateUsersList": [],
            "dueDate": "",
            "priority": 50,
        }
        timer = {
            "elementInstanceKey": element_key,
            "targetElementId": "alert_due",
            "dueDate": self._clock + 60 * 86_400_000,
            "repetitions": 1,
        }
        inner = (
            self._of_case("TIMER", "CREATED", instance_key, timer_key, **timer),
            self._of_case("USER_TASK", "CREATING", instance_key, task_key, **task),
            self._of_case("USER_TASK", "CREATED", instance_key, task_key, **task),
            self._of_case("USER_TASK", "COMPLETING", instance_key, task_key, **task),
            self._of_case("USER_TASK", "COMPLETED", instance_key, task_key, **task),
            self._of_case("TIMER", "CANCELED", instance_key, timer_key, **timer),
        )
        yield from self._step(instance_key, "handle", "USER_TASK", inner, element_key)

    def _step(
        self,
        instance_key: int,
        element_id: str,
        kind: str,
        inner: Iterable[Fields],
        key: int | None = None,
    ) -> Iterator[Fields]:
        key = key or next(self._keys)
        yield from self._element(instance_key, key, element_id, kind, begins=True)
        for record in inner:
            # Made before its place in the log was known.
            yield {**record, "position": next(self._positions)}
        yield from self._element(instance_key, key, element_id, kind, begins=False)
        yield self._of_case(
            "PROCESS_INSTANCE",
            "SEQUENCE_FLOW_TAKEN",
            instance_key,
            **self._place(instance_key, f"from_{element_id}", "SEQUENCE_FLOW"),
        )

    def _element(
        self, instance_key: int, key: int, element_id: str, kind: str, *, begins: bool
    ) -> Iterator[Fields]:
        scope_key = -1 if kind == "PROCESS" else instance_key
        intents = ("ACTIVATING", "ACTIVATED") if begins else ("COMPLETING", "COMPLETED")
        for intent in intents:
            yield self._of_case(
                "PROCESS_INSTANCE",
                f"ELEMENT_{intent}",
                instance_key,
                key,
                **self._place(scope_key, element_id, kind),
            )

    @staticmethod
    def _place(scope_key: int, element_id: str, kind: str) -> Fields:
        return {
            "version": 1,
            "elementId": element_id,
            "bpmnElementType": kind,
            "bpmnEventType": "UNSPECIFIED",
            "flowScopeKey": scope_key,
            "parentProcessInstanceKey": -1,
            "parentElementInstanceKey": -1,
        }

    def _of_case(
        self,
        value_type: str,
        intent: str,
        instance_key: int,
        key: int | None = None,
        **value: object,
    ) -> Fields:
        common = {
            "tenantId": "<default>",
            "processInstanceKey": instance_key,
            "bpmnProcessId": PROCESS_ID,
            "processDefinitionKey": self._definition_key,
        }
        return self._record(value_type, intent, key or next(self._keys), {**common, **value})

    def _record(self, value_type: str, intent: str, key: int, value: Fields) -> Fields:
        return {
            "partitionId": self._partition_id,
            "value": value,
            "position": next(self._positions),
            "timestamp": self._clock,
            "valueType": value_type,
            "sourceRecordPosition": 1,
            "recordVersion": 1,
            "brokerVersion": "8.6.0",
            "authorizations": {"authorized_tenants": ["<default>"]},
            "intent": intent,
            "rejectionType": "NULL_VAL",
            "rejectionReason": "",
            "recordType": "EVENT",
            "operationReference": -1,
            "key": key,
            "sequence": FIRST_KEY,
        }


def bulk_body(records: Iterable[Fields]) -> bytes:
    """The body of a `_bulk` request with these records."""
    lines = []
    for record in records:
        partition_id, position = record["partitionId"], record["position"]
        lines.append({"index": {"_index": "zeebe", "_id": f"{partition_id}-{position}"}})
        lines.append(record)
    return b"".join(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE) for line in lines)
