"""User tasks: the inbox as the engine has it.

Two traps. A task taken away by a modification of its instance ends without a record of its own: it
is closed by the record of its element. After a migration the task's later records still carry the
old element and definition: only MIGRATED is believed about them.
"""

from collections.abc import Iterator
from datetime import datetime

import orjson

from journal.errors import Undigestible
from journal.record import Record
from journal.shape import Change, Row
from journal.tables import instance, user_task
from journal.view import Need, View

NAME_LENGTH = 200
ENDS = {"COMPLETED": "completed", "CANCELED": "canceled"}
KNOWN = frozenset({"CREATED", "ASSIGNED", "UPDATED", "MIGRATED", *ENDS})


def needs(record: Record) -> Iterator[Need]:
    """The task's row and its instance's."""
    if record.intent in KNOWN:
        yield user_task.c.key, record.key
        yield instance.c.key, record.value["processInstanceKey"]


def needs_of_element(record: Record) -> Iterator[Need]:
    """The tasks of an element that ends."""
    yield user_task.c.element_instance_key, record.key


def fold(record: Record, view: View) -> Iterator[Change]:
    """Create, hand over, change, re-point or end a task."""
    intent, value = record.intent, record.value
    if intent not in KNOWN:
        return
    row = view.get(user_task, record.key) or _created(record, view)
    if intent == "ASSIGNED":
        row = {**row, "assignee": value["assignee"] or None}
    elif intent == "UPDATED":
        row = {**row, **_attributes(value)}
    elif intent == "MIGRATED":
        row = {**row, **_place(value)}
    elif intent in ENDS and row["state"] == "created":
        row = {**row, "state": ENDS[intent], "ended_at": record.timestamp}
    yield user_task, row


def close_with_element(record: Record, view: View) -> Iterator[Change]:
    """Close the tasks of an element that ended, when no record of their own has done it."""
    state = "completed" if record.intent == "ELEMENT_COMPLETED" else "canceled"
    for row in view.tasks_of_element(record.key):
        if row["state"] == "created":
            yield user_task, {**row, "state": state, "ended_at": record.timestamp}


def _created(record: Record, view: View) -> Row:
    value = record.value
    owner = view.get(instance, value["processInstanceKey"])
    return {
        "key": record.key,
        "element_instance_key": value["elementInstanceKey"],
        "instance_key": value["processInstanceKey"],
        "root_key": owner["root_key"] if owner else value["processInstanceKey"],
        "business_key": owner["business_key"] if owner else None,
        "form_key": None if value["formKey"] == -1 else value["formKey"],
        "assignee": value["assignee"] or None,
        "state": "created",
        "created_at": record.timestamp,
        "ended_at": None,
        **_place(value),
        **_attributes(value),
    }


def _place(value: Row) -> Row:
    return {
        "process_id": value["bpmnProcessId"],
        "definition_key": value["processDefinitionKey"],
        "element_id": value["elementId"],
    }


def _attributes(value: Row) -> Row:
    return {
        "candidate_groups": _names(value["candidateGroupsList"]),
        "candidate_users": _names(value["candidateUsersList"]),
        # 8.5 knows no priorities.
        "priority": value.get("priority"),
        "due_at": _epoch_ms(value["dueDate"]),
    }


def _names(names: list[str]) -> str:
    if not all(isinstance(name, str) and len(name) <= NAME_LENGTH for name in names):
        raise Undigestible("candidate names: not text, or too long")
    if any("\0" in name for name in names):
        raise Undigestible("candidate names: hold a NUL character")
    return orjson.dumps(list(dict.fromkeys(names))).decode()


def _epoch_ms(text: str) -> int | None:
    """A due date such as 2026-12-31T00:00+08:00[Asia/Shanghai]; one we cannot read counts as none.

    The task itself matters more than its date: the statutory date is in the clock ledger anyway.
    """
    try:
        moment = datetime.fromisoformat(text.partition("[")[0])
    except ValueError:
        return None
    return int(moment.timestamp() * 1000) if moment.tzinfo else None
