"""Records we cannot digest: acknowledged, kept, named, and never in the way of the others."""

from typing import Any

import pytest
from structlog.testing import capture_logs

import journal.view
from journal import tables
from records.database import Database
from tests.journal.databases import apply, row, rows
from tests.journal.records import RECEIVED_MS, Fields, Maker

SECRET = "张三的电话"


def spoilt(what: str) -> Fields:
    """A record at position 2 that cannot be digested, between two good ones."""
    make = Maker()
    make.instance()
    element: Fields = make.element("ELEMENT_ACTIVATING", 200, "notify", "SERVICE_TASK")
    value: dict[str, Any] = element["value"]
    match what:
        case "field missing":
            del value["elementId"]
        case "wrong type":
            value["elementId"] = {"name": SECRET}
        case "too long":
            value["elementId"] = SECRET * 100
        case "NUL character":
            value["elementId"] = f"{SECRET}\0"
        case "key too large":
            element["key"] = 2**63
        case "no key":
            del element["key"]
        case "no time":
            element["timestamp"] = "yesterday"
        case "no value":
            element["value"] = SECRET
        case "no type":
            element["valueType"] = None
    return element


KINDS = [
    "field missing",
    "wrong type",
    "too long",
    "NUL character",
    "key too large",
    "no key",
    "no time",
    "no value",
    "no type",
]


@pytest.mark.parametrize("what", KINDS)
def test_what_follows_is_applied_all_the_same(any_journal: Database, what: str) -> None:
    make = Maker()
    first = make.instance()
    make.instance()
    third = make.element("ELEMENT_ACTIVATING", 201, "close", "SERVICE_TASK")
    with capture_logs() as logs:
        applied = apply(any_journal, first, spoilt(what), third)
    assert (applied.new, applied.set_aside, applied.positions) == (3, 1, {1: 3})
    elements = {element["element_id"] for element in rows(any_journal, tables.element_instance)}
    assert elements == {"petition", "close"}
    aside = row(any_journal, tables.set_aside)
    assert (aside["partition_id"], aside["position"]) == (1, 2)
    assert aside["set_aside_at"] == RECEIVED_MS
    assert row(any_journal, tables.batch)["records"] == 3
    (line,) = [log for log in logs if log["event"] == "record_set_aside"]
    assert SECRET not in str(line)
    assert SECRET not in aside["error"]


def test_error_names_the_field(journal: Database) -> None:
    apply(journal, spoilt("field missing"))
    assert row(journal, tables.set_aside)["error"] == "elementId: missing"


def test_half_an_effect_is_none(journal: Database) -> None:
    broken = Maker().instance()
    broken["value"]["version"] = "one"
    apply(journal, broken)
    assert rows(journal, tables.element_instance) == []
    assert rows(journal, tables.instance) == []


def test_group_name_that_fits_no_column_sets_the_task_aside(any_journal: Database) -> None:
    make = Maker()
    applied = apply(
        any_journal,
        make.task("CREATED", 300, candidateGroupsList=["x" * 201]),
        make.task("CREATED", 301, candidateGroupsList=["x\0"]),
        make.task("CREATED", 302),
    )
    assert applied.set_aside == 2
    assert row(any_journal, tables.user_task)["key"] == 302


def test_value_only_the_database_refuses_is_found_among_its_neighbours(
    any_journal: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal.view, "check_row", lambda table, row: None)
    make = Maker()
    good = [make.element("ELEMENT_ACTIVATING", 200 + n, "notify", "SERVICE_TASK") for n in range(9)]
    # Larger than signed 64 bits, on a column that no query uses beforehand.
    good[5]["value"]["flowScopeKey"] = 2**63
    applied = apply(any_journal, *good)
    assert (applied.new, applied.set_aside) == (9, 1)
    assert len(rows(any_journal, tables.element_instance)) == 8
    assert row(any_journal, tables.set_aside)["position"] == 6


def test_record_of_an_unknown_type_is_kept_and_nothing_else(journal: Database) -> None:
    applied = apply(journal, Maker()("ESCALATION", "ESCALATED", 1, escalationCode="x"))
    assert (applied.new, applied.set_aside) == (1, 0)
    assert row(journal, tables.batch)["records"] == 1
