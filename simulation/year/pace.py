"""On which day somebody comes to a task: along the way to the answer, and some days after it."""

from datetime import date, timedelta

from simulation.year.figures import REPLIES_ON_WEEKDAYS
from simulation.year.plan import PetitionPlan

# Share of the time to the answer after which a step is taken, and the most days it takes from the
# receipt of the petition: what has a period of its own is not put off as long as the answer.
BEFORE: dict[str, tuple[float, float]] = {
    "judge_repetition": (0.0, 3),
    "confirm_new_facts": (0.05, 5),
    "arrange_care": (0.1, 9),
    "classify_petition": (0.1, 8),
    "sign_assignment": (0.15, 10),
    "forward_matter": (0.2, 11),
    "guide_visitor": (0.3, 12),
    "examine_matter": (0.25, 18),
    "assign_handler": (0.35, 25),
    "hear_petitioner": (0.5, 1e9),
    "investigate_facts": (0.7, 1e9),
    "draft_opinion": (0.85, 1e9),
    "review_legality": (0.92, 1e9),
}
# The answer itself.
ANSWERS = {
    "sign_opinion", "answer_simply", "perform_duty", "record_procedure_result",
    "study_suggestion", "hand_over_report",
}  # fmt: skip
# Fewest and most days after the task has come.
AFTER: dict[str, tuple[int, int]] = {
    "decide_objection": (0, 2),
    "redispatch_matter": (0, 2),
    "negotiate_lead": (0, 3),
    "decide_lead_by_superior": (0, 3),
    "decide_lead_by_conference": (0, 3),
    "approve_switch": (0, 1),
    "decide_extension": (0, 2),
    "hand_over_document": (0, 5),
    "counsel_petitioner": (0, 6),
    "supervise_execution": (3, 20),
    "complete_closing_checks": (0, 3),
    "write_closing_report": (0, 2),
    "check_closing_report": (0, 4),
    "follow_up_petitioner": (2, 20),
    "examine_request": (0, 2),
    "obtain_file": (1, 4),
    "investigate_review": (2, 9),
    "draft_review_opinion": (1, 5),
    "sign_review_opinion": (0, 3),
    "check_execution": (5, 28),
    "arrange_hearing": (0, 1),
    "hold_hearing": (14, 17),  # not before the day that the notice names
    "ask_consent": (0, 3),
    "mediate_dispute": (1, 8),
    "confirm_performance": (5, 18),
    "record_judicial_confirmation": (3, 20),
    "record_report_feedback": (10, 50),
    "sign_supervision_letter": (0, 3),
    "give_feedback": (2, 14),
    "verify_feedback": (0, 4),
    "draft_advice": (1, 6),
    "answer_advice": (5, 40),
}
LATE = {"dispatched_late": ("classify_petition", 22), "told_late": ("examine_matter", 34)}
# They object within five working days, or accept a simple matter within three.
AT_ONCE = {
    "objection_agreed", "objection_refused", "dispute_agreed", "dispute_by_superior",
    "simple", "simple_switched", "simple_switch_refused",
}  # fmt: skip


def day_of(plan: PetitionPlan, element: str, times: int, seen_on: date) -> date | None:
    """The day for this task, which came on `seen_on`; `times` counts how often it came before.

    None: never, for a petition that is withdrawn before it is classified.
    """
    if plan.path == "withdrawn_early" and element == "classify_petition":
        return None
    if element == "examine_matter" and (plan.path in AT_ONCE or times):
        return _worked(plan, element, times, seen_on + timedelta(1))
    if element in BEFORE:
        share, most = BEFORE[element]
        late_step, late = LATE.get(plan.path, ("", 0.0))
        until_answer = (plan.answered_on - plan.day).days * share
        after = max(until_answer, late) if element == late_step else min(until_answer, most)
        wanted = plan.day + timedelta(int(after))
    elif element in ANSWERS and not times:
        wanted = plan.answered_on
    else:
        dice = plan.dice(f"{element} {times}")
        wanted = seen_on + timedelta(dice.randint(*AFTER.get(element, (0, 1))))
    return _worked(plan, element, times, max(wanted, seen_on))


def _worked(plan: PetitionPlan, element: str, times: int, day: date) -> date:
    """The day itself, or the Monday after a week-end: few work then."""
    works = plan.dice(f"week-end {element} {times}").random() > REPLIES_ON_WEEKDAYS
    return day if works or day.weekday() < 5 else day + timedelta(7 - day.weekday())
