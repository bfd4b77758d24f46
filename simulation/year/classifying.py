"""How a petition is classified: for which unit, assigned or simple, and which routes are open."""

from datetime import timedelta

from simulation.answers import DAYS_FOR_A_REPORT, NOTE, Form, assigned
from simulation.year.question import Question

OPEN_ROUTES: dict[str, tuple[str, ...]] = {
    "duty": ("duty_open",),
    "choice_made": ("administrative_open", "duty_open"),
    "choice_not_made": ("arbitration_open", "duty_open"),
    "litigation_letter": ("litigation",),
    "litigation_visit": ("litigation",),
}
IMPORTS = ("arbitration_open", "party_appeal_open", "administrative_open")
GROUNDS = ("clear_facts", "daily_life", "promise_made", "other")
SIMPLE = ("simple", "simple_switched", "simple_switch_refused")
ASSIGNED = ("assigned", "assigned_report_returned", "assignment_not_signed_once")
LATER_DAYS = 20  # a report that was not signed for gets some days more


def classified(question: Question, form: Form) -> Form:
    """The form of `classify_petition`, after the proposal or, with a note, otherwise."""
    plan = question.plan
    found: Form = {"category": plan.category, "unit": question.unit(), "note": NOTE}
    if question.goes("lower_bureau"):
        found["unit"] = question.lower_bureau
    if question.goes(*SIMPLE):
        ground = "instant_answer" if plan.kind == "question" else plan.dice("g").choice(GROUNDS)
        found["simple_ground"] = ground
    if question.goes("import_taken_up", "import_not_taken_up"):
        found["facts"] = [plan.dice("route").choice(IMPORTS)]
    elif plan.path in OPEN_ROUTES:
        found["facts"] = list(OPEN_ROUTES[plan.path])
    if question.goes(*ASSIGNED):
        found |= {
            key: value
            for key, value in assigned(form, question.today).items()
            if key in ("dispatch_mode", "report_due_on")
        }
        if not question.is_first:
            later = question.today + timedelta(DAYS_FOR_A_REPORT + LATER_DAYS)
            found["report_due_on"] = later.isoformat()
    if question.goes("part_is_sealed"):
        found["claims"] = [{"ordinal": 2, "category": "report"}]
    if question.goes("several_units"):
        found["claims"] = [{"ordinal": 2, "unit": question.unit(1)}]
    return found
