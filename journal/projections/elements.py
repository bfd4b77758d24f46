"""PROCESS_INSTANCE: 93 % of all records. Where each token is, and the flows that were taken.

Only the first record of an element and the one that ends it change anything. The record of a
process (element type PROCESS) is also that of its instance: instances.py.
"""

from collections.abc import Iterator

from journal.projections import flows, instances, tasks
from journal.record import Record
from journal.shape import Change
from journal.tables import element_instance
from journal.view import Need, View

ENDS = {"ELEMENT_COMPLETED": "completed", "ELEMENT_TERMINATED": "terminated"}
ACTIVE = frozenset(
    {"ELEMENT_ACTIVATING", "ELEMENT_ACTIVATED", "ELEMENT_COMPLETING", "ELEMENT_TERMINATING"}
)


def needs(record: Record) -> Iterator[Need]:
    """The element's row; for a process that of its instance too; tasks of what is taken away."""
    if record.intent == flows.TAKEN:
        yield from flows.needs(record)
        return
    yield element_instance.c.key, record.key
    element_type = record.value["bpmnElementType"]
    if element_type == "PROCESS":
        yield from instances.needs(record)
    elif element_type == "USER_TASK" and record.intent in ENDS:
        yield from tasks.needs_of_element(record)


def fold(record: Record, view: View) -> Iterator[Change]:
    """Begin, end or re-point an element instance."""
    intent, value = record.intent, record.value
    if intent == flows.TAKEN:
        yield from flows.fold(record, view)
        return
    row = view.get(element_instance, record.key)
    if intent in ACTIVE and row is not None:
        return
    if intent not in ACTIVE and intent not in ENDS and intent != "ELEMENT_MIGRATED":
        return
    element_type = value["bpmnElementType"]
    scope_key = value["flowScopeKey"]
    state = ENDS.get(intent) or (row["state"] if row else "active")
    yield (
        element_instance,
        {
            "key": record.key,
            "instance_key": value["processInstanceKey"],
            "definition_key": value["processDefinitionKey"],
            "element_id": value["elementId"],
            "element_type": element_type,
            "scope_key": None if scope_key == -1 else scope_key,
            "state": state,
            "started_at": row["started_at"] if row else record.timestamp,
            "ended_at": record.timestamp if intent in ENDS else row["ended_at"] if row else None,
        },
    )
    if element_type == "PROCESS":
        yield from instances.fold(record, view, state)
    elif element_type == "USER_TASK" and intent in ENDS:
        yield from tasks.close_with_element(record, view)
