"""Regulation 5, 22, 23(1) and 24: where a matter goes, by level, territory, units, successor."""

import pytest

from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OUTPUTS = ("mode", "basis")
BUREAU = {"acting_as": "bureau"}
UNIT = {"acting_as": "unit"}

ROWS = (
    Row(
        "5(三)",
        "a matter of another territory goes to its bureau",
        "other_territory",
        {**BUREAU, "territory": "other", "power": "lower"},
        ("transfer_to_territory", "regulation_2022:5(三)"),
    ),
    Row(
        "5(三)",
        "where nothing is clear a person decides",
        "otherwise",
        BUREAU,
        ("clerk_decides", "regulation_2022:5(三)"),
    ),
    Row(
        "22(1)(一)",
        "what its own level decides goes to the unit there",
        "own_level",
        {**BUREAU, "territory": "own", "power": "own_level"},
        ("transfer_own_level", "regulation_2022:22(1)(一)"),
    ),
    Row(
        "22(1)(一)",
        "a grave and urgent one of its own level is put to party committee and government",
        "urgent_own_level",
        {**BUREAU, "territory": "own", "power": "own_level", "is_urgent": True},
        ("ask_government", "regulation_2022:22(1)(一)"),
    ),
    Row(
        "22(1)(二)",
        "what concerns a lower unit goes down to it",
        "lower_unit",
        {**BUREAU, "territory": "own", "power": "lower"},
        ("transfer_lower", "regulation_2022:22(1)(二)"),
    ),
    Row(
        "22(2)",
        "a sealed matter goes its own way before everything else",
        "sealed_first",
        {**BUREAU, "is_sealed": True, "litigation": "open", "successor": "unclear"},
        ("transfer_sealed", "regulation_2022:22(2)"),
    ),
    Row(
        "22(2)",
        "a visitor with a judicial matter is guided",
        "litigation_visitor",
        {**BUREAU, "litigation": "open", "form": "visit", "power": "own_level"},
        ("guide_visitor", "regulation_2022:22(2)"),
    ),
    Row(
        "22(2)",
        "a letter on a judicial matter is forwarded to the organs of justice",
        "litigation_letter",
        {**BUREAU, "litigation": "open", "form": "letter", "power": "own_level"},
        ("transfer_to_justice", "regulation_2022:22(2)"),
    ),
    Row(
        "23(1)",
        "a unit handles what is in its power",
        "own_unit",
        {**UNIT, "power": "own_unit"},
        ("handle", "regulation_2022:23(1)"),
    ),
    Row(
        "23(1)",
        "a unit passes on what its subordinate decides",
        "own_subordinate",
        {**UNIT, "power": "own_subordinate"},
        ("transfer_subordinate", "regulation_2022:23(1)"),
    ),
    Row(
        "23(1)",
        "a unit does not handle what is decided elsewhere",
        "unit_without_power",
        {**UNIT, "power": "elsewhere", "territory": "other"},
        ("no_power", "regulation_2022:23(1)"),
    ),
    Row(
        "24(1)",
        "several units negotiate who accepts",
        "several_units",
        {**BUREAU, "is_several_units": True, "power": "own_level"},
        ("negotiate", "regulation_2022:24(1)"),
    ),
    Row(
        "24(1)",
        "units in dispute ask their common superior",
        "disputed_with_superior",
        {**BUREAU, "is_several_units": True, "dispute": "common_superior"},
        ("superior_decides", "regulation_2022:24(1)"),
    ),
    Row(
        "24(1)",
        "a dispute without common superior goes to the joint conference",
        "disputed_without_superior",
        {**BUREAU, "is_several_units": True, "dispute": "no_common_superior"},
        ("joint_conference", "regulation_2022:24(1)"),
    ),
    Row(
        "24(1)",
        "what was returned again and again is negotiated, not sent once more",
        "returned_repeatedly",
        {**BUREAU, "is_returned_repeatedly": True, "power": "own_level"},
        ("negotiate", "office_setting"),
    ),
    Row(
        "24(2)",
        "a clear successor takes over",
        "successor_clear",
        {**BUREAU, "successor": "clear", "power": "own_level"},
        ("transfer_to_successor", "regulation_2022:24(2)"),
    ),
    Row(
        "24(2)",
        "an unclear succession is put to party committee and government, even in a dispute",
        "successor_unclear",
        {**BUREAU, "successor": "unclear", "dispute": "common_superior"},
        ("ask_government", "regulation_2022:24(2)"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_matter_is_sent_where_it_belongs(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "propose_jurisdiction", row, OUTPUTS)
