"""Who acts when the petitioner cannot or does not act alone: agents, guardian, successor.

Agents by written mandate, and that a matter ends when nobody succeeds, are local rules; that a
guardian acts for who lacks capacity is the Civil Code's (23).
"""

from dataclasses import dataclass
from enum import StrEnum

from law.errors import MandateMissing, TooManyAgents


class Condition(StrEnum):
    """What has become of the petitioner; an organisation dies when it ends."""

    able = "able"
    lacks_capacity = "lacks_capacity"
    dead = "dead"


class ActsFor(StrEnum):
    """Who acts now."""

    petitioner = "petitioner"
    guardian = "guardian"
    successor = "successor"
    nobody_yet = "nobody_yet"  # a guardian or successor is still to be found
    nobody = "nobody"  # the matter ends


@dataclass(frozen=True)
class Standing:
    """Who acts, and by what rule (an id of law.sources)."""

    by: ActsFor
    basis: str


@dataclass(frozen=True)
class RepresentationPolicy:
    """As an office has set it, after local rules."""

    most_agents: int = 2
    ends_without_successor: bool = True


DEFAULT_POLICY = RepresentationPolicy()
LOCAL = "local_rule"


def who_acts(
    condition: Condition,
    *,
    has_guardian: bool = False,
    has_successor: bool = False,
    policy: RepresentationPolicy = DEFAULT_POLICY,
) -> Standing:
    """Who speaks for the matter; `has_successor` means one who wants to go on."""
    if condition is Condition.able:
        return Standing(ActsFor.petitioner, "regulation_2022:17(2)")
    if condition is Condition.lacks_capacity:
        by = ActsFor.guardian if has_guardian else ActsFor.nobody_yet
        return Standing(by, "civil_code:23")
    if has_successor:
        return Standing(ActsFor.successor, LOCAL)
    ends = policy.ends_without_successor
    return Standing(ActsFor.nobody if ends else ActsFor.nobody_yet, LOCAL)


def check_agents(
    agents: int, *, with_mandate: int, policy: RepresentationPolicy = DEFAULT_POLICY
) -> None:
    """Whether the agents may act; `with_mandate` of them have shown a written one (授权委托书).

    Raises:
        TooManyAgents: more than the office allows.
        MandateMissing: one of them has none.
    """
    if agents > policy.most_agents:
        raise TooManyAgents(f"{agents} > {policy.most_agents}")
    if with_mandate < agents:
        raise MandateMissing
