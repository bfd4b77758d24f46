"""Agents, guardian, successor - local rules and the Civil Code."""

import pytest

from law.errors import MandateMissing, TooManyAgents
from law.representation import (
    ActsFor,
    Condition,
    RepresentationPolicy,
    Standing,
    check_agents,
    who_acts,
)
from law.sources import cite_basis


@pytest.mark.parametrize(
    ("condition", "guardian", "successor", "by"),
    [
        (Condition.able, False, False, ActsFor.petitioner),
        (Condition.lacks_capacity, True, False, ActsFor.guardian),
        (Condition.lacks_capacity, False, False, ActsFor.nobody_yet),
        (Condition.dead, False, True, ActsFor.successor),
        (Condition.dead, False, False, ActsFor.nobody),
    ],
)
def test_who_acts(condition: Condition, guardian: bool, successor: bool, by: ActsFor) -> None:
    standing = who_acts(condition, has_guardian=guardian, has_successor=successor)
    assert standing.by is by
    assert cite_basis(standing.basis)


def test_an_office_may_wait_for_a_successor() -> None:
    policy = RepresentationPolicy(ends_without_successor=False)
    waiting = who_acts(Condition.dead, policy=policy)
    assert waiting == Standing(ActsFor.nobody_yet, "local_rule")


def test_two_agents_with_mandates_may_act() -> None:
    check_agents(2, with_mandate=2)


def test_three_are_too_many_by_default() -> None:
    with pytest.raises(TooManyAgents, match="3 > 2"):
        check_agents(3, with_mandate=3)
    check_agents(3, with_mandate=3, policy=RepresentationPolicy(most_agents=3))


def test_each_shows_a_mandate() -> None:
    with pytest.raises(MandateMissing):
        check_agents(2, with_mandate=1)
