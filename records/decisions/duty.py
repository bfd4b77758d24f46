"""Decisions at the tasks of the process duty."""

from records.decisions.case import Decision, Variables


def perform_duty(case: Decision) -> Variables:
    """The duty was performed, or why not (article 31(五)); the answer stays here."""
    matter = case.the_matter
    matter.answer, matter.legal_basis = case.text("answer"), case.text("legal_basis")
    return {}
