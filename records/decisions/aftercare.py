"""Decisions at the tasks of the process aftercare."""

from records.decisions.case import Decision, Variables
from records.supervisions.triggers import not_carried_out


def follow_up_petitioner(_case: Decision) -> Variables:
    """What the petitioner said when called back: kept."""
    return {}


def check_execution(case: Decision) -> Variables:
    """Whether what was supported has been carried out; if not, it is supervised (32(2), 40(1))."""
    if not case.is_yes("is_performed"):
        not_carried_out(case.session, case.petition, now=case.now)
    return {}
