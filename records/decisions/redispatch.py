"""Decisions at the tasks of the process redispatch."""

from records.decisions.case import Decision, Variables


def redispatch_matter(case: Decision) -> Variables:
    """Another unit for a matter that came back (article 23(3)). Raises UnitNotFound."""
    return {"unit": case.unit().id}
