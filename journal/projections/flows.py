"""Sequence flows taken: how often, per instance. The diagram's heat and a case's path."""

from collections.abc import Iterator

from journal.record import Record
from journal.shape import Change
from journal.tables import taken_flow
from journal.view import Need, View

TAKEN = "SEQUENCE_FLOW_TAKEN"


def needs(record: Record) -> Iterator[Need]:
    """The flows this instance has taken so far."""
    yield taken_flow.c.instance_key, record.value["processInstanceKey"]


def fold(record: Record, view: View) -> Iterator[Change]:
    """Count the flow once more."""
    value = record.value
    instance_key, flow_id = value["processInstanceKey"], value["elementId"]
    row = view.get(taken_flow, (instance_key, flow_id))
    yield (
        taken_flow,
        {
            "instance_key": instance_key,
            "flow_id": flow_id,
            "definition_key": value["processDefinitionKey"],
            "times": row["times"] + 1 if row else 1,
            "last_taken_at": record.timestamp,
        },
    )
