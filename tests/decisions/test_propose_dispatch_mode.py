"""Regulation 22: forwarded, or assigned with a closing report."""

import pytest

from law.decision_settings import DEFAULT_SETTINGS
from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OUTPUTS = ("dispatch_mode", "leader_signs", "closing_report", "basis")
ASSIGNED = ("assign", True, True)
IMPORTANT = (*ASSIGNED, "office_setting")
BY_LAW = (*ASSIGNED, "regulation_2022:22(1)(三)")
GROUP_OF_FIVE = {**DEFAULT_SETTINGS.facts(), "people": 5}

ROWS = (
    Row(
        "22(1)",
        "an ordinary matter is forwarded without a report",
        "otherwise",
        {**GROUP_OF_FIVE, "people": 4},
        ("forward", False, False, "regulation_2022:22(1)"),
    ),
    Row(
        "22(1)(三)",
        "a grave and urgent matter is assigned",
        "urgent_matter",
        {"is_urgent": True},
        BY_LAW,
    ),
    Row(
        "22(1)(三)",
        "what a person finds important is assigned",
        "feedback_wanted",
        {"needs_feedback": True},
        BY_LAW,
    ),
    Row(
        "22(1)(三)",
        "a person's judgement is named before the office's list",
        "feedback_wanted",
        {"needs_feedback": True, "is_backlog": True},
        BY_LAW,
    ),
    Row(
        "22(1)(三)",
        "a leader's instruction makes it important",
        "leader_instruction",
        {"has_leader_instruction": True},
        IMPORTANT,
    ),
    Row("22(1)(三)", "so does a group", "group_matter", GROUP_OF_FIVE, IMPORTANT),
    Row("22(1)(三)", "so do the media", "media_attention", {"is_in_media": True}, IMPORTANT),
    Row("22(1)(三)", "so does repetition", "repeated_matter", {"is_repeated": True}, IMPORTANT),
    Row("22(1)(三)", "so does the backlog", "backlog_matter", {"is_backlog": True}, IMPORTANT),
    Row(
        "22(2)",
        "a sealed matter is forwarded by who may manage it, urgent or not",
        "sealed_first",
        {"is_sealed": True, "is_urgent": True},
        ("forward", False, False, "regulation_2022:22(2)"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_matter_is_forwarded_or_assigned(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "propose_dispatch_mode", row, OUTPUTS)
