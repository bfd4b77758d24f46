"""Incidents: where the flow stands still and why."""

from collections.abc import Iterator

from journal.record import Record
from journal.shape import Change
from journal.tables import element_instance, incident
from journal.view import Need, View

KNOWN = frozenset({"CREATED", "RESOLVED", "MIGRATED"})


def needs(record: Record) -> Iterator[Need]:
    """The incident's row and its element's."""
    yield incident.c.key, record.key
    yield element_instance.c.key, record.value["elementInstanceKey"]


def fold(record: Record, view: View) -> Iterator[Change]:
    """Open or resolve an incident.

    An error that nobody catches names NO_CATCH_EVENT_FOUND as its element, so the element is taken
    from its own row.
    """
    intent, value = record.intent, record.value
    if intent not in KNOWN:
        return
    row = view.get(incident, record.key)
    element = view.get(element_instance, value["elementInstanceKey"])
    is_resolved = intent == "RESOLVED" or bool(row and row["state"] == "resolved")
    yield (
        incident,
        {
            "key": record.key,
            "instance_key": value["processInstanceKey"],
            "element_instance_key": value["elementInstanceKey"],
            "element_id": element["element_id"] if element else value["elementId"],
            "job_key": None if value["jobKey"] == -1 else value["jobKey"],
            "error_type": value["errorType"],
            "message": value["errorMessage"],
            "state": "resolved" if is_resolved else "open",
            "created_at": row["created_at"] if row else record.timestamp,
            "resolved_at": (
                record.timestamp if intent == "RESOLVED" else row["resolved_at"] if row else None
            ),
        },
    )
