"""Regulation 35 and 36: whether a request for review or re-review is taken on."""

import pytest

from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OUTPUTS = ("review_answer", "reason", "notice", "basis")
REVIEW = {"review_stage": "review", "timeliness": "in_time", "missing_items": "none"}
REREVIEW = {**REVIEW, "review_stage": "rereview"}
ACCEPTED = ("accept", "none", "review_acceptance_notice")
REFUSAL = "review_refusal_notice"

ROWS = (
    Row(
        "31(六)",
        "without an opinion there is nothing to review",
        "no_opinion",
        {**REVIEW, "has_opinion": False},
        ("refuse", "no_opinion", REFUSAL, "regulation_2022:31(六)"),
    ),
    Row(
        "31",
        "what has another legal route is refused",
        "other_route",
        {**REVIEW, "has_other_route": True},
        ("refuse", "other_route", REFUSAL, "local_rule"),
    ),
    Row(
        "35",
        "a review asked in time is accepted",
        "review_accepted",
        REVIEW,
        (*ACCEPTED, "regulation_2022:35"),
    ),
    Row(
        "35",
        "a review asked too late is refused",
        "review_late",
        {**REVIEW, "timeliness": "late"},
        ("refuse", "late", REFUSAL, "regulation_2022:35"),
    ),
    Row(
        "35",
        "a late request is refused before it is asked to be completed",
        "review_late",
        {**REVIEW, "timeliness": "late", "missing_items": "first"},
        ("refuse", "late", REFUSAL, "regulation_2022:35"),
    ),
    Row(
        "35",
        "a review asked of the wrong unit is refused",
        "review_wrong_level",
        {**REVIEW, "is_right_level": False},
        ("refuse", "wrong_level", REFUSAL, "regulation_2022:35"),
    ),
    Row(
        "35",
        "somebody else's request is refused",
        "wrong_person",
        {**REVIEW, "is_right_person": False},
        ("refuse", "wrong_person", REFUSAL, "regulation_2022:35"),
    ),
    Row(
        "35",
        "a withdrawn request ends, whatever else is wrong with it",
        "withdrawn",
        {**REVIEW, "is_withdrawn": True, "is_final": True, "timeliness": "late"},
        ("end", "withdrawn", "review_ended_notice", "local_rule"),
    ),
    Row(
        "35",
        "missing items are asked for once",
        "ask_once",
        {**REVIEW, "missing_items": "first"},
        ("ask_to_complete", "incomplete", "completion_notice", "office_setting"),
    ),
    Row(
        "35",
        "missing items are asked for once also when the request was posted in time",
        "ask_once",
        {**REVIEW, "timeliness": "posted_in_time", "missing_items": "first"},
        ("ask_to_complete", "incomplete", "completion_notice", "office_setting"),
    ),
    Row(
        "35",
        "what is still incomplete is refused",
        "still_incomplete",
        {**REVIEW, "missing_items": "again"},
        ("refuse", "incomplete", REFUSAL, "office_setting"),
    ),
    Row(
        "35",
        "good reason for being late is heard",
        "late_with_cause",
        {**REVIEW, "timeliness": "late_with_cause"},
        (*ACCEPTED, "local_rule"),
    ),
    Row(
        "35",
        "an unknown day of receipt is left to a person",
        "otherwise",
        {"review_stage": "review"},
        ("check_facts", "unclear_time", "none", "regulation_2022:35"),
    ),
    Row(
        "35",
        "an unknown stage is left to a person, also when it was posted in time",
        "otherwise",
        {"timeliness": "posted_in_time"},
        ("check_facts", "unclear_time", "none", "regulation_2022:35"),
    ),
    Row(
        "36(1)",
        "a re-review asked in time is accepted",
        "rereview_accepted",
        REREVIEW,
        (*ACCEPTED, "regulation_2022:36(1)"),
    ),
    Row(
        "36(1)",
        "a re-review asked too late is refused",
        "rereview_late",
        {**REREVIEW, "timeliness": "late"},
        ("refuse", "late", REFUSAL, "regulation_2022:36(1)"),
    ),
    Row(
        "36(1)",
        "a re-review asked of the wrong unit is refused",
        "rereview_wrong_level",
        {**REREVIEW, "is_right_level": False, "timeliness": "late"},
        ("refuse", "wrong_level", REFUSAL, "regulation_2022:36(1)"),
    ),
    Row(
        "36(3)",
        "after the re-review nothing is reviewed any more",
        "already_final",
        {**REREVIEW, "is_final": True, "has_opinion": False},
        ("refuse", "already_final", "no_longer_accept_notice", "regulation_2022:36(3)"),
    ),
    Row(
        "civil procedure 85",
        "what was posted on the last day is in time",
        "posted_in_time",
        {**REREVIEW, "timeliness": "posted_in_time"},
        (*ACCEPTED, "civil_procedure_law:85"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_request_for_review_is_examined(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "check_review_admissibility", row, OUTPUTS)
