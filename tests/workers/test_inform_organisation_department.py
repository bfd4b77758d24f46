"""inform_organisation_department - article 30(2): told once, with its mark."""

from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import Case, StandingClock
from workers.notices.sealed_letter import SECRECY
from workers.sealed_report.inform_organisation_department import inform_organisation_department


def test_it_goes_once_to_who_was_named(case: Case, clock: StandingClock) -> None:
    petition = at_bureau(case)
    petition.classified(clock.now(), category="report")
    matter = petition.matter()
    matter.decide(
        "hand_over_report",
        clock.now(),
        organ="某机关",
        organisation_department="某部门",
        leaders="某某、某某某",
    )
    for _ in range(2):
        inform_organisation_department(matter.id)
    [document] = [
        one for one in case.documents() if one.element_id == "inform_organisation_department"
    ]
    assert (document.matter_id, document.addressee) == (matter.id, "organ")
    assert SECRECY in document.body
    named = {"inform_leaders": "某某、某某某", "inform_organisation_department": "某部门"}
    assert f"{named['inform_organisation_department']}：" in document.body


def test_without_a_name_it_says_whose_office_it_is(case: Case, clock: StandingClock) -> None:
    petition = at_bureau(case)
    petition.classified(clock.now(), category="accusation")
    inform_organisation_department(petition.matter().id)
    assert "有管理权限的机关" in case.documents()[-1].body
