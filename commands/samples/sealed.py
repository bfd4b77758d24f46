"""A report about an official: handed over, told to the organisation department and to leaders."""

from sqlmodel import Session

from commands.samples.office import BUREAU, CLERK, at, decide, file, open_matter
from commands.samples.sample import Sample, issued
from law.decision_words import Route
from records.models.petition import Category
from workers.notices.inform_leaders import inform_leaders_notice
from workers.notices.inform_organisation_department import inform_organisation_department_notice
from workers.notices.record_report_transfer import record_report_transfer_notice

REPORT = "反映某单位负责人在工程招标中收受礼金。"


def tell(session: Session) -> dict[str, Sample]:
    """The three letters; all of them stay with the sealed desk."""
    petition = file(session, REPORT, on=at(2026, 3, 2), is_sealed=True)
    petition.text = "2025年某工程招标期间，该负责人收受投标人礼金，有转账记录可以核对。"
    matter = open_matter(
        session,
        petition,
        on=at(2026, 3, 3),
        category=Category.report,
        unit_id=BUREAU,
        is_sealed=True,
        route=Route.none,
    )
    decide(
        session,
        "hand_over_report",
        petition,
        matter,
        on=at(2026, 3, 3),
        by=CLERK,
        organ="示范市纪律检查委员会监察委员会",
        is_about_cadre="yes",
        organisation_department="中共示范市委组织部",
        is_major_report="yes",
        leaders="市委主要负责同志、分管组织工作的负责同志",
    )
    told = {}
    for name, notice in (
        ("record_report_transfer", record_report_transfer_notice(session, petition, matter)),
        (
            "inform_organisation_department",
            inform_organisation_department_notice(session, petition, matter),
        ),
        ("inform_leaders", inform_leaders_notice(session, petition, matter)),
    ):
        told[name], _ = issued(session, notice, petition, matter, unit=BUREAU, on=at(2026, 3, 3))
    return told
