"""The forms as they are usually filled in: one answer per user task of the procedure.

`usual_answer` gives the plainest way through. Runs and tests change single fields of it.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

Form = dict[str, Any]
Task = dict[str, Any]  # GET /api/tasks/{key}

FACTS = "经调查，有关情况已经查明，责任清楚。"
ANSWER = "经研究，现就该项诉求答复如下：有关单位应当依法办理，并告知办理结果。"
LEGAL_BASIS = "《信访工作条例》第三十二条"
DEMAND = "立即办理，并书面反馈办理情况。"
NOTE = "情况已经核实。"
DAYS_TO_A_HEARING = 14  # later than any notice asks for, no rule of law
DAYS_TO_PERFORM = 20  # what both sides agree on here
DAYS_FOR_A_REPORT = 45  # what a leader writes into an assignment letter here, no rule of law


def usual_answer(element: str, task: Task, today: date) -> Form:
    """The form of this user task, as GET /api/tasks/{key} gives it, filled in on that day.

    Raises KeyError for a user task that is not known here.
    """
    return USUAL[element](task["data"], today)


def _yes(field: str, **more: Any) -> Callable[[Form, date], Form]:  # noqa: ANN401 - form values
    return lambda _given, _today: {field: "yes", **more}


def _classify(given: Form, _today: date) -> Form:
    return {
        "category": given.get("proposed_category") or "claim",
        "unit": given.get("unit") or given["unit_options"][0]["value"],
        "dispatch_mode": "forward",
        "note": NOTE,
    }


def assigned(form: Form, today: date) -> Form:
    """The same classification with 交办: a day for the report to come back."""
    due = today + timedelta(days=DAYS_FOR_A_REPORT)
    return {**form, "dispatch_mode": "assign", "report_due_on": due.isoformat()}


def _examine(given: Form, _today: date) -> Form:
    route = given.get("proposed_route") or "petition"
    form = {"power": "own", "route": route, "note": NOTE}
    if route != "petition":
        return form
    proposed = given.get("proposed_procedure")
    return form | {"procedure": "simple" if proposed == "simple" else "ordinary"}


def _first_unit(given: Form, _today: date) -> Form:
    return {"unit": given["unit_options"][0]["value"], "note": NOTE}


def _handler(given: Form, _today: date) -> Form:
    return {"handler": given["handler_options"][0]["value"]}


def _hearing(_given: Form, today: date) -> Form:
    return {"heard_on": today.isoformat(), "statement": "信访人陈述了事实和理由。"}


def _investigation(given: Form, _today: date) -> Form:
    people = [option["value"] for option in given["handler_options"]]
    form: Form = {"investigators": people[:2], "findings": FACTS, "evidence": "询问笔录、现场照片"}
    return form if len(people) > 1 else form | {"note": "本单位只有一名承办人。"}


def _request(given: Form, _today: date) -> Form:
    answer = given.get("review_answer") or "accept"
    form: Form = {"review_answer": answer, "note": NOTE}
    if answer == "refuse":
        form["review_reason"] = given.get("review_reason") or "late"
    if answer == "ask_to_complete":
        form["missing"] = given.get("missing") or ["evidence"]
    return form


def _review(given: Form, _today: date) -> Form:
    people = [option["value"] for option in given["handler_options"]]
    judged = dict.fromkeys(
        ("facts_judged", "basis_judged", "procedure_judged", "appropriateness_judged"), "right"
    )
    return {"investigators": people[:2], "findings": FACTS, "note": NOTE, **judged}


def _arrangement(given: Form, today: date) -> Form:
    return {
        "hearing_on": (today + timedelta(days=DAYS_TO_A_HEARING)).isoformat(),
        "hearing_time": "上午九时",
        "place": "信访接待大厅听证室",
        "chair": given["chair_options"][0]["value"],
        "hearing_members": "听证员两名，记录人一名",
        "is_public": "yes",
    }


def _hearing_held(_given: Form, today: date) -> Form:
    return {
        "hearing_result": "held",
        "held_on": today.isoformat(),
        "record": "各方陈述了事实和理由，进行了举证、质证和辩论。",
        "record_signed_by": "各方参加人",
        "conclusion": "争议的事实已经查清，责任明确。",
        "concluded_on": today.isoformat(),
    }


def _agreement(_given: Form, today: date) -> Form:
    return {
        "is_agreed": "yes",
        "mediator": "调解员",
        "agreement_kind": "mediation",
        "parties": "信访人；对方单位",
        "dispute": "双方对费用的承担有争议。",
        "agreement": "对方单位承担维修费用。",
        "performance_way": "一次付清",
        "agreed_on": today.isoformat(),
        "perform_until": (today + timedelta(days=DAYS_TO_PERFORM)).isoformat(),
    }


def _opinion(_given: Form, _today: date) -> Form:
    return {"outcome": "support", "facts": FACTS, "answer": ANSWER, "legal_basis": LEGAL_BASIS}


def _service(_given: Form, today: date) -> Form:
    return {
        "way": "in_person",
        "on": today.isoformat(),
        "is_document_served": "yes",
        "is_proved": True,
    }


def _negotiation(given: Form, _today: date) -> Form:
    units = [option["value"] for option in given["unit_options"]][:2]
    return {"is_lead_agreed": "yes", "units": units, "unit": units[0], "note": NOTE}


def _verification(_given: Form, today: date) -> Form:
    verified = {"verification": "phone", "verified_on": today.isoformat()}
    return {**verified, "is_corrected": "yes", "note": NOTE}


def _draft(given: Form, _today: date) -> Form:
    return {
        "kind": given.get("kind") or "improve",
        "unit": given.get("unit") or given["unit_options"][0]["value"],
        "duty_causes": "承办环节无人跟进。",
        "policy_causes": "无",
        "conduct_causes": "责任心不强。",
        "suggestion": "建立按期办理和提醒的制度。",
    }


USUAL: dict[str, Callable[[Form, date], Form]] = {
    "judge_repetition": lambda _given, _today: {"same_matter": [], "other_person": []},
    "confirm_new_facts": _yes("is_new_facts_confirmed", note=NOTE),
    "arrange_care": lambda _given, _today: {"care": "由户籍地做好疏导帮扶。"},
    "classify_petition": _classify,
    "sign_assignment": _yes("is_assignment_signed"),
    "redispatch_matter": _first_unit,
    "forward_matter": _first_unit,
    "negotiate_lead": _negotiation,
    "decide_lead_by_superior": _first_unit,
    "decide_lead_by_conference": _first_unit,
    "guide_visitor": lambda _given, _today: {"explanation": "已经当面释法明理。"},
    "study_suggestion": lambda _given, _today: {"adoption": "adopted", "answer": ANSWER},
    "hand_over_report": lambda _given, _today: {
        "organ": "有管理权限的机关",
        "is_about_cadre": "no",
    },
    "record_report_feedback": lambda _given, today: {
        "report_feedback": "given",
        "feedback_on": today.isoformat(),
        "result": "已经依规受理。",
        "is_reporter_told": "yes",
    },
    "report_by_phone": lambda _given, _today: {"told_to": "市委、市政府值班室"},
    "draft_urgent_report": lambda given, _today: {
        "situation": given.get("situation") or FACTS,
        "measures": "已经派人到场。",
    },
    "sign_urgent_report": _yes("is_urgent_signed"),
    "follow_urgent_matter": lambda _given, _today: {
        "measures": "已经化解。",
        "urgent_step": "close",
        "conclusion": "没有造成影响。",
    },
    "examine_matter": _examine,
    "decide_objection": _yes("is_objection_agreed", note=NOTE),
    "assign_handler": _handler,
    "hear_petitioner": _hearing,
    "investigate_facts": _investigation,
    "arrange_hearing": _arrangement,
    "hold_hearing": _hearing_held,
    "ask_consent": _yes(
        "within_discretion",
        petitioner_agrees="yes",
        other_side_agrees="yes",
        other_side="对方单位",
    ),
    "mediate_dispute": _agreement,
    "record_judicial_confirmation": _yes("is_confirmation_asked", is_confirmed="yes"),
    "confirm_performance": lambda _given, today: {
        "is_agreement_performed": "yes",
        "performed_on": today.isoformat(),
        "note": NOTE,
    },
    "draft_opinion": _opinion,
    "review_legality": _yes("is_lawful"),
    "sign_opinion": _yes("is_opinion_signed"),
    "decide_extension": _yes("is_extension_approved"),
    "answer_simply": lambda given, today: {"suits_simple": "yes"} | _opinion(given, today),
    "approve_switch": _yes("is_switch_approved"),
    "perform_duty": _yes("is_performed", answer=ANSWER, legal_basis=LEGAL_BASIS),
    "record_procedure_result": _yes("is_taken_up", organ="有权机关", result="已经接收。"),
    "hand_over_document": _service,
    "supervise_execution": lambda _given, today: {
        "is_performed": "yes",
        "performed_on": today.isoformat(),
        "evidence": "验收记录",
    },
    "counsel_petitioner": lambda _given, today: {"counselled_on": today.isoformat(), "note": NOTE},
    "complete_closing_checks": lambda _given, _today: {"is_settled": True, "aid": "none"},
    "write_closing_report": lambda _given, _today: {
        "report": FACTS + ANSWER,
        "contact": "承办科室",
    },
    "check_closing_report": _yes("is_report_accepted"),
    "follow_up_petitioner": _yes("reached", attitude="agrees"),
    "check_execution": _yes("is_performed"),
    "examine_request": _request,
    "obtain_file": lambda _given, today: {
        "on": today.isoformat(),
        "file_list": "处理意见书、送达回证、调查材料。",
    },
    "investigate_review": _review,
    "draft_review_opinion": lambda _given, _today: {
        "review_outcome": "upheld",
        "facts": FACTS,
        "answer": "经审查，原意见事实清楚、依据正确、程序合法、处理适当，予以维持。",
        "legal_basis": "《信访工作条例》第三十五条、第三十六条",
    },
    "sign_review_opinion": _yes("is_review_signed"),
    "publish_review_opinion": lambda _given, _today: {"is_published": "no"},
    "sign_supervision_letter": _yes("is_letter_signed", problem=FACTS, demand=DEMAND),
    "arrange_talk": lambda _given, today: {
        "talk_on": today.isoformat(),
        "place": "信访局会议室",
        "problem": FACTS,
    },
    "hold_talk": lambda _given, today: {
        "held_on": today.isoformat(),
        "statement": "单位说明了情况。",
        "demand": DEMAND,
    },
    "announce_supervision": lambda _given, _today: {"problem": FACTS, "demand": DEMAND},
    "order_correction": _yes("is_corrected", note=NOTE),
    "give_feedback": lambda _given, _today: {"feedback": "已经办理，并告知信访人。"},
    "verify_feedback": _verification,
    "draft_advice": _draft,
    "answer_advice": lambda _given, _today: {
        "adoption": "adopted",
        "adoption_reason": "已经建立按期办理的制度。",
    },
}
