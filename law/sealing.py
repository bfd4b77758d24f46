"""Who may receive a report on officials or units (regulation 30(3), 22(2)).

Never the accused nor those under them: a superior, or an organ of discipline that is not accused
itself. Which of them is in charge by the rules on cadres is left to the bureau.
"""

from collections.abc import Collection

from law.errors import NobodyMayReceive, ReportToAccused
from law.unit_tree import Parents, is_within, superiors


def may_receive(
    unit: str, accused: Collection[str], parents: Parents, discipline_organs: Collection[str]
) -> bool:
    """Whether a report about these units, or about people who lead them, may go to the unit."""
    if any(is_within(unit, one, parents) for one in accused):
        return False
    return unit in discipline_organs or all(unit in superiors(one, parents) for one in accused)


def recipients(
    accused: Collection[str], parents: Parents, discipline_organs: Collection[str]
) -> list[str]:
    """Every unit that may receive the report, sorted.

    Raises:
        NobodyMayReceive: not one of the units known here.
    """
    units = {*parents, *discipline_organs}
    allowed = [u for u in sorted(units) if may_receive(u, accused, parents, discipline_organs)]
    if not allowed:
        raise NobodyMayReceive
    return allowed


def check_recipient(
    unit: str, accused: Collection[str], parents: Parents, discipline_organs: Collection[str]
) -> None:
    """Refuse a wrong recipient.

    Raises:
        ReportToAccused: the unit is accused, or under or beside the accused.
    """
    if not may_receive(unit, accused, parents, discipline_organs):
        raise ReportToAccused(unit)
