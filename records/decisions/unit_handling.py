"""Decisions at the tasks of the process unit_handling."""

from records.decisions.case import Decision, Variables


def write_closing_report(_case: Decision) -> Variables:
    """The report on an assigned matter (article 22(1)(三)): kept, issued by the next step."""
    return {}
