"""Decisions at the tasks of the process sealed_report."""

from law.sealing import check_recipient
from records.decisions.case import Decision, Variables
from records.matters import parents_of_units
from records.units import SUPERVISION, units_of_kind


def hand_over_report(case: Decision) -> Variables:
    """To whom a report goes, and who else is told (article 30): kept for the sealed desk alone.

    Neither the accused unit nor those under it may have it. What is about a cadre is told to the
    organisation department, what is major to the leaders too. Raises UnitNotFound, ReportToAccused.
    """
    if case.text("recipient"):
        check_recipient(
            case.unit("recipient").id,
            case.chosen("accused_units"),
            parents_of_units(case.session),
            units_of_kind(case.session, SUPERVISION),
        )
    is_about_cadre = case.is_yes("is_about_cadre")
    return {
        "is_about_cadre": is_about_cadre,
        "is_major_report": is_about_cadre and case.is_yes("is_major_report"),
    }


def record_report_feedback(case: Decision) -> Variables:
    """What the organ in charge let the desk know (article 30): kept, and told to nobody else.

    Raises DateInFuture.
    """
    case.past_day("feedback_on")
    return {}
