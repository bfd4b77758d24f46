"""Regulation 29, 30 and 31: a first proposal of the purpose, of six."""

import pytest

from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OUTPUTS = ("category", "basis")
ON_OFFICIALS, ON_CLAIMS, ON_SUGGESTIONS = (f"regulation_2022:{n}" for n in (30, 31, 29))

ROWS = (
    Row(
        "29",
        "whoever proposes something makes a proposal",
        "makes_proposal",
        {"tags": ["makes_proposal"], "form": "letter"},
        ("proposal", ON_SUGGESTIONS),
    ),
    Row(
        "29",
        "whoever only says what they think gives an opinion",
        "gives_opinion",
        {"tags": ["gives_opinion"], "form": "online"},
        ("opinion", ON_SUGGESTIONS),
    ),
    Row(
        "30",
        "naming an official is a report, and comes before a claim",
        "sealed_report",
        {"tags": ["seeks_solution", "names_official"], "form": "visit"},
        ("report", ON_OFFICIALS),
    ),
    Row(
        "30",
        "naming an official who hurt one's own rights is an accusation",
        "sealed_accusation",
        {"tags": ["own_rights", "disputes_decision", "names_official"], "form": "letter"},
        ("accusation", ON_OFFICIALS),
    ),
    Row(
        "31",
        "disputing a decision is an appeal, and comes before a claim",
        "disputes_decision",
        {"tags": ["seeks_solution", "disputes_decision"], "form": "letter"},
        ("appeal", ON_CLAIMS),
    ),
    Row(
        "31",
        "seeking a solution is a claim",
        "seeks_solution",
        {"tags": ["makes_proposal", "seeks_solution"], "form": "letter"},
        ("claim", ON_CLAIMS),
    ),
    *(
        Row(
            "31",
            f"a {form} without tags is a claim",
            "spoken_without_tag",
            {"tags": [], "form": form},
            ("claim", ON_CLAIMS),
        )
        for form in ("phone", "visit")
    ),
    Row(
        "31",
        "a letter without tags is a claim too",
        "otherwise",
        {"tags": [], "form": "letter"},
        ("claim", ON_CLAIMS),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_purpose_is_proposed(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "propose_category", row, OUTPUTS)
