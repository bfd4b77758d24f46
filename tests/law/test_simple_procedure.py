"""Simple handling - articles 4 and 5 of its rules, all of it a configurable default."""

import pytest

from law.decision_words import Route
from law.errors import SimpleProcedureExcluded
from law.simple_procedure import (
    BASES,
    Exclusion,
    SimpleFacts,
    SimplePolicy,
    check_simple,
    exclusions_of,
)
from law.sources import cite_basis

A_FIRST_PETITION = SimpleFacts(Route.petition)


def test_a_first_petition_of_one_person_may_be_handled_simply() -> None:
    check_simple(A_FIRST_PETITION)


@pytest.mark.parametrize(
    ("facts", "exclusion"),
    [
        (SimpleFacts(Route.petition, is_repeated=True), Exclusion.repeated),
        (SimpleFacts(Route.petition, is_assigned=True), Exclusion.assigned),
        (SimpleFacts(Route.petition, is_rejected=True), Exclusion.not_supported),
        (SimpleFacts(Route.petition, is_joint=True), Exclusion.joint),
        *(
            (SimpleFacts(route), Exclusion.other_route)
            for route in Route
            if route is not Route.petition
        ),
    ],
)
def test_what_the_rules_exclude_is_refused_and_named(
    facts: SimpleFacts, exclusion: Exclusion
) -> None:
    with pytest.raises(SimpleProcedureExcluded) as refused:
        check_simple(facts)
    assert refused.value.detail == exclusion.value


def test_everything_that_excludes_is_named() -> None:
    facts = SimpleFacts(Route.duty, is_repeated=True, is_joint=True)
    assert exclusions_of(facts) == [Exclusion.repeated, Exclusion.other_route, Exclusion.joint]


def test_an_office_may_exclude_less() -> None:
    policy = SimplePolicy(frozenset({Exclusion.other_route}))
    check_simple(SimpleFacts(Route.petition, is_repeated=True), policy)
    with pytest.raises(SimpleProcedureExcluded):
        check_simple(SimpleFacts(Route.duty, is_repeated=True), policy)


@pytest.mark.parametrize("exclusion", Exclusion)
def test_each_has_its_article_and_is_never_printed_as_law(exclusion: Exclusion) -> None:
    cited = cite_basis(BASES[exclusion])
    assert cited.startswith("《信访事项简易办理办法》第")
    assert "可配置默认值" in cited
