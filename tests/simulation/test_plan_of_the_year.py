"""The plan of a simulated year: the same with the same seed, and like the published figures."""

from collections import Counter
from datetime import date

import pytest

from simulation.year.figures import KINDS, MEDIAN_A_DAY, MOST_A_DAY, REPLY_DAYS
from simulation.year.paths import BY_NAME, FROM_MANY, REPEATS
from simulation.year.plan import PetitionPlan, plan_year

UNITS = ["zj", "rs", "jy"]


@pytest.fixture(scope="module")
def plans() -> list[PetitionPlan]:
    return plan_year(2026, 2000, 1, UNITS)


def test_the_same_seed_gives_the_same_plan_and_another_seed_another() -> None:
    first, again, other = (plan_year(2026, 120, seed, UNITS) for seed in (7, 7, 8))
    assert first == again
    assert [plan.subject for plan in first] != [plan.subject for plan in other]


def test_as_many_come_in_as_were_asked_for_in_order_and_within_the_year(
    plans: list[PetitionPlan],
) -> None:
    assert [plan.index for plan in plans] == list(range(2000))
    days = [plan.day for plan in plans]
    assert days == sorted(days)
    assert (days[0].year, days[-1].year) == (2026, 2026)


def test_answer_times_follow_the_published_quantiles(plans: list[PetitionPlan]) -> None:
    days = sorted(plan.days for plan in plans)
    for share, published in REPLY_DAYS[1:-1]:
        assert days[int(share * len(days))] == pytest.approx(published, rel=0.15)


def test_most_come_on_weekdays_and_no_day_has_more_than_the_published_most(
    plans: list[PetitionPlan],
) -> None:
    on_weekdays = sum(plan.day.weekday() < 5 for plan in plans) / len(plans)
    assert on_weekdays == pytest.approx(0.83, abs=0.02)
    most = max(Counter(plan.day for plan in plans).values())
    assert most <= MOST_A_DAY / MEDIAN_A_DAY * len(plans) / 365 + 1


def test_kinds_are_in_the_published_proportion(plans: list[PetitionPlan]) -> None:
    kinds = Counter(plan.kind for plan in plans)
    for kind, percent in KINDS.items():
        assert kinds[kind] / len(plans) * 100 == pytest.approx(percent, abs=0.2)


def test_few_answers_are_given_at_week_ends(plans: list[PetitionPlan]) -> None:
    weekend = sum(plan.answered_on.weekday() >= 5 for plan in plans)
    assert weekend / len(plans) < 0.06


def test_a_large_year_goes_every_way(plans: list[PetitionPlan]) -> None:
    gone = {plan.path for plan in plans}
    assert set(BY_NAME) <= gone
    assert len(plans) >= FROM_MANY


def test_what_a_way_needs_is_given(plans: list[PetitionPlan]) -> None:
    for plan in plans:
        way = BY_NAME.get(plan.path)
        if way is None:
            continue
        assert way.days[0] <= plan.days <= way.days[1]
        assert way.form in (None, plan.form)
        assert (plan.earlier is not None) == (plan.path in REPEATS)


def test_who_repeats_is_the_same_person_with_the_same_matter_and_comes_later(
    plans: list[PetitionPlan],
) -> None:
    repeating = [plan for plan in plans if plan.earlier is not None]
    assert repeating
    for plan in repeating:
        earlier = plans[plan.earlier or 0]
        assert earlier.day < plan.day
        assert earlier.subject == plan.subject
        is_same = plan.path != "same_matter_of_another"
        assert (earlier.person == plan.person) == is_same


def test_nobody_shares_name_telephone_number_or_address_with_another(
    plans: list[PetitionPlan],
) -> None:
    people = {person for plan in plans for person in (plan.person, *plan.companions)}
    words = Counter(word for person in people for word in person.words)
    assert max(words.values()) == 1


def test_a_year_of_twenty_petitions_can_be_planned() -> None:
    plans = plan_year(2026, 20, 1, UNITS)
    assert len(plans) == 20
    assert all(plan.day >= date(2026, 1, 1) for plan in plans)
