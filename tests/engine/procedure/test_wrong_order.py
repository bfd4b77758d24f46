"""What is asked in the wrong order is refused with the rule named, and the case goes on."""

import pytest

from tests.engine.procedure.driver import Cohort
from tests.running import Running

pytestmark = pytest.mark.engine

REFUSED = [
    ("interim_answer", "InterimAnswer at draft_opinion", "InterimAnswer"),
    ("interim_answer", "/clocks/D05/pause", "PauseNotAllowed"),
    ("interim_answer", "/withdrawal", "WithdrawalTooLate"),
    ("extension_approved", "/matters/1/extension", "ExtensionAlreadyGiven"),
    ("overdue", "/matters/1/extension", "ExtensionTooLate"),
    ("extension_decided_too_late", "ExtensionTooLate at decide_extension", "ExtensionTooLate"),
    ("objects_too_late", "ObjectionTooLate at examine_matter", "ObjectionTooLate"),
    (
        "assigned_is_not_simple",
        "SimpleProcedureExcluded at examine_matter",
        "SimpleProcedureExcluded",
    ),
    ("group_is_not_simple", "SimpleProcedureExcluded at examine_matter", "SimpleProcedureExcluded"),
    ("interested_handler", "HandlerHasInterest at assign_handler", "HandlerHasInterest"),
    ("report_on_an_official", "ReportToAccused at hand_over_report", "ReportToAccused"),
]


@pytest.mark.parametrize(("name", "where", "error"), REFUSED, ids=lambda value: value)
def test_it_is_refused_with_the_rule_named(
    cohort: Cohort, name: str, where: str, error: str
) -> None:
    status, answered, said = cohort[name].notes[where]
    assert (status, answered) == (409, error), said


def test_a_sixth_representative_is_refused(xinfang: Running) -> None:
    body = {
        "form": "visit",
        "subject": "集体反映供热问题",
        "text": "反映供热问题",
        "petitioner_name": "某甲",
        "people": 7,
        "companions": [
            {"name": f"同行人{number}", "is_representative": True} for number in range(1, 7)
        ],
    }
    with xinfang.person("clerk") as clerk:
        answer = clerk.post("/api/petitions", json=body)
    assert (answer.status_code, answer.json()["error"]) == (409, "TooManyRepresentatives")
