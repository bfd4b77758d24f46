"""When a unit owes the petitioner a written notice (regulation 23), and who may rate.

What was received and how it will be handled is told on the spot where that is possible, else
within 15 days, unless name or address is unclear. Organs of justice and of discipline tell by
rules of their own (23(4)).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.clock_rule import ClockRule
from law.clock_rules import NAME_OR_ADDRESS_UNCLEAR, rule_for
from law.particulars import Particulars

ON_THE_SPOT = "regulation_2022:23(2)"
RULES_OF_THEIR_OWN = "regulation_2022:23(4)"


class NoticeKind(StrEnum):
    """How the notice is owed."""

    on_the_spot = "on_the_spot"
    within_period = "within_period"
    waived = "waived"
    own_rules = "own_rules"


@dataclass(frozen=True)
class NoticeDuty:
    """The duty; `rule` is the clock that runs for it, D02 or D03, within a period only."""

    kind: NoticeKind
    basis: str
    rule: ClockRule | None = None


def notice_duty(
    particulars: Particulars,
    *,
    received_on: date,
    is_forwarded: bool = False,
    on_the_spot: bool = False,
    by_own_rules: bool = False,
) -> NoticeDuty:
    """What notice a unit owes that received the matter on that day.

    `is_forwarded`: by a bureau or a superior, else from the petitioner directly. `on_the_spot`: the
    petitioner is present and can be told now; then clear or unclear names make no difference.

    Raises:
        ClockNotInForce: the day lies before the rules known here.
    """
    if by_own_rules:
        return NoticeDuty(NoticeKind.own_rules, RULES_OF_THEIR_OWN)
    if on_the_spot and not is_forwarded:
        return NoticeDuty(NoticeKind.on_the_spot, ON_THE_SPOT)
    rule = rule_for("D03" if is_forwarded else "D02", received_on)
    if rule.waived_if == NAME_OR_ADDRESS_UNCLEAR and not particulars.can_be_reached:
        return NoticeDuty(NoticeKind.waived, rule.basis)
    return NoticeDuty(NoticeKind.within_period, rule.basis, rule)


def is_rated(particulars: Particulars) -> bool:
    """Whether the petitioner is asked for a rating: not who is anonymous (office practice)."""
    return not particulars.is_anonymous
