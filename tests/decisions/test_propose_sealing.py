"""Regulation 21(2) and 30: what is sealed, who handles it, who is told - never the accused."""

import pytest

from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OFFICIAL = ["names_official"]
OUTPUTS = ("is_sealed", "pool", "tell_organisation", "tell_leaders", "exclude_accused", "basis")

ROWS = (
    Row(
        "21(2)",
        "an ordinary claim stays open",
        "otherwise",
        {"category": "claim", "tags": ["seeks_solution"]},
        (False, "open", False, False, False, "regulation_2022:21(2)"),
    ),
    Row(
        "30(1)",
        "a report that names no official is sealed and goes to the competent organ",
        "other_report",
        {"category": "report", "tags": []},
        (True, "competent", False, False, True, "regulation_2022:30(1)"),
    ),
    Row(
        "30(1)",
        "a grave report without an official is not told to the organisation department",
        "other_report",
        {"category": "report", "is_grave": True},
        (True, "competent", False, False, True, "regulation_2022:30(1)"),
    ),
    Row(
        "30(2)",
        "a report on an official goes to the discipline organ and is told to the organisation",
        "official_report",
        {"category": "report", "tags": OFFICIAL, "official_matter": "misconduct"},
        (True, "discipline", True, False, True, "regulation_2022:30(2)"),
    ),
    Row(
        "30(2)",
        "an accusation whose matter is not known counts as one of misconduct",
        "official_report",
        {"category": "accusation", "tags": [*OFFICIAL, "own_rights"]},
        (True, "discipline", True, False, True, "regulation_2022:30(2)"),
    ),
    Row(
        "30(2)",
        "how a cadre does the work is for the organisation department",
        "cadre_work_report",
        {"category": "report", "tags": OFFICIAL, "official_matter": "cadre_work"},
        (True, "organisation", True, False, True, "regulation_2022:30(2)"),
    ),
    Row(
        "30(2)",
        "a grave report on an official goes to the leaders too",
        "grave_official_report",
        {"category": "report", "tags": OFFICIAL, "is_grave": True},
        (True, "discipline", True, True, True, "regulation_2022:30(2)"),
    ),
    Row(
        "30(2)",
        "gravity comes before the kind of matter",
        "grave_official_report",
        {
            "category": "report",
            "tags": OFFICIAL,
            "is_grave": True,
            "official_matter": "cadre_work",
        },
        (True, "discipline", True, True, True, "regulation_2022:30(2)"),
    ),
    Row(
        "30(3)",
        "a report on the discipline organ never goes there",
        "accused_in_discipline",
        {"category": "report", "tags": OFFICIAL, "accused_body": "discipline", "is_grave": True},
        (True, "leaders", True, True, True, "regulation_2022:30(3)"),
    ),
    Row(
        "30(3)",
        "a report on the organisation department is not told to it, however grave",
        "accused_in_organisation",
        {"category": "report", "tags": OFFICIAL, "accused_body": "organisation", "is_grave": True},
        (True, "discipline", False, True, True, "regulation_2022:30(3)"),
    ),
    Row(
        "30(3)",
        "a report on the bureau leaves the bureau",
        "accused_in_bureau",
        {"category": "accusation", "tags": OFFICIAL, "accused_body": "bureau"},
        (True, "discipline", True, True, True, "regulation_2022:30(3)"),
    ),
    Row(
        "30(3)",
        "a claim that also names an official is sealed until it is split",
        "mixed_claim",
        {"category": "appeal", "tags": ["disputes_decision", *OFFICIAL]},
        (True, "sealed_desk", False, False, True, "regulation_2022:30(3)"),
    ),
    Row(
        "30(3)",
        "an official named before the purpose is known seals the matter",
        "mixed_claim",
        {"tags": OFFICIAL},
        (True, "sealed_desk", False, False, True, "regulation_2022:30(3)"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_report_is_sealed(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "propose_sealing", row, OUTPUTS)
