"""Decisions at the tasks of the process matter."""

from records.decisions.case import Decision, Variables


def check_closing_report(case: Decision) -> Variables:
    """The closing report of an assigned matter is accepted, or returned (article 22(1)(三))."""
    return {"is_report_accepted": case.is_yes("is_report_accepted")}
