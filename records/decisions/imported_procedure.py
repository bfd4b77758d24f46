"""Decisions at the tasks of the process imported_procedure."""

from records.decisions.case import Decision, Variables


def record_procedure_result(case: Decision) -> Variables:
    """Whether the legal procedure took the matter up (article 31(一) to (四)), and its result."""
    is_taken_up = case.is_yes("is_taken_up")
    if is_taken_up:
        case.the_matter.answer = case.text("result")
    return {"is_taken_up": is_taken_up}
