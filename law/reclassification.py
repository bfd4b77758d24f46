"""A category or route is corrected: which clock of handling runs now, and from when.

Clocks follow the new class as if it had been right from the start, so nobody gains days by a
mistake: from acceptance where there was one, else from the original receipt. That the receipt
stands in for a missing acceptance is set by the office, as the strictest reading.
"""

from dataclasses import dataclass
from datetime import date

from law.clock_rules import rule_for
from law.decision_words import Route

# On the other routes other bodies handle, by limits of their own.
HANDLING_CLOCKS = {Route.duty: "D18", Route.petition: "D05"}


@dataclass(frozen=True)
class ClockChange:
    """What a correction does: the code to withdraw, the code to start and the day it starts from.

    All None: nothing changes.
    """

    withdraw: str | None = None
    start: str | None = None
    start_on: date | None = None


def clock_change(
    old_route: Route, new_route: Route, *, received_on: date, accepted_on: date | None = None
) -> ClockChange:
    """What happens to the clock of handling when the route is corrected.

    A suggestion or a report on an official has no route of article 31: Route.none.

    Raises:
        ClockNotInForce: the receipt lies before the rules known here.
    """
    old, new = HANDLING_CLOCKS.get(old_route), HANDLING_CLOCKS.get(new_route)
    if old == new:
        return ClockChange()
    if new is None:
        return ClockChange(withdraw=old)
    rule = rule_for(new, received_on)
    is_from_acceptance = rule.starts_with == "accepted" and accepted_on is not None
    return ClockChange(old, new, accepted_on if is_from_acceptance else received_on)
