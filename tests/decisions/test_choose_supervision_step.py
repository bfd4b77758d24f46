"""Regulation 39(3), 40 and 43: the next step of supervision, by what was found and done."""

import pytest

from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OUTPUTS = ("step", "issued_by", "basis")
LATE = {"trigger": "late_answer"}

ROWS = (
    *(
        Row(
            "39(3)",
            f"after {last} without effect comes {step}, by the joint conference",
            rule,
            {**LATE, "last_step": last},
            (step, "joint_conference", "regulation_2022:39(3)"),
        )
        for last, rule, step in (
            ("supervision_letter", "after_letter", "talk"),
            ("talk", "after_talk", "circular"),
            ("circular", "after_circular", "listed_supervision"),
        )
    ),
    *(
        Row(
            "40(1)",
            f"{trigger} is reminded first",
            "first_reminder",
            {"trigger": trigger, "last_step": "none"},
            ("remind", "bureau", "office_setting"),
        )
        for trigger in (
            "late_notice",
            "late_answer",
            "late_report",
            "returned_repeatedly",
            "dissatisfied_unperformed",
        )
    ),
    Row(
        "40(1)",
        "an unknown last step is none",
        "first_reminder",
        LATE,
        ("remind", "bureau", "office_setting"),
    ),
    *(
        Row(
            "40(1)",
            f"{trigger} gets a letter without a reminder",
            "misconduct_found",
            {"trigger": trigger},
            ("supervision_letter", "bureau", "regulation_2022:40(1)"),
        )
        for trigger in ("breaks_procedure", "shirks_or_deceives", "refuses_execution")
    ),
    Row(
        "40(1)",
        "a leader's order gets a letter",
        "leader_order",
        {"trigger": "leader_order"},
        ("supervision_letter", "bureau", "office_setting"),
    ),
    Row(
        "40(1)",
        "after a reminder without effect comes a letter",
        "after_reminder",
        {**LATE, "last_step": "remind"},
        ("supervision_letter", "bureau", "regulation_2022:40(1)"),
    ),
    Row(
        "40(1)",
        "the ladder goes on for misconduct too",
        "after_letter",
        {"trigger": "shirks_or_deceives", "last_step": "supervision_letter"},
        ("talk", "joint_conference", "regulation_2022:39(3)"),
    ),
    Row(
        "40(1)",
        "after public listing comes a suggestion to improve",
        "after_listing",
        {**LATE, "last_step": "listed_supervision"},
        ("suggest_improvement", "bureau", "regulation_2022:40(1)"),
    ),
    Row(
        "40(1)",
        "at the end of the ladder a leader decides",
        "otherwise",
        {**LATE, "last_step": "suggest_improvement"},
        ("leader_decides", "bureau_leader", "regulation_2022:40(1)"),
    ),
    Row(
        "40(1)",
        "what is corrected and verified is closed, whatever step comes next",
        "corrected",
        {"trigger": "grave_consequence", "last_step": "talk", "is_corrected": True},
        ("close_supervision", "bureau", "office_setting"),
    ),
    Row(
        "40(2)",
        "a policy problem is reported with a suggestion, at any step",
        "policy_problem",
        {"trigger": "policy_problem", "last_step": "remind"},
        ("suggest_policy", "bureau", "regulation_2022:40(2)"),
    ),
    Row(
        "40(3)",
        "grave consequences lead to a suggestion of liability, at any step",
        "grave_consequence",
        {"trigger": "grave_consequence", "last_step": "none"},
        ("suggest_liability", "bureau", "regulation_2022:40(3)"),
    ),
    Row(
        "43",
        "the bureau's own delay goes to its leader",
        "own_delay",
        {"trigger": "late_dispatch", "last_step": "remind"},
        ("alert_leader", "bureau_leader", "regulation_2022:43"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_supervision_takes_its_next_step(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "choose_supervision_step", row, OUTPUTS)
