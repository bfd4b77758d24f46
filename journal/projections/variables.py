"""Process variables by scope, and the business key of a family of instances.

A multi-instance collection appears at the scope of its body and again above it, hence the scope in
the key. MIGRATED records carry null and say nothing about the value.
"""

from collections.abc import Iterator

import orjson

from journal.record import Record
from journal.shape import Change
from journal.tables import instance, user_task, variable
from journal.view import Need, View

BUSINESS_KEY = "petition_id"
BUSINESS_KEY_LENGTH = 100


def needs(record: Record) -> Iterator[Need]:
    """Nothing, unless it names the case: then the instances that carry the name."""
    if record.intent != "MIGRATED" and record.value["name"] == BUSINESS_KEY:
        yield instance.c.root_key, record.value["scopeKey"]


def fold(record: Record, view: View) -> Iterator[Change]:
    """Create or overwrite the variable."""
    if record.intent not in ("CREATED", "UPDATED"):
        return
    value = record.value
    yield (
        variable,
        {
            "scope_key": value["scopeKey"],
            "name": value["name"],
            "instance_key": value["processInstanceKey"],
            "value": value["value"],
            "updated_at": record.timestamp,
        },
    )


def settle_business_keys(view: View) -> Iterator[Change]:
    """Give each instance and task the business key of its root, once all records are folded.

    A root's variables come before the root itself, often in an earlier batch, and may change later.
    """
    keys = {
        row["scope_key"]: _business_key(row["value"])
        for row in view.all(variable)
        if row["name"] == BUSINESS_KEY
    }
    for table in (instance, user_task):
        for row in view.all(table):
            root_key = row["root_key"]
            if root_key in keys and row["business_key"] != keys[root_key]:
                yield table, {**row, "business_key": keys[root_key]}


def _business_key(value: str) -> str | None:
    try:
        name = orjson.loads(value)
    except orjson.JSONDecodeError:
        return None
    # A name that does not fit its column is none: it must not keep the instance from being seen.
    is_fit = isinstance(name, str) and len(name) <= BUSINESS_KEY_LENGTH and "\0" not in name
    return name if is_fit else None
