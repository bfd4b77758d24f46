"""A matter of two or more units (regulation 24(1)): they agree, else somebody above decides.

Who decides is for the table of jurisdiction; this module gives it the fact, and names the superior.
"""

from collections.abc import Sequence

from law.decision_facts import Dispute
from law.errors import NotJoint
from law.unit_tree import Parents, common_superior


def dispute_of(
    units: Sequence[str], parents: Parents, *, is_disputed: bool
) -> tuple[Dispute, str | None]:
    """What the units' dispute is, and the nearest superior common to all of them.

    Raises:
        NotJoint: fewer than two units.
    """
    if len(set(units)) < 2:
        raise NotJoint
    superior = common_superior(units, parents)
    if not is_disputed:
        return Dispute.none, superior
    return (Dispute.common_superior if superior else Dispute.no_common_superior), superior
