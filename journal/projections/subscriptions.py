"""Message subscriptions: who waits for which message, as the waiting instance sees it."""

from collections.abc import Iterator

from journal.record import Record
from journal.shape import Change
from journal.tables import message_subscription
from journal.view import Need, View

KNOWN = frozenset({"CREATED", "CORRELATED", "DELETED", "MIGRATED"})


def needs(record: Record) -> Iterator[Need]:
    """The subscription's row."""
    yield message_subscription.c.key, record.key


def fold(record: Record, view: View) -> Iterator[Change]:
    """Open, correlate or delete; one that does not interrupt waits on after its message."""
    intent, value = record.intent, record.value
    if intent not in KNOWN:
        return
    row = view.get(message_subscription, record.key)
    state = row["state"] if row else "open"
    if intent == "DELETED":
        state = "deleted"
    elif intent == "CORRELATED" and value["interrupting"]:
        state = "correlated"
    yield (
        message_subscription,
        {
            "key": record.key,
            "instance_key": value["processInstanceKey"],
            "element_instance_key": value["elementInstanceKey"],
            "message_name": value["messageName"],
            "correlation_key": value["correlationKey"],
            "state": state,
            "created_at": row["created_at"] if row else record.timestamp,
        },
    )
