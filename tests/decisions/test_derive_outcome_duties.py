"""Regulation 27 to 32, 35, 37(2) and 47(1): what is still owed once a matter has its outcome.

Duties add up, so the table answers a list.
"""

from typing import Any

import pytest

from tests.decisions.rows import Row, evaluated
from tests.running import Running

pytestmark = pytest.mark.engine

CLAIM = {"category": "claim", "route": "petition"}

# Each row names one rule with the duty it brings; the test looks for it in the list.
ROWS = (
    Row(
        "27",
        "every matter ends with the closing checks",
        "every_matter",
        CLAIM,
        ("complete_closing_checks", "regulation_2022:27"),
    ),
    Row(
        "28(1)",
        "an explanation comes with counsel",
        "explained_with_counsel",
        {**CLAIM, "outcome": "explain"},
        ("counsel", "regulation_2022:28(1)"),
    ),
    Row(
        "29(1)",
        "an adopted suggestion is answered",
        "suggestion_adopted",
        {"category": "proposal", "adoption": "adopted"},
        ("reply_adoption", "regulation_2022:29(1)"),
    ),
    Row(
        "29(1)",
        "a partly adopted opinion is answered",
        "suggestion_adopted",
        {"category": "opinion", "adoption": "partly"},
        ("reply_adoption", "regulation_2022:29(1)"),
    ),
    Row(
        "29(1)",
        "one that is not adopted is answered with reasons",
        "suggestion_not_adopted",
        {"category": "proposal", "adoption": "not_adopted"},
        ("reply_reasons", "office_setting"),
    ),
    Row(
        "29(2)",
        "a contribution is proposed for a reward",
        "suggestion_rewarded",
        {"category": "proposal", "adoption": "adopted", "has_contribution": True},
        ("propose_reward", "regulation_2022:29(2)"),
    ),
    Row(
        "30(1)",
        "a report is answered by the organ that handles it",
        "report_feedback",
        {"category": "report"},
        ("feed_back_by_own_rules", "regulation_2022:30(1)"),
    ),
    Row(
        "31(一)",
        "a judicial matter is guided to its procedure",
        "judicial_route",
        {"category": "appeal", "route": "litigation"},
        ("guide_to_justice", "regulation_2022:31(一)"),
    ),
    Row(
        "31(二)",
        "an arbitration matter is imported",
        "arbitration_route",
        {"category": "claim", "route": "arbitration"},
        ("import_into_procedure", "regulation_2022:31(二)"),
    ),
    Row(
        "31(三)",
        "a party appeal is imported",
        "party_appeal_route",
        {"category": "appeal", "route": "party_appeal"},
        ("import_into_procedure", "regulation_2022:31(三)"),
    ),
    Row(
        "31(四)",
        "an administrative matter is imported",
        "administrative_route",
        {"category": "appeal", "route": "administrative"},
        ("import_into_procedure", "regulation_2022:31(四)"),
    ),
    Row(
        "31(五)",
        "a duty is performed or answered",
        "duty_route",
        {"category": "claim", "route": "duty"},
        ("perform_or_answer", "regulation_2022:31(五)"),
    ),
    Row(
        "32(1)(二)",
        "a reasonable claim without legal basis is explained",
        "explained",
        {**CLAIM, "outcome": "explain"},
        ("explain_reasons", "regulation_2022:32(1)(二)"),
    ),
    Row(
        "32(2)",
        "a supported claim is to be carried out",
        "supported",
        {**CLAIM, "outcome": "support"},
        ("supervise_execution", "regulation_2022:32(2)"),
    ),
    Row(
        "32(2)",
        "a claim is a petition where no route was found",
        "supported",
        {"category": "appeal", "outcome": "support"},
        ("supervise_execution", "regulation_2022:32(2)"),
    ),
    Row(
        "32(2)",
        "a rejected claim is counselled",
        "rejected",
        {**CLAIM, "outcome": "reject"},
        ("counsel", "regulation_2022:32(2)"),
    ),
    *(
        Row(
            "35",
            f"an opinion tells of the review, to {outcome} as well",
            "review_right",
            {**CLAIM, "outcome": outcome},
            ("tell_review_right", "regulation_2022:35"),
        )
        for outcome in ("support", "explain", "reject")
    ),
    Row(
        "37(2)",
        "a petitioner in need is helped to social aid",
        "social_aid",
        {**CLAIM, "outcome": "support", "aid": "social"},
        ("refer_to_social_aid", "regulation_2022:37(2)"),
    ),
    Row(
        "37(2)",
        "a petitioner with a judicial matter is referred to judicial aid",
        "judicial_aid",
        {"category": "appeal", "route": "litigation", "aid": "judicial"},
        ("refer_to_judicial_aid", "regulation_2022:37(2)"),
    ),
    Row(
        "47(1)",
        "unlawful conduct is recorded, whatever the outcome",
        "unlawful_conduct",
        {**CLAIM, "outcome": "support", "is_unlawful_conduct": True},
        ("record_order_breach", "regulation_2022:47(1)"),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_duty_is_listed(xinfang: Running, row: Row) -> None:
    found = await evaluated(xinfang, "derive_outcome_duties", row.facts)
    place = found.rule_ids.index(row.rule)
    assert found.output[place] == dict(zip(("duty", "basis"), row.answer, strict=True))


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        pytest.param(
            {**CLAIM, "outcome": "support"},
            ("supported", "review_right", "every_matter"),
            id="a supported claim owes execution and no counsel",
        ),
        pytest.param(
            {**CLAIM, "outcome": "explain"},
            ("explained", "explained_with_counsel", "review_right", "every_matter"),
            id="an explained claim owes reasons and counsel",
        ),
        pytest.param(
            {**CLAIM, "outcome": "reject", "aid": "social", "is_unlawful_conduct": True},
            ("rejected", "review_right", "social_aid", "unlawful_conduct", "every_matter"),
            id="the four questions at the end are independent of each other",
        ),
        pytest.param(
            {"category": "proposal", "outcome": "support", "adoption": "adopted"},
            ("suggestion_adopted", "every_matter"),
            id="a suggestion has no review",
        ),
        pytest.param(
            {"category": "report", "outcome": "support", "route": "petition"},
            ("report_feedback", "every_matter"),
            id="a report owes nothing of the petition procedure",
        ),
        pytest.param(
            {"category": "claim", "route": "duty", "outcome": "support"},
            ("duty_route", "every_matter"),
            id="a matter of another route has no opinion and no review",
        ),
    ],
)
async def test_duties_add_up_in_the_order_of_the_table(
    xinfang: Running, facts: dict[str, Any], rules: tuple[str, ...]
) -> None:
    found = await evaluated(xinfang, "derive_outcome_duties", facts)
    assert found.rule_ids == rules
    assert len(found.output) == len(rules)
