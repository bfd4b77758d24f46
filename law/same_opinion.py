"""Handling anew after review: not the same opinion on the same facts again.

A local rule, off where an office says so. How alike two texts are is computed elsewhere and given
as a share of 1; whether an opinion is basically the same is, between the limits, left to people.
"""

from dataclasses import dataclass
from enum import StrEnum

from law.errors import SameOpinionAgain

BASIS = "local_rule"


class Sameness(StrEnum):
    """What the comparison says."""

    different = "different"
    ask = "ask"  # same outcome on the same facts: a person says in writing why it is not the same


@dataclass(frozen=True)
class SameOpinionPolicy:
    """As an office has set it."""

    is_on: bool = True
    same_from: float = 0.9


DEFAULT_POLICY = SameOpinionPolicy()


def compare_opinions(
    *,
    same_facts: bool,
    same_outcome: bool,
    likeness: float,
    policy: SameOpinionPolicy = DEFAULT_POLICY,
) -> Sameness:
    """Whether the new opinion differs enough from the one that was set aside.

    Raises:
        SameOpinionAgain: the same facts and (nearly) the same text.
    """
    if not policy.is_on or not same_facts:
        return Sameness.different
    if likeness >= policy.same_from:
        raise SameOpinionAgain(f"{likeness:.2f} >= {policy.same_from:.2f}")
    return Sameness.ask if same_outcome else Sameness.different
