"""On which day somebody comes to a task, and what is asked for beside the tasks."""

from datetime import date, timedelta

from simulation.year.acts import act_after, act_on_seeing, acts_at_filing, request
from simulation.year.figures import REVIEWABLE
from simulation.year.pace import day_of
from simulation.year.plan import PetitionPlan

MONDAY = date(2026, 3, 2)


def plan(path: str = "plain", days: float = 20.0) -> PetitionPlan:
    answered_on = MONDAY + timedelta(round(days))
    return PetitionPlan(
        0, MONDAY, "complaint", "online", days, path=path, answered_on=answered_on, seed="x"
    )


def test_steps_lead_up_to_the_answer_in_order_and_the_answer_comes_on_its_day() -> None:
    steps = ("classify_petition", "examine_matter", "hear_petitioner", "draft_opinion")
    days = [day_of(plan(), step, 0, MONDAY) for step in steps]
    assert days == sorted(day or date.max for day in days)
    assert day_of(plan(), "sign_opinion", 0, MONDAY) == MONDAY + timedelta(21)  # a Monday


def test_a_long_answer_does_not_put_off_what_has_a_period_of_its_own() -> None:
    slow = plan(days=300.0)
    classified = day_of(slow, "classify_petition", 0, MONDAY)
    assert classified is not None
    assert (classified - MONDAY).days < 12
    late = day_of(plan("dispatched_late", 300.0), "classify_petition", 0, MONDAY)
    assert late is not None
    assert (late - MONDAY).days > 15


def test_nobody_classifies_what_is_withdrawn_first() -> None:
    assert day_of(plan("withdrawn_early"), "classify_petition", 0, MONDAY) is None
    assert [act.name for act in acts_at_filing(plan("withdrawn_early"))] == ["withdraw"]


def test_no_task_is_done_before_it_has_come() -> None:
    later = MONDAY + timedelta(100)
    for step in ("classify_petition", "sign_opinion", "follow_up_petitioner", "unheard_of"):
        day = day_of(plan(), step, 0, later)
        assert day is not None
        assert day >= later


def test_a_choice_follows_the_examination_and_a_rating_the_answer() -> None:
    choosing = act_after(plan("choice_made"), "examine_matter", 0, MONDAY)
    assert choosing is not None
    assert request(choosing, "b", "u").body == {"route": "administrative"}
    assert act_after(plan("choice_made"), "examine_matter", 1, MONDAY) is None
    assert act_after(plan(), "examine_matter", 0, MONDAY) is None
    rated = plan()
    rated.rating = "satisfied"
    rating = act_on_seeing(rated, "follow_up_petitioner", MONDAY)
    assert rating is not None
    assert request(rating, "b", "u").body["unit"] == "satisfied"
    rated.path = "anonymous"
    assert act_on_seeing(rated, "follow_up_petitioner", MONDAY) is None


def test_who_is_not_content_asks_for_review_after_the_opinion_is_served() -> None:
    asking = next(one for n in range(2000) if (one := numbered(n)).review == "withdrawn")
    asked = act_on_seeing(asking, "hand_over_document", MONDAY)
    assert asked is not None
    assert request(asked, "b", "u").path == "matters/1/review-requests"
    back = act_after(asking, "examine_request", 0, MONDAY)
    assert back is not None
    assert request(back, "b", "u").body["is_written"] is True
    silent = next(one for n in range(2000) if (one := numbered(n)).review is None)
    assert act_on_seeing(silent, "hand_over_document", MONDAY) is None


def test_so_many_ask_for_review_as_is_published() -> None:
    """More are drawn than ask: not every petition has an opinion that can be reviewed."""
    drawn = sum(numbered(n).review is not None for n in range(4000))
    assert abs(drawn / 4000 * REVIEWABLE - 4 * 31 / 2000) < 0.01


def numbered(index: int) -> PetitionPlan:
    return PetitionPlan(index, MONDAY, "complaint", "online", 20.0, seed="x")
