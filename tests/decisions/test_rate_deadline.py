"""Regulation 34 and 40(1): the warning level of a deadline, by lines that the office draws."""

from typing import Any

import pytest

from law.decision_settings import DEFAULT_SETTINGS
from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OUTPUTS = ("level", "basis")
RUNNING: dict[str, Any] = {**DEFAULT_SETTINGS.facts(), "clock_state": "running"}
WARN, ALARM, SEVERE = (RUNNING[name] for name in ("warn_from", "alarm_from", "severe_from"))
NORMAL = ("normal", "office_setting")
OVERDUE = ("overdue", "regulation_2022:40(1)")

ROWS = (
    Row("34", "a fresh deadline is normal", "otherwise", {**RUNNING, "share_gone": 0}, NORMAL),
    Row(
        "34",
        "just before the first line it is normal",
        "otherwise",
        {**RUNNING, "share_gone": WARN - 0.1},
        NORMAL,
    ),
    Row(
        "34",
        "what was done in time is normal, however late in its period",
        "met",
        {**RUNNING, "clock_state": "met", "share_gone": 99.9},
        ("normal", "regulation_2022:34"),
    ),
    Row(
        "36(2)",
        "a paused deadline does not warn",
        "paused",
        {**RUNNING, "clock_state": "paused", "share_gone": 99.9},
        ("normal", "regulation_2022:36(2)"),
    ),
    Row(
        "40(1)",
        "on the first line it is a notice",
        "warn_line",
        {**RUNNING, "share_gone": WARN},
        ("notice", "office_setting"),
    ),
    Row(
        "40(1)",
        "on the second line it is a warning",
        "alarm_line",
        {**RUNNING, "share_gone": ALARM},
        ("warning", "office_setting"),
    ),
    Row(
        "40(1)",
        "on the third line it is severe",
        "severe_line",
        {**RUNNING, "share_gone": SEVERE},
        ("severe", "office_setting"),
    ),
    Row(
        "40(1)",
        "the whole period is severe until the breach is on record",
        "severe_line",
        {**RUNNING, "share_gone": 100},
        ("severe", "office_setting"),
    ),
    Row("40(1)", "a breach is overdue", "breached", {"clock_state": "breached"}, OVERDUE),
    Row(
        "40(1)",
        "a breach is overdue also where the share says otherwise",
        "breached",
        {**RUNNING, "clock_state": "breached", "share_gone": 10},
        OVERDUE,
    ),
    Row(
        "office",
        "lines drawn elsewhere rate otherwise",
        "warn_line",
        {**RUNNING, "warn_from": 20, "share_gone": 25},
        ("notice", "office_setting"),
    ),
    Row(
        "office",
        "without lines nothing warns before the breach",
        "otherwise",
        {"clock_state": "running", "share_gone": 99},
        NORMAL,
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_deadline_is_rated(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "rate_deadline", row, OUTPUTS)
