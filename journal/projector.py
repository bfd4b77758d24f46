"""Folds records into the projections, inside somebody else's transaction."""

from collections.abc import Sequence

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError

from journal import store
from journal.errors import Undigestible
from journal.projections import PROJECTIONS
from journal.projections.variables import BUSINESS_KEY, settle_business_keys
from journal.record import Record
from journal.tables import instance, set_aside, user_task, variable
from journal.view import Need, View

logger = structlog.get_logger(__name__)

OF_THE_DATA = (DataError, IntegrityError, UnicodeError, OverflowError)
"""What a database says when a value, not the database, is at fault."""


def project(connection: Connection, records: Sequence[Record]) -> int:
    """Fold the records, in order, into the projections; the number of records set aside.

    A record that cannot be digested is set aside and changes nothing. Should the database refuse a
    value that our own checks let through, the records are halved until the culprit stands alone.
    """
    try:
        with connection.begin_nested():
            return _project(connection, records)
    except OF_THE_DATA as error:
        if len(records) == 1:
            _set_aside(connection, [(records[0], error)])
            return 1
        middle = len(records) // 2
        return project(connection, records[:middle]) + project(connection, records[middle:])


def _project(connection: Connection, records: Sequence[Record]) -> int:
    view = View()
    bad: list[tuple[Record, Exception]] = []
    good = []
    wanted: list[Need] = []
    for record in records:
        try:
            needed = _needs(record)
        except Exception as error:  # whatever is wrong with it: see _set_aside
            bad.append((record, error))
        else:
            good.append(record)
            wanted += needed
    store.load_rows(connection, view, wanted)
    for record in good:
        projection = PROJECTIONS.get(record.value_type)
        if projection is None:
            continue
        try:
            view.accept(projection[1](record, view))
        except Exception as error:  # pure code on one record: nothing else is harmed
            bad.append((record, error))
    store.load_rows(connection, view, _tasks_of_named_cases(view))
    view.accept(settle_business_keys(view))
    store.write_rows(connection, view.changed)
    _set_aside(connection, bad)
    return len(bad)


def _needs(record: Record) -> list[Need]:
    if not isinstance(record.value, dict):
        raise Undigestible("value: missing")
    for name in ("value_type", "intent"):
        if not isinstance(getattr(record, name), str):
            raise Undigestible(f"{name}: missing")
    projection = PROJECTIONS.get(record.value_type)
    needed = list(projection[0](record)) if projection else []
    for column, key in needed:
        if type(key) is not int or not -(2**63) <= key < 2**63:
            raise Undigestible(f"{column.table}.{column.name}: not a key")
    return needed


def _tasks_of_named_cases(view: View) -> list[Need]:
    """Tasks of stored instances whose root's name is at hand: a new name is theirs as well."""
    named = {row["scope_key"] for row in view.all(variable) if row["name"] == BUSINESS_KEY}
    return [
        (user_task.c.instance_key, row["key"])
        for row in view.all(instance)
        if row["root_key"] in named and row["key"] in view.stored_instances
    ]


def _set_aside(connection: Connection, bad: Sequence[tuple[Record, Exception]]) -> None:
    rows = []
    for record, error in bad:
        row = {
            "partition_id": record.partition_id,
            "position": record.position,
            "value_type": _short(record.value_type),
            "intent": _short(record.intent),
            "error": _describe(error),
            "set_aside_at": record.received_at,
        }
        rows.append(row)
        logger.error("record_set_aside", **row)
    store.upsert(connection, set_aside, rows)


def _short(name: object) -> str:
    return str(name)[:60].replace("\0", "")


def _describe(error: Exception) -> str:
    """What is wrong, without any value: values may be personal."""
    if isinstance(error, Undigestible):
        return str(error)
    if isinstance(error, KeyError):
        return f"{error.args[0]}: missing"
    return type(error).__name__
