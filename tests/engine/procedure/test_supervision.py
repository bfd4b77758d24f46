"""Supervision on the real engine: each trigger, each step, each way it ends (articles 38 to 40)."""

from typing import Any

import pytest

from tests.engine.procedure.driver import Case, Cohort

pytestmark = [pytest.mark.engine, pytest.mark.timeout(1500)]

# Trigger, step reached and end of each.
EXPECTED = {
    "late_dispatch": ("late_dispatch", "none", "corrected"),
    "dispatched_meanwhile": ("late_dispatch", "none", "done"),
    "late_notice": ("late_notice", "remind", "corrected"),
    "late_answer": ("late_answer", "remind", "corrected"),
    "answered_meanwhile": ("late_answer", "remind", "done"),
    "late_report": ("late_report", "remind", "corrected"),
    "returned_twice": ("returned_repeatedly", "remind", "corrected"),
    "not_carried_out": ("refuses_execution", "supervision_letter", "corrected"),
    "dissatisfied": ("dissatisfied_unperformed", "remind", "corrected"),
    "fed_back_on_the_letter": ("leader_order", "supervision_letter", "corrected"),
    "fed_back_unwatched": ("leader_order", "supervision_letter", "corrected"),
    "verified_on_site_and_talked_to": ("shirks_or_deceives", "talk", "corrected"),
    "no_letter_needed": ("breaks_procedure", "none", "not_needed"),
    "every_step_in_vain": ("leader_order", "suggest_improvement", "advised"),
    "policy_suggested": ("policy_problem", "suggest_policy", "advised"),
    "liability_suggested": ("grave_consequence", "suggest_liability", "advised"),
    "advice_left_unanswered": ("policy_problem", "suggest_policy", None),
}


def rows(case: Case, table: str) -> list[Any]:
    """Rows of the petition in this table."""
    query = f"SELECT * FROM {table} WHERE petition_id = :id"  # noqa: S608 - a name of ours
    return case.xinfang.query(query, id=case.petition_id)


def of_trigger(case: Case, trigger: str) -> Any:
    """The only supervision of the case for this reason."""
    (row,) = [one for one in rows(case, "supervision") if one.trigger == trigger]
    return row


@pytest.mark.parametrize("name", EXPECTED)
def test_it_is_opened_once_and_ends_as_it_should(supervised: Cohort, name: str) -> None:
    case = supervised[name]
    trigger, step, end = EXPECTED[name]
    assert case.refused == []
    row = of_trigger(case, trigger)
    assert (row.step, row.end) == (step, end), sorted(case.visited())
    assert (row.closed_at is None) == (end is None)


def test_every_step_without_feedback_is_followed_by_the_next(supervised: Cohort) -> None:
    case = supervised["every_step_in_vain"]
    row = of_trigger(case, "leader_order")
    own = [one for one in rows(case, "document") if one.occasion.startswith(row.id)]
    letters = [one.element_id for one in sorted(own, key=lambda one: one.issued_at)]
    assert letters == [
        "issue_supervision_letter",
        "send_talk_notice",
        "send_announcement",
        "send_announcement",
        "issue_advice",
        "record_adoption",
    ]
    assert {"feedback_missed", "feedback_not_given", "supervision_closed"} <= case.visited()
    periods = case.clock("D17a")
    assert sum(entries[-1] == "withdrawn" for entries in periods.values()) >= 4


def test_feedback_in_time_meets_its_period(supervised: Cohort) -> None:
    case = supervised["fed_back_on_the_letter"]
    assert "feedback_verified" in case.visited()
    row = of_trigger(case, "leader_order")
    assert (row.verification, bool(row.is_corrected)) == ("phone", True)


def test_it_ends_by_itself_when_the_duty_was_done_before_a_letter(supervised: Cohort) -> None:
    for name in ("answered_meanwhile", "dispatched_meanwhile"):
        assert "supervision_ended_by_itself" in supervised[name].visited()
        assert "issue_supervision_letter" not in supervised[name].documents()


@pytest.mark.parametrize(
    ("name", "kind", "adoption"),
    [
        ("every_step_in_vain", "improve", "adopted"),
        ("policy_suggested", "policy", "partly"),
        ("liability_suggested", "liability", "not_adopted"),
        ("advice_left_unanswered", "policy", None),
    ],
)
def test_a_suggestion_is_answered(
    supervised: Cohort, name: str, kind: str, adoption: str | None
) -> None:
    (advice,) = rows(supervised[name], "advice")
    assert (advice.kind, advice.adoption) == (kind, adoption)


def test_a_late_answer_to_a_suggestion_opens_no_supervision(supervised: Cohort) -> None:
    case = supervised["advice_left_unanswered"]
    (entries,) = case.clock("D17").values()
    assert entries.count("breached") == 1
    assert [one for one in rows(case, "supervision") if one.trigger == "late_dispatch"] == []


def test_the_case_is_neither_closed_nor_moved_by_its_supervision(supervised: Cohort) -> None:
    case = supervised["every_step_in_vain"]
    assert case.row.closed_at is None
    assert not {"issue_opinion", "close_matter"} & case.visited()


def test_no_incident_is_left(supervised: Cohort) -> None:
    (found,) = supervised.xinfang.query("SELECT count(*) AS n FROM journal.incident")
    assert found.n == 0
