"""Regulation 19(3), 20(1), 22(1), 23, 35, 36(3) and 37(3): accepted, refused or guided."""

import pytest

from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OUTPUTS = ("result", "notice", "register_only", "counts_in_kpi", "care_task", "basis")
BUREAU = {"acting_as": "bureau", "is_name_clear": True}
UNIT = {"acting_as": "unit", "is_name_clear": True}
VISIT_ABOVE = {"form": "visit", "level_gap": 2}
NO_LONGER = ("no_longer_accept", "no_longer_accept_notice", True, False, True)
REFUSED = ("refuse_procedural", "refusal_notice", True, True, False)

ROWS = (
    Row(
        "19(3)",
        "what a lower unit is handling in time is refused by its superior",
        "in_progress_below",
        {**BUREAU, "repetition": "in_progress", "level_gap": 1},
        (*REFUSED, "regulation_2022:19(3)"),
    ),
    Row(
        "19(3)",
        "a visit above the level on a running matter is refused as running",
        "in_progress_below",
        {**BUREAU, **VISIT_ABOVE, "repetition": "in_progress"},
        (*REFUSED, "regulation_2022:19(3)"),
    ),
    Row(
        "20(1)",
        "a visit above the next level is refused, its content registered",
        "visit_above_level",
        {**BUREAU, **VISIT_ABOVE, "repetition": "none"},
        (*REFUSED, "regulation_2022:20(1)"),
    ),
    Row(
        "20(1)",
        "a visit to the next level is in order",
        "otherwise",
        {**BUREAU, "form": "visit", "level_gap": 1},
        ("accept", "forwarding_notice", False, True, False, "regulation_2022:22(1)"),
    ),
    Row(
        "20(1)",
        "a letter may go to any level",
        "otherwise",
        {**BUREAU, "form": "letter", "level_gap": 3},
        ("accept", "forwarding_notice", False, True, False, "regulation_2022:22(1)"),
    ),
    Row(
        "20(1)",
        "new facts do not make a visit above the level right",
        "visit_above_level",
        {**BUREAU, **VISIT_ABOVE, "repetition": "new_facts"},
        (*REFUSED, "regulation_2022:20(1)"),
    ),
    Row(
        "21(2)",
        "what is running here is joined, and the petitioner told how it goes",
        "in_progress_here",
        {**BUREAU, "repetition": "in_progress", "level_gap": 0},
        ("link_to_running", "progress_notice", True, True, False, "regulation_2022:21(2)"),
    ),
    Row(
        "22(1)",
        "a first matter is registered and sent on by the bureau",
        "otherwise",
        {**BUREAU, "repetition": "none", "level_gap": 0},
        ("accept", "forwarding_notice", False, True, False, "regulation_2022:22(1)"),
    ),
    Row(
        "23(1)",
        "a unit accepts what is in its power",
        "accepted_by_unit",
        {**UNIT, "repetition": "none", "arrival": "direct", "has_power": True},
        ("accept", "acceptance_notice", False, True, False, "regulation_2022:23(1)"),
    ),
    Row(
        "23(1)",
        "a unit without power points a direct petitioner to who has it",
        "no_power_direct",
        {**UNIT, "repetition": "none", "arrival": "direct", "has_power": False},
        ("refuse_substantive", "refusal_notice", True, True, False, "regulation_2022:23(1)"),
    ),
    Row(
        "23(2)",
        "without a clear name or address nothing is served, but it is handled",
        "name_unclear",
        {"acting_as": "unit", "arrival": "direct", "has_power": True, "is_name_clear": False},
        ("register_without_notice", "none", False, False, False, "regulation_2022:23(2)"),
    ),
    Row(
        "23(3)",
        "a unit without power objects to what was forwarded",
        "no_power_transferred",
        {**UNIT, "arrival": "transferred", "has_power": False},
        ("object", "objection_form", False, True, False, "regulation_2022:23(3)"),
    ),
    Row(
        "23(3)",
        "it objects also when the petitioner is unknown",
        "no_power_transferred",
        {
            "acting_as": "unit",
            "arrival": "transferred",
            "has_power": False,
            "is_name_clear": False,
        },
        ("object", "objection_form", False, True, False, "regulation_2022:23(3)"),
    ),
    Row(
        "23(4)",
        "a sealed matter is not examined here, not even against finality",
        "sealed_first",
        {**BUREAU, **VISIT_ABOVE, "is_sealed": True, "repetition": "final"},
        ("hand_over_sealed", "none", False, False, False, "regulation_2022:23(4)"),
    ),
    Row(
        "27",
        "a claim found unreasonable on file is registered and cared for",
        "unreasonable_final",
        {**BUREAU, "repetition": "unreasonable_final"},
        (*NO_LONGER, "local_rule"),
    ),
    Row(
        "35",
        "whoever can still ask a review is told so",
        "review_open",
        {**BUREAU, "repetition": "review_open", "level_gap": 1},
        ("guide", "guidance_notice", True, True, False, "regulation_2022:35"),
    ),
    Row(
        "35",
        "whoever missed the review without good reason is refused",
        "review_missed",
        {**UNIT, "repetition": "review_missed"},
        (*REFUSED, "local_rule"),
    ),
    Row(
        "36(3)",
        "after the re-review the same matter is no longer accepted",
        "final_after_rereview",
        {**BUREAU, "repetition": "final"},
        (*NO_LONGER, "regulation_2022:36(3)"),
    ),
    Row(
        "36(3)",
        "finality comes before level, power and name",
        "final_after_rereview",
        {
            **VISIT_ABOVE,
            "acting_as": "unit",
            "repetition": "final",
            "has_power": False,
            "is_name_clear": False,
        },
        (*NO_LONGER, "regulation_2022:36(3)"),
    ),
    Row(
        "36(3)",
        "new facts open a new case at the bureau",
        "new_facts_at_bureau",
        {**BUREAU, "repetition": "new_facts"},
        ("accept_as_new", "forwarding_notice", False, True, False, "regulation_2022:36(3)"),
    ),
    Row(
        "36(3)",
        "new facts open a new case at the unit",
        "new_facts_at_unit",
        {**UNIT, "repetition": "new_facts", "has_power": True},
        ("accept_as_new", "acceptance_notice", False, True, False, "regulation_2022:36(3)"),
    ),
    Row(
        "37(3)",
        "what justice has ended is registered and cared for",
        "litigation_final",
        {**BUREAU, "repetition": "litigation_final"},
        (*NO_LONGER, "local_rule"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_matter_is_admitted_or_not(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "check_admissibility", row, OUTPUTS)
