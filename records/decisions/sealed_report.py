"""Decisions at the tasks of the process sealed_report."""

from law.sealing import check_recipient
from records.decisions.case import Decision, Variables
from records.matters import parents_of_units
from records.units import SUPERVISION, units_of_kind


def hand_over_report(case: Decision) -> Variables:
    """To whom a report went (article 30): kept, and told to nobody else.

    Neither the accused unit nor those under it may have it. Raises UnitNotFound, ReportToAccused.
    """
    if case.text("recipient"):
        check_recipient(
            case.unit("recipient").id,
            case.chosen("accused_units"),
            parents_of_units(case.session),
            units_of_kind(case.session, SUPERVISION),
        )
    return {}
