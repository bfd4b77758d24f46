"""Reports on officials, on the engine: what is told to whom, and what nobody reads (30)."""

import pytest

from tests.engine.procedure.driver import Case, Cohort
from tests.engine.procedure.report_scenarios import REPORT_SCENARIOS
from tests.engine.procedure.requests import opened_by_split

pytestmark = pytest.mark.engine

SEALED = (
    "report_on_an_official",
    "anonymous_report",
    *(one.name for one in REPORT_SCENARIOS if "report" in one.name),
)
TEXTS = ("variable", "element_instance", "incident", "user_task", "decision_evaluation")
LETTERS = {
    "report_on_an_official": ["record_report_transfer"],
    "report_about_a_cadre": ["record_report_transfer", "inform_organisation_department"],
    "major_report_without_feedback": [
        *("record_report_transfer", "inform_organisation_department", "inform_leaders"),
    ],
    "report_withdrawn": [],
    "report_goes_on_after_withdrawal": ["record_report_transfer"],
}


@pytest.mark.parametrize("name", LETTERS)
def test_its_letters_are_those_that_are_due(cohort: Cohort, name: str) -> None:
    sent = [one for one in cohort[name].documents() if one not in ("issue_receipt",)]
    assert sent == LETTERS[name]


def test_what_was_handed_over_goes_on_whatever_is_said(cohort: Cohort) -> None:
    case = cohort["report_goes_on_after_withdrawal"]
    assert case.notes["withdrawal"] == {"petition": False, "matters": []}
    assert case.matters[0].end == "handed_over"


@pytest.mark.parametrize("name", SEALED)
def test_the_engine_is_told_no_words_and_shows_no_instance(cohort: Cohort, name: str) -> None:
    case = cohort[name]
    assert case.row.is_sealed
    for table in TEXTS:
        rows = cohort.xinfang.query(f"SELECT * FROM journal.{table}")  # noqa: S608 - constants
        written = "".join(str(tuple(row)) for row in rows)
        for word in (case.row.subject, case.row.text, case.number, case.row.query_code):
            assert word not in written
    for who in ("manager", "operator", "admin", "leader"):
        with cohort.xinfang.person(who) as person:
            found = person.get("/api/instances", params={"petition": case.petition_id}).json()
            assert found["instances"] == []
            assert case.number not in person.get("/api/instances?limit=200").text
            assert person.get(f"/api/instances/{case.row.instance_key}").status_code == 404


def test_a_complaint_with_a_report_becomes_two_that_know_nothing_of_each_other(
    cohort: Cohort,
) -> None:
    sealed = cohort["complaint_with_a_report"]
    with cohort.xinfang.person("classifier") as classifier:
        assert classifier.get(f"/api/petitions/{sealed.number}").status_code == 404
        opened = classifier.get(f"/api/petitions/{opened_by_split(sealed)}")
    assert opened.status_code == 200
    assert sealed.number not in opened.text
    assert sealed.petition_id not in opened.text
    assert _claims(sealed) == ["第2项诉求"]
    assert [one["text"] for one in opened.json()["claims"]] == ["第1项诉求"]


def _claims(case: Case) -> list[str]:
    rows = case.xinfang.query(
        "SELECT text FROM claim WHERE petition_id = :id ORDER BY ordinal", id=case.petition_id
    )
    return [row.text for row in rows]
