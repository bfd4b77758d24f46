"""How many people investigate a matter (调查核实): office practice, the regulation names no number.

Regulation 28(1) asks that facts are established and 31(六) that they are investigated; who does it
alone says why.
"""

from dataclasses import dataclass

from law.errors import InvestigatorsTooFew

BASIS = "office_setting"


@dataclass(frozen=True)
class InvestigationPolicy:
    """As an office has set it."""

    least: int = 2


DEFAULT_POLICY = InvestigationPolicy()


def check_investigators(
    count: int, *, has_reason: bool, policy: InvestigationPolicy = DEFAULT_POLICY
) -> None:
    """Whether so many may investigate.

    Raises:
        InvestigatorsTooFew: fewer than the office asks for, and no reason is given.
    """
    if count < policy.least and not has_reason:
        raise InvestigatorsTooFew(f"{count} < {policy.least}")
