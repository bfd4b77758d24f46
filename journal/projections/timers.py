"""Timers: the record stream is the only place where a running timer's date can be read.

The timer of a start event belongs to no instance: its instance and element instance are -1.
"""

from collections.abc import Iterator

from journal.record import Record
from journal.shape import Change
from journal.tables import timer
from journal.view import Need, View

ENDS = {"TRIGGERED": "triggered", "CANCELED": "canceled"}


def needs(record: Record) -> Iterator[Need]:
    """The timer's row."""
    yield timer.c.key, record.key


def fold(record: Record, view: View) -> Iterator[Change]:
    """Create, re-point or end a timer; a repeating one gets a new key each time."""
    intent, value = record.intent, record.value
    if intent not in ENDS and intent not in ("CREATED", "MIGRATED"):
        return
    row = view.get(timer, record.key)
    yield (
        timer,
        {
            "key": record.key,
            "instance_key": value["processInstanceKey"],
            "element_instance_key": value["elementInstanceKey"],
            "element_id": (
                row["element_id"] if row and intent != "MIGRATED" else value["targetElementId"]
            ),
            "due_at": value["dueDate"],
            "state": ENDS.get(intent, "created"),
            "created_at": row["created_at"] if row else record.timestamp,
            "ended_at": record.timestamp if intent in ENDS else None,
        },
    )
