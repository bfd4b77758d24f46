"""Grave and urgent matters, on the engine: hours are watched, the main flow goes on (25)."""

import pytest

from tests.engine.procedure.driver import Case, Cohort

pytestmark = pytest.mark.engine


def reports(case: Case) -> list[tuple[bool, bool, bool, int]]:
    """Of each report: phoned, written, closed, and how many updates."""
    rows = case.xinfang.query(
        "SELECT * FROM urgent_report WHERE petition_id = :id", id=case.petition_id
    )
    return [
        (bool(row.phoned_at), bool(row.written_at), bool(row.closed_at), row.updates)
        for row in rows
    ]


def log(case: Case) -> list[str]:
    rows = case.xinfang.query(
        "SELECT a.kind FROM urgent_act a JOIN urgent_report r ON r.id = a.urgent_id "
        "WHERE r.petition_id = :id ORDER BY a.at",
        id=case.petition_id,
    )
    return [row.kind for row in rows]


def test_it_is_reported_updated_and_closed_beside_the_main_flow(cohort: Cohort) -> None:
    """Edge case 28: the matter is handled as if nothing had been."""
    case = cohort["urgent_in_time"]
    assert case.row.end == "finished"
    assert reports(case) == [(True, True, True, 1)]
    assert not {"late_phone", "late_written"} & {*log(case)}
    sent = {"send_urgent_report", "send_urgent_report__letter", "send_urgent_update"}
    assert sent <= {*case.documents()}
    assert {"urgent_closed", "report_sent", "petition_finished"} <= case.visited()


def test_lateness_is_noted_and_the_report_still_made(cohort: Cohort) -> None:
    case = cohort["urgent_and_late"]
    assert reports(case) == [(True, True, True, 0)]
    assert {"late_phone", "late_written", "phone", "written", "closing"} <= {*log(case)}
    assert {"late_phone_noted", "late_written_noted"} <= case.visited()


def test_the_engine_is_told_no_words(cohort: Cohort) -> None:
    values = cohort.xinfang.query("SELECT value FROM journal.variable WHERE value LIKE '%扬言%'")
    assert values == []
