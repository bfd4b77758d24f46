"""Decisions at the tasks of the process level_transfer."""

from records.decisions.case import Decision, Variables


def forward_matter(case: Decision) -> Variables:
    """Where a lower bureau passes the matter on to (article 22(1)(二)). Raises UnitNotFound."""
    return {"unit": case.unit().id}
