"""Ways of a report on an official (article 30), and of what is grave or urgent (article 25)."""

from simulation.answers import Form, Task
from tests.engine.procedure.driver import LEAVE_OPEN, Case, Scenario
from tests.engine.procedure.requests import Step, claims, held, post, several
from tests.engine.procedure.scenarios import classified
from tests.engine.procedure.units import DRAINAGE, ZJ

REPORT = classified(category="report")
ABOUT_CADRE: Form = {
    "is_about_cadre": "yes",
    "organisation_department": "示范市委组织部",
    "is_major_report": "no",
}
MAJOR: Form = ABOUT_CADRE | {"is_major_report": "yes", "leaders": "负责同志"}
NO_FEEDBACK: Form = {
    "feedback": "not_given",
    "feedback_on": None,
    "result": None,
    "is_reporter_told": None,
}


def withdraws_report(*, in_public_interest: bool, leaves: bool) -> Step:
    """The sealed desk takes the statement; the task is left where the report ends."""

    def step(case: Case, task: Task) -> Form:
        body = {
            "reason": "不再反映",
            "is_written": True,
            "in_public_interest": in_public_interest,
        }
        case.notes["withdrawal"] = post(case, "sealed", "/withdrawal", body)
        return LEAVE_OPEN if leaves else case.usual(task["element_id"], task)

    return step


def raises_urgent(case: Case, task: Task) -> Form:
    """Somebody threatens at the window; the task is done as usual."""
    body = {
        "kind": "violence_or_threat",
        "situation": "来访人扬言伤人",
        "conduct": "insult_violence_or_threat",
    }
    if "urgent" not in case.notes:
        case.notes["urgent"] = post(case, "clerk", "/urgent-reports", body)
    return case.usual(task["element_id"], task)


REPORT_SCENARIOS = [
    Scenario(
        "merged_on_day_forty",
        answers={"classify_petition": classified(unit=DRAINAGE), "hear_petitioner": held},
    ),
    Scenario(
        "urgent_in_time",
        answers={
            "classify_petition": classified(),
            "hear_petitioner": raises_urgent,
            "sign_urgent_report": [{"is_urgent_signed": "no", "note": "补充措施"}, {}],
            "follow_urgent_matter": [{"urgent_step": "update", "conclusion": None}, {}],
        },
    ),
    Scenario(
        "urgent_and_late",
        answers={
            "classify_petition": classified(),
            "assign_handler": raises_urgent,
            "report_by_phone": held,
            "draft_urgent_report": held,
        },
    ),
    Scenario(
        "report_about_a_cadre",
        answers={"classify_petition": REPORT, "hand_over_report": ABOUT_CADRE},
    ),
    Scenario(
        "major_report_without_feedback",
        answers={
            "classify_petition": REPORT,
            "hand_over_report": MAJOR,
            "record_report_feedback": NO_FEEDBACK,
        },
    ),
    Scenario(
        "report_withdrawn",
        answers={
            "classify_petition": REPORT,
            "hand_over_report": withdraws_report(in_public_interest=False, leaves=True),
        },
        end="withdrawn",
    ),
    Scenario(
        "report_goes_on_after_withdrawal",
        answers={
            "classify_petition": REPORT,
            "hand_over_report": withdraws_report(in_public_interest=True, leaves=False),
            "record_report_feedback": withdraws_report(in_public_interest=False, leaves=False),
        },
    ),
    Scenario(
        "complaint_with_a_report",
        petition=several(2),
        answers={"classify_petition": classified(claims=claims(("claim", ZJ), ("report", ZJ)))},
    ),
]
