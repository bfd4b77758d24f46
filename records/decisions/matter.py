"""Decisions at the tasks of the process matter."""

from records.decisions.case import Decision, Variables
from records.supervisions.done import tell_report_accepted


def check_closing_report(case: Decision) -> Variables:
    """The closing report of an assigned matter is accepted, or returned (article 22(1)(三))."""
    is_accepted = case.is_yes("is_report_accepted")
    if is_accepted:
        tell_report_accepted(case.session, case.the_matter, now=case.now)
    return {"is_report_accepted": is_accepted}
