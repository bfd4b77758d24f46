"""Decisions at the tasks of the process objection."""

from records.decisions.case import Decision, Variables


def decide_objection(case: Decision) -> Variables:
    """The bureau agrees to take the matter back, or does not (article 23(3))."""
    return {"is_objection_agreed": case.is_yes("is_objection_agreed")}
