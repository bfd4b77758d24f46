"""Decisions at the tasks of the process suggestion."""

from law.decision_facts import Adoption
from records.decisions.case import Decision, Variables


def study_suggestion(case: Decision) -> Variables:
    """Whether a suggestion is adopted (article 29); the answer stays here."""
    case.the_matter.answer = case.text("answer")
    return {"adoption": Adoption(case.text("adoption")).value}
