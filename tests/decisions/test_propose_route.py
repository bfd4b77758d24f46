"""Regulation 31: the six routes, claim by claim; of several the petitioner chooses."""

import pytest

from tests.decisions.rows import Row, check_row
from tests.running import Running

pytestmark = pytest.mark.engine

OUTPUTS = ("route", "route_step", "notice", "basis")
JUDICIAL = ("litigation", "follow_judicial_procedure", "guidance_notice", "regulation_2022:31(一)")
ARBITRATION = (
    "arbitration",
    "import_into_procedure",
    "guidance_notice",
    "regulation_2022:31(二)",
)
PARTY = ("party_appeal", "import_into_procedure", "guidance_notice", "regulation_2022:31(三)")
ADMINISTRATIVE = (
    "administrative",
    "import_into_procedure",
    "guidance_notice",
    "regulation_2022:31(四)",
)
DUTY = ("duty", "perform_or_answer", "none", "regulation_2022:31(五)")
PETITION = ("petition", "petition_procedure", "none", "regulation_2022:31(六)")
ASK = ("none", "ask_choice", "choice_notice", "local_rule")
REGISTER = ("none", "register_only", "no_longer_accept_notice", "local_rule")
EVERYTHING = {
    "litigation": "open",
    "arbitration_open": True,
    "party_appeal_open": True,
    "administrative_open": True,
    "duty_open": True,
}

ROWS = (
    Row(
        "31(一)",
        "an open judicial procedure is followed",
        "by_litigation",
        {"litigation": "open"},
        JUDICIAL,
    ),
    Row(
        "31(一)",
        "a matter that justice has ended is only registered",
        "litigation_finished",
        {"litigation": "finished"},
        REGISTER,
    ),
    Row(
        "31(一)",
        "what justice has ended is not opened by another route or a choice",
        "litigation_finished",
        {"litigation": "finished", "arbitration_open": True, "chosen_route": "arbitration"},
        REGISTER,
    ),
    Row(
        "31(一)",
        "no judicial procedure at all opens no route",
        "otherwise",
        {"litigation": "none"},
        PETITION,
    ),
    Row(
        "31(二)",
        "a labour dispute goes to arbitration",
        "by_arbitration",
        {"arbitration_open": True},
        ARBITRATION,
    ),
    Row(
        "31(三)",
        "a party member's appeal goes to its procedure",
        "by_party_appeal",
        {"party_appeal_open": True},
        PARTY,
    ),
    Row(
        "31(四)",
        "an administrative act goes to an administrative procedure",
        "by_administrative",
        {"administrative_open": True},
        ADMINISTRATIVE,
    ),
    Row(
        "31(五)",
        "a request to investigate is performed or answered",
        "by_duty",
        {"duty_open": True},
        DUTY,
    ),
    Row("31(六)", "what has no other route is a petition", "otherwise", {}, PETITION),
    Row(
        "31",
        "of two routes the petitioner chooses",
        "several_open",
        {"litigation": "open", "arbitration_open": True},
        ASK,
    ),
    Row(
        "31",
        "of five routes the petitioner chooses",
        "several_open",
        EVERYTHING,
        ASK,
    ),
    Row(
        "31",
        "a choice that is not open asks again",
        "several_open",
        {"administrative_open": True, "duty_open": True, "chosen_route": "arbitration"},
        ASK,
    ),
    Row(
        "31",
        "a choice that is not open does not turn one open route into a question",
        "by_duty",
        {"duty_open": True, "chosen_route": "arbitration"},
        DUTY,
    ),
    Row(
        "31",
        "without a choice in time the order of the article decides",
        "by_arbitration",
        {"arbitration_open": True, "administrative_open": True, "chosen_route": "not_made"},
        ARBITRATION,
    ),
    *(
        Row(
            "31",
            f"of all routes the petitioner may choose {answer[0]}",
            f"chosen_{answer[0]}",
            {**EVERYTHING, "chosen_route": answer[0]},
            answer,
        )
        for answer in (JUDICIAL, ARBITRATION, PARTY, ADMINISTRATIVE, DUTY)
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_a_claim_gets_its_route(xinfang: Running, row: Row) -> None:
    await check_row(xinfang, "propose_route", row, OUTPUTS)
