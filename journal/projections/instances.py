"""Process instances: which case each belongs to, and whether it still runs.

The root is the instance nobody called; its `petition_id` is the business key of the whole family
(variables.py settles it). A called instance lives on its caller's partition, so the caller's row is
always there before it.
"""

from collections.abc import Iterator

from journal.record import Record
from journal.shape import Change
from journal.tables import instance, variable
from journal.view import Need, View


def needs(record: Record) -> Iterator[Need]:
    """The instance's row; its caller's, or the variables that came before it when it is a root."""
    yield instance.c.key, record.key
    if record.intent == "ELEMENT_ACTIVATING":
        parent_key = record.value["parentProcessInstanceKey"]
        if parent_key == -1:
            yield variable.c.scope_key, record.key
        else:
            yield instance.c.key, parent_key


def fold(record: Record, view: View, state: str) -> Iterator[Change]:
    """The instance's row after this record; `state` is that of its process element."""
    value = record.value
    row = view.get(instance, record.key)
    parent_key = None
    if value["parentProcessInstanceKey"] != -1:
        parent_key = value["parentProcessInstanceKey"]
    parent = view.get(instance, parent_key) if parent_key else None
    root_key = row["root_key"] if row else parent["root_key"] if parent else parent_key
    ended = state != "active"
    yield (
        instance,
        {
            "key": record.key,
            "process_id": value["bpmnProcessId"],
            "definition_key": value["processDefinitionKey"],
            "version": value["version"],
            "parent_key": parent_key,
            "parent_element_key": value["parentElementInstanceKey"] if parent_key else None,
            "root_key": root_key or record.key,
            "business_key": row["business_key"] if row else parent and parent["business_key"],
            "state": state,
            "started_at": row["started_at"] if row else record.timestamp,
            "ended_at": record.timestamp if ended else None,
        },
    )
