"""Decisions at the tasks of the process conclusion: what is still done once there is an outcome."""

from records.decisions.case import Decision, Variables


def supervise_execution(case: Decision) -> Variables:
    """What was supported is carried out (article 32(2)). Raises DateInFuture."""
    if case.is_yes("is_performed"):
        case.past_day("performed_on")
    return {}


def counsel_petitioner(case: Decision) -> Variables:
    """Reasons are explained to who got less than asked (article 32(2)). Raises DateInFuture."""
    case.past_day("counselled_on")
    return {}


def complete_closing_checks(_case: Decision) -> Variables:
    """The four checks (四到位, article 27) and the aid a petitioner may ask for (article 37)."""
    return {}
