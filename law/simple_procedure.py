"""What keeps a matter out of simple handling: articles 4 and 5 of 《信访事项简易办理办法》.

These rules are no part of the regulation: what excludes is a default that an office sets. Whether
a matter of several units is grave and complex is left to the clerk.
"""

from dataclasses import dataclass
from enum import StrEnum

from law.decision_words import Route
from law.errors import SimpleProcedureExcluded


class Exclusion(StrEnum):
    """Why a matter is handled by the ordinary procedure."""

    repeated = "repeated"  # 初次信访事项 only
    other_route = "other_route"  # the first five routes of regulation 31
    assigned = "assigned"  # 上级机关、单位交办
    not_supported = "not_supported"  # 可能不予支持
    joint = "joint"  # 集体、联名


BASES = {
    Exclusion.repeated: "simple_handling_rules:4",
    Exclusion.other_route: "simple_handling_rules:5",
    Exclusion.assigned: "simple_handling_rules:5",
    Exclusion.not_supported: "simple_handling_rules:5",
    Exclusion.joint: "simple_handling_rules:5",
}


@dataclass(frozen=True)
class SimpleFacts:
    """What is known of the matter. `is_joint`: a group visit or joint letter, see law.groups."""

    route: Route
    is_repeated: bool = False
    is_assigned: bool = False
    is_rejected: bool = False
    is_joint: bool = False


@dataclass(frozen=True)
class SimplePolicy:
    """As an office has set it: what excludes."""

    exclusions: frozenset[Exclusion] = frozenset(Exclusion)


DEFAULT_POLICY = SimplePolicy()


def exclusions_of(facts: SimpleFacts, policy: SimplePolicy = DEFAULT_POLICY) -> list[Exclusion]:
    """Everything that excludes the matter; empty: simple handling is open to it."""
    found = {
        Exclusion.repeated: facts.is_repeated,
        Exclusion.other_route: facts.route is not Route.petition,
        Exclusion.assigned: facts.is_assigned,
        Exclusion.not_supported: facts.is_rejected,
        Exclusion.joint: facts.is_joint,
    }
    return [one for one, is_so in found.items() if is_so and one in policy.exclusions]


def check_simple(facts: SimpleFacts, policy: SimplePolicy = DEFAULT_POLICY) -> None:
    """Whether the matter may be handled, and finished, by the simple procedure.

    Raises:
        SimpleProcedureExcluded: what excludes it is named in the message.
    """
    found = exclusions_of(facts, policy)
    if found:
        raise SimpleProcedureExcluded(", ".join(found))
