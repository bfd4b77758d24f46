"""Decisions at the tasks of the process aftercare."""

from records.decisions.case import Decision, Variables


def follow_up_petitioner(_case: Decision) -> Variables:
    """What the petitioner said when called back: kept."""
    return {}


def check_execution(_case: Decision) -> Variables:
    """Whether what was supported has been carried out (articles 32(2), 40(1)): kept."""
    return {}
