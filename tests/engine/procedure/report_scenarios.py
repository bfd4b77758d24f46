"""Ways of a report on an official (30), of what is urgent (25), of who has a matter (24, 28)."""

from simulation.answers import Form, Task
from tests.engine.procedure.driver import LEAVE_OPEN, Case, Scenario
from tests.engine.procedure.requests import Step, claims, held, post, several
from tests.engine.procedure.scenarios import classified
from tests.engine.procedure.units import DRAINAGE, RS, ZJ

REPORT = classified(category="report")
ABOUT_CADRE: Form = {
    "is_about_cadre": "yes",
    "organisation_department": "示范市委组织部",
    "is_major_report": "no",
}
MAJOR: Form = ABOUT_CADRE | {"is_major_report": "yes", "leaders": "负责同志"}
NO_FEEDBACK: Form = {
    "report_feedback": "not_given",
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


def transfers(case: Case, task: Task) -> Form:
    """The bureau gives the matter to another unit; what the former one did is taken away."""
    if "transferred" in case.notes:
        return case.usual(task["element_id"], task)
    case.notes["transferred"] = case.matters[0].accepted_on
    post(case, "classifier", "/matters/1/transfer", {"unit": RS, "reason": "职权划分"})
    return LEAVE_OPEN


def recuses(case: Case, task: Task) -> Form:
    """The handler turns out to have an interest; a colleague goes on."""
    body = {"user": "handler_zj", "handler": "handler2_zj", "reason": "近亲属"}
    if "recused" not in case.notes:
        case.notes["recused"] = True
        post(case, "unit_leader_zj", "/matters/1/recusal", body)
    return case.usual(task["element_id"], task)


REPORT_SCENARIOS = [
    Scenario(
        "transferred_by_the_bureau",
        answers={"classify_petition": classified(), "hear_petitioner": transfers},
    ),
    Scenario(
        "handler_recused",
        answers={
            "classify_petition": classified(),
            "assign_handler": {"handler": "handler_zj"},
            "review_legality": recuses,
        },
    ),
    Scenario(
        "suggestion_rewarded",
        answers={
            "classify_petition": classified(category="opinion"),
            "study_suggestion": {"adoption": "partly", "is_rewarded": True, "reward": "荣誉证书"},
        },
    ),
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
