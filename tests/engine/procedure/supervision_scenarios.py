"""Supervised cases: what opens the supervision, and how far it goes."""

from datetime import date, timedelta
from typing import Any

from law.instants import end_of_day
from simulation.answers import Form, Task, assigned
from tests.engine.moved_time import now_of, today_of
from tests.engine.procedure.driver import LEAVE_OPEN, WAIT, Answer, Case, Cohort, Scenario, changed
from tests.engine.procedure.requests import held, post
from tests.engine.procedure.scenarios import NO, classified
from tests.engine.procedure.units import ZJ
from tests.engine.procedure.year import release, withdraw_clocks
from tests.running import Running

NOT_CORRECTED = {"is_corrected": "no", "verification": "on_site"}
# Waits for the unit for ever: what is not fed back climbs.
SILENT: dict[str, Any] = {"give_feedback": LEAVE_OPEN}
UNSUPPORTED: dict[str, Any] = {"supervise_execution": {"is_performed": "no", "performed_on": None}}


def once_unwatched(element: str, watched: str, **answer: str) -> Answer:
    """Waits until the clock beside it was taken away and its watch has ended."""

    def step(case: Case, task: Task) -> Form:
        return changed(case.usual(element, task), answer) if watched in case.visited() else WAIT

    return step


def late(name: str, element: str, **answers: Any) -> Scenario:
    """Somebody holds up this step."""
    given: dict[str, Answer | list[Answer]] = {"classify_petition": classified(), element: held}
    return Scenario(name, answers=given | answers)


def ordered(name: str, **answers: Any) -> Scenario:
    """A case that goes its way, in which a supervision is ordered by hand."""
    return late(name, "draft_opinion", **answers)


def reported(name: str, **answers: Any) -> Scenario:
    """An assigned matter, about which the unit has to report."""

    def assigns(case: Case, task: Task) -> Form:
        usual = case.usual("classify_petition", task)
        forwarded = {"category": "claim", "unit": ZJ}
        return assigned(usual, today_of(case.xinfang)) | forwarded

    return Scenario(name, answers={"classify_petition": assigns, **answers})


SUPERVISED = [
    late("late_dispatch", "classify_petition", order_correction=[{"is_corrected": "no"}, {}]),
    late("dispatched_meanwhile", "classify_petition", order_correction=LEAVE_OPEN),
    late("late_notice", "examine_matter"),
    late("late_answer", "draft_opinion"),
    late("answered_meanwhile", "draft_opinion", **SILENT),
    reported("late_report", write_closing_report=held),
    reported(
        "returned_twice",
        check_closing_report=[
            {"is_report_accepted": "no", "defects": "未逐项答复"},
            {"is_report_accepted": "no", "defects": "仍未逐项答复"},
            held,
        ],
    ),
    Scenario(
        "not_carried_out",
        answers={"classify_petition": classified(), "check_execution": {"is_performed": "no"}},
    ),
    Scenario(
        "dissatisfied",
        answers={
            "classify_petition": classified(),
            "check_execution": LEAVE_OPEN,
            **UNSUPPORTED,
        },
    ),
    ordered("fed_back_on_the_letter"),
    ordered("verified_on_site_and_talked_to", verify_feedback=[NOT_CORRECTED, {}]),
    ordered(
        "no_letter_needed",
        sign_supervision_letter={
            "is_letter_signed": "no",
            "problem": None,
            "demand": None,
            **NO,
        },
    ),
    ordered("every_step_in_vain", **SILENT),
    ordered("policy_suggested", answer_advice={"adoption": "partly"}),
    ordered(
        "liability_suggested",
        answer_advice=once_unwatched("answer_advice", "adoption_watched", adoption="not_adopted"),
    ),
    ordered(
        "fed_back_unwatched", give_feedback=once_unwatched("give_feedback", "feedback_watched")
    ),
    ordered("advice_left_unanswered", answer_advice=LEAVE_OPEN),
]
BY_HAND = {
    "fed_back_on_the_letter": "leader_order",
    "fed_back_unwatched": "leader_order",
    "verified_on_site_and_talked_to": "shirks_or_deceives",
    "no_letter_needed": "breaks_procedure",
    "every_step_in_vain": "leader_order",
    "policy_suggested": "policy_problem",
    "liability_suggested": "grave_consequence",
    "advice_left_unanswered": "policy_problem",
}


def lived_through(xinfang: Running) -> Cohort:
    """All of them on this installation."""
    cohort = Cohort(xinfang, SUPERVISED)
    live_through(cohort)
    return cohort


def live_through(cohort: Cohort) -> None:
    """From the filing until every supervision has come as far as it goes."""
    cohort.file()
    cohort.work()
    for name, trigger in BY_HAND.items():
        body = {"trigger": trigger, "reason": "领导批示", "matter": 1}
        post(cohort[name], "supervisor", "/supervisions", body, 201)
    rating = {"bureau": "satisfied", "unit": "dissatisfied", "reason": "仍未落实"}
    post(cohort["dissatisfied"], "clerk", "/rating", rating)
    cohort.work()
    withdraw_clocks(cohort["fed_back_unwatched"], "D17a")
    withdraw_clocks(cohort["liability_suggested"], "D17")
    pass_a_period(cohort)  # dispatch and notice are late; the first letter was in vain
    release(cohort, "dispatched_meanwhile")
    cohort.work()
    for _ in range(3):
        pass_a_period(cohort)
    pass_the_end_of(cohort["late_answer"], cohort, "D05")  # the report is late by now too
    release(cohort, "answered_meanwhile", "returned_twice")
    cohort.work()


def pass_a_period(cohort: Cohort) -> None:
    """Until the feedback that is awaited in vain is late."""
    pass_the_end_of(cohort["every_step_in_vain"], cohort, "D17a")


def pass_the_end_of(case: Case, cohort: Cohort, code: str) -> None:
    """Until a day after the last day of the newest clock of this code, if that is to come."""
    over = end_of_day(date.fromisoformat(case.due(code))) + timedelta(days=1)
    if over > now_of(cohort.xinfang):
        cohort.pass_until(over)
