"""Handling anew - a local rule against the same opinion again."""

import pytest

from law.errors import SameOpinionAgain
from law.same_opinion import BASIS, Sameness, SameOpinionPolicy, compare_opinions
from law.sources import cite_basis


@pytest.mark.parametrize("likeness", [0.9, 1.0])
def test_the_same_text_on_the_same_facts_is_refused(likeness: float) -> None:
    with pytest.raises(SameOpinionAgain, match=r">= 0\.90"):
        compare_opinions(same_facts=True, same_outcome=True, likeness=likeness)


def test_other_words_for_the_same_outcome_are_for_a_person_to_judge() -> None:
    found = compare_opinions(same_facts=True, same_outcome=True, likeness=0.5)
    assert found is Sameness.ask


def test_another_outcome_is_another_opinion() -> None:
    found = compare_opinions(same_facts=True, same_outcome=False, likeness=0.5)
    assert found is Sameness.different


def test_other_facts_may_lead_to_the_same_words() -> None:
    found = compare_opinions(same_facts=False, same_outcome=True, likeness=1.0)
    assert found is Sameness.different


def test_an_office_without_the_rule_may_switch_it_off() -> None:
    policy = SameOpinionPolicy(is_on=False)
    found = compare_opinions(same_facts=True, same_outcome=True, likeness=1.0, policy=policy)
    assert found is Sameness.different


def test_it_is_never_printed_as_law() -> None:
    assert "可配置默认值" in cite_basis(BASIS)
