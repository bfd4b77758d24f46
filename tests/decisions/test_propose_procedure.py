"""Rules on Simple Handling 4 and 5, regulation 34: simple or ordinary handling."""

from typing import Any

import pytest

from law.decision_settings import DEFAULT_SETTINGS
from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OUTPUTS = ("procedure", "basis")
ORDINARY = ("ordinary", "simple_handling_rules:5")
SIMPLE = ("simple", "simple_handling_rules:4")
SETTINGS = DEFAULT_SETTINGS.facts()
EASY: dict[str, Any] = {
    **SETTINGS,
    "route": "petition",
    "simple_ground": "clear_facts",
    "people": 1,
}

ROWS = (
    Row("simple 4", "a clear first matter is simple", "clear_facts", EASY, SIMPLE),
    Row(
        "simple 4",
        "what can be answered at once is simple",
        "instant_answer",
        {**EASY, "route": "", "category": "proposal", "simple_ground": "instant_answer"},
        SIMPLE,
    ),
    Row(
        "simple 4",
        "an urgent matter of daily life is simple",
        "daily_life",
        {**EASY, "simple_ground": "daily_life"},
        SIMPLE,
    ),
    Row(
        "simple 4",
        "what the unit has promised is simple",
        "promise_made",
        {**EASY, "simple_ground": "promise_made"},
        SIMPLE,
    ),
    Row(
        "simple 4",
        "the unit may find other grounds",
        "other_ground",
        {**EASY, "simple_ground": "other"},
        SIMPLE,
    ),
    Row(
        "simple 4",
        "a repeated matter is ordinary",
        "not_first",
        {**EASY, "is_repeated": True},
        ("ordinary", "simple_handling_rules:4"),
    ),
    *(
        Row(
            "simple 5",
            f"the route {route} has its own procedure",
            "other_route",
            {**EASY, "route": route},
            ("by_route", "simple_handling_rules:5"),
        )
        for route in ("litigation", "arbitration", "party_appeal", "administrative", "duty")
    ),
    Row(
        "simple 5",
        "a simple matter that the superior assigns is ordinary",
        "superior_assigned",
        {**EASY, "is_superior_assigned": True},
        ORDINARY,
    ),
    Row(
        "simple 5",
        "what will likely not be supported is ordinary",
        "likely_rejected",
        {**EASY, "is_likely_rejected": True},
        ORDINARY,
    ),
    Row(
        "simple 5",
        "a joint letter is ordinary",
        "joint_letter",
        {**EASY, "is_joint_letter": True, "people": 2},
        ORDINARY,
    ),
    Row("simple 5", "a group of five is ordinary", "group", {**EASY, "people": 5}, ORDINARY),
    Row("simple 5", "four people may be simple", "clear_facts", {**EASY, "people": 4}, SIMPLE),
    Row(
        "simple 5",
        "a group is as large as the office has set",
        "group",
        {**EASY, "people": 3, "group_from": 3},
        ORDINARY,
    ),
    Row(
        "simple 5",
        "several units are ordinary",
        "several_units",
        {**EASY, "is_several_units": True},
        ORDINARY,
    ),
    Row(
        "30(1)",
        "a sealed matter follows its own rules, also when it looks simple",
        "sealed_first",
        {**EASY, "is_sealed": True},
        ("by_route", "regulation_2022:30(1)"),
    ),
    Row(
        "34",
        "a first matter without such a ground is ordinary",
        "otherwise",
        {**EASY, "simple_ground": ""},
        ("ordinary", "regulation_2022:34"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_matter_gets_its_procedure(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "propose_procedure", row, OUTPUTS)
