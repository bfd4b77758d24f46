"""Decisions at the tasks of the process litigation."""

from records.decisions.case import Decision, Variables


def guide_visitor(_case: Decision) -> Variables:
    """What a visitor was told about the courts and other organs (article 22(2)): kept."""
    return {}
