"""A matter on its way down, level by level: each has a share, all together have D01.

The shares (D01a) come from a superseded document and are an office's to set. Each bureau has the
15 days of regulation 22(1); that they count once, from the first registration, is the document's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from law.calendar import WorkCalendar
from law.clock_due import due_by_rule
from law.clock_rule import ClockRule
from law.clock_rules import rule_for
from law.levels import Level


@dataclass(frozen=True)
class LevelLimit:
    """Until when a level passes the matter on. `is_cut`: the whole ends before its own share."""

    level: Level
    received_on: date
    due: date
    is_cut: bool


def level_limits(
    received: Sequence[tuple[Level, date]], calendar: WorkCalendar, shares: ClockRule | None = None
) -> list[LevelLimit]:
    """The limit of every level that has received the matter, in order, the first registering it.

    `shares`: D01a as an office has set it.

    Raises:
        UnknownVariant: a level has no share, as town and street, where matters are handled.
        ClockNotInForce: the first registration lies before the rules known here.
    """
    if not received:
        return []
    registered_on = received[0][1]
    shares = shares or rule_for("D01a", registered_on)
    whole = due_by_rule(rule_for("D01", registered_on), registered_on, calendar).due
    limits = []
    for level, day in received:
        own = due_by_rule(shares, day, calendar, variant=level.value).due
        limits.append(LevelLimit(level, day, min(own, whole), own > whole))
    return limits
