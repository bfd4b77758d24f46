"""What people write into the form of each task: the usual, but for what the way of a petition asks.

`times` of a question says how often the same task of the same matter was answered before, so that
an opinion is refused once and signed the second time.
"""

from collections.abc import Callable

from simulation.answers import LEGAL_BASIS, NOTE, Form, usual_answer
from simulation.year.classifying import classified
from simulation.year.people import MARK
from simulation.year.question import Question
from simulation.year.service import service_answer

OBJECTING = ("objection_agreed", "objection_refused", "dispute_agreed", "dispute_by_superior")
SUPERVISED = ("problem", "demand", "feedback", "suggestion", "adoption_reason")
DISPUTED = ("dispute_agreed", "dispute_by_superior")
HEARD = ("heard", "hearing_postponed")
MEDIATED = ("settled", "settled_and_confirmed", "mediation_refused", "agreement_not_performed")
# Shares of those it may happen to, all ours.
HEAR, CADRES, MAJOR, REWARDED = 0.3, 0.3, 0.4, 0.2
DRAFTS: tuple[Form, ...] = (
    {},
    {
        "facts": "经再次调查，当事双方的陈述、书面记录和现场情况已经逐一核对。",
        "answer": "请求的事项由责任单位在规定时间内落实，办理结果另行书面告知。",
    },
    {
        "facts": "重新询问了证人并调取档案之后，时间、金额和责任人都已经确定。",
        "answer": "现更正此前的结论，应当补办的手续和应当支付的款项一并办结。",
    },
)
NOT_OURS: Form = {"power": "none", "route": None, "procedure": None}


def answer(question: Question) -> Form:
    """The form filled in. Raises KeyError for a task that is not known here."""
    form = usual_answer(question.element, question.task, question.today)
    special = SPECIAL.get(question.element)
    return _marked(form | special(question, form) if special else form)


def _marked(form: Form) -> Form:
    """The form without what is not asked then; what people write carries the mark.

    It must not get to the engine either.
    """
    written = (
        *("note", "answer", "facts", "findings", "statement", "report", "care", "explanation"),
        *("record", "conclusion", "dispute", "agreement"),
        *SUPERVISED,
    )
    marked = {key: f"{form[key]}（{MARK}）" for key in written if isinstance(form.get(key), str)}
    return {key: value for key, value in (form | marked).items() if value is not None}


def _judge(question: Question, _form: Form) -> Form:
    options = [option["value"] for option in question.task["data"].get("earlier_options", [])]
    if question.earlier_id not in options:
        return {}
    is_other = question.goes("same_matter_of_another")
    is_new = question.goes("repeats_with_new_facts")
    return {
        "same_matter": [question.earlier_id],
        "other_person": [question.earlier_id] if is_other else [],
        **({"new_facts": True, "note": NOTE} if is_new else {}),
    }


def _examine(question: Question, _form: Form) -> Form:
    dispute = question.goes(*DISPUTED) and question.times < 2
    if dispute or (question.goes(*OBJECTING) and question.is_first):
        reasons = {"objection_reasons": f"不属本单位职权。{MARK}", "objection_basis": LEGAL_BASIS}
        return NOT_OURS | reasons
    if question.goes("at_unit_refused"):
        return NOT_OURS | {"legal_path": f"请向有权处理的单位提出。{MARK}"}
    return {}


def _object(question: Question, _form: Form) -> Form:
    return {"is_objection_agreed": "yes" if question.goes("objection_agreed") else "no"}


def _negotiate(question: Question, _form: Form) -> Form:
    units = [question.unit(), question.unit(1)]
    if question.goes("dispute_by_superior"):
        return {"is_lead_agreed": "no", "units": units, "unit": None}
    return {"units": units, "unit": units[1]}


def _other_unit(question: Question, _form: Form) -> Form:
    return {"unit": question.unit(1)}


def _no_at_first(key: str, *paths: str) -> Callable[[Question, Form], Form]:
    def special(question: Question, _form: Form) -> Form:
        return {key: "no", "note": NOTE} if question.goes(*paths) and question.is_first else {}

    return special


def _report(question: Question, _form: Form) -> Form:
    if question.goes("assigned_report_returned") and question.is_first:
        return {"is_report_accepted": "no", "defects": f"事实不清。{MARK}"}
    return {}


def _simply(question: Question, form: Form) -> Form:
    if question.goes("simple_switched", "simple_switch_refused") and question.is_first:
        unasked = dict.fromkeys(("outcome", "facts", "answer", "legal_basis"))
        return {"suits_simple": "no", "note": NOTE} | unasked
    # What is not supported is not for the simple procedure.
    return {"outcome": question.plan.outcome if question.plan.outcome != "reject" else "explain"}


def _outcome(question: Question, _form: Form) -> Form:
    # Whoever drafts again has found something else: after a review the same would be refused.
    # So does whoever handles anew what was answered simply, with the usual words.
    before = question.times + question.goes("simple", "simple_switch_refused")
    return {"outcome": question.plan.outcome, **DRAFTS[before % len(DRAFTS)]}


def _investigation(question: Question, _form: Form) -> Form:
    return {
        **({"is_hearing_wanted": True} if question.goes(*HEARD) else {}),
        **({"is_mediation_wanted": True} if question.goes(*MEDIATED) else {}),
    }


def _hearing(question: Question, form: Form) -> Form:
    if not (question.goes("hearing_postponed") and question.is_first):
        return {}
    return dict.fromkeys(form) | {"hearing_result": "postponed", "note": NOTE}


def _consent(question: Question, _form: Form) -> Form:
    return {"other_side_agrees": "no"} if question.goes("mediation_refused") else {}


def _agreement(question: Question, _form: Form) -> Form:
    return {"is_confirmation_wanted": True} if question.goes("settled_and_confirmed") else {}


def _performance(question: Question, _form: Form) -> Form:
    if question.goes("agreement_not_performed"):
        return {"is_agreement_performed": "no", "performed_on": None, "note": NOTE}
    return {}


def _review_hearing(question: Question, _form: Form) -> Form:
    """Some of those whose opinion is set aside are heard before."""
    is_heard = question.plan.review == "set_aside" and question.plan.dice("heard").random() < HEAR
    return {"is_hearing_wanted": True} if is_heard else {}


def _hand_over(question: Question, _form: Form) -> Form:
    if question.plan.dice("cadre").random() >= CADRES:
        return {}
    about_cadre = {"is_about_cadre": "yes", "organisation_department": f"组织部门{MARK}"}
    if question.plan.dice("major").random() >= MAJOR:
        return about_cadre | {"is_major_report": "no"}
    return about_cadre | {"is_major_report": "yes", "leaders": f"分管负责同志{MARK}"}


def _review_outcome(question: Question, _form: Form) -> Form:
    return {"review_outcome": "revoked" if question.plan.review == "set_aside" else "upheld"}


def _adoption(question: Question, _form: Form) -> Form:
    adoption = question.plan.dice("a").choice(("adopted", "partly", "not_adopted"))
    is_rewarded = adoption == "adopted" and question.plan.dice("reward").random() < REWARDED
    reward = {"is_rewarded": True, "reward": f"荣誉证书{MARK}"} if is_rewarded else {}
    return {"adoption": adoption, **reward}


def _extension(question: Question, _form: Form) -> Form:
    return {"is_extension_approved": "no" if question.goes("extension_refused") else "yes"}


def _taken_up(question: Question, _form: Form) -> Form:
    if question.goes("import_not_taken_up"):
        return {"is_taken_up": "no", "result": None, "note": NOTE}
    return {}


def _follow_up(question: Question, _form: Form) -> Form:
    if question.plan.dice("reached").random() < 0.15:
        return {"reached": "no", "attitude": None}
    return {"attitude": question.plan.dice("att").choice(("agrees", "disagrees", "unclear"))}


SPECIAL: dict[str, Callable[[Question, Form], Form]] = {
    "judge_repetition": _judge,
    "classify_petition": classified,
    "sign_assignment": _no_at_first("is_assignment_signed", "assignment_not_signed_once"),
    "forward_matter": lambda question, _form: {"unit": question.unit()},
    "redispatch_matter": _other_unit,
    "negotiate_lead": _negotiate,
    "decide_lead_by_superior": _other_unit,
    "decide_lead_by_conference": _other_unit,
    "study_suggestion": _adoption,
    "examine_matter": _examine,
    "decide_objection": _object,
    "investigate_facts": _investigation,
    "hold_hearing": _hearing,
    "ask_consent": _consent,
    "mediate_dispute": _agreement,
    "confirm_performance": _performance,
    "draft_opinion": _outcome,
    "hand_over_report": _hand_over,
    "investigate_review": _review_hearing,
    "draft_review_opinion": _review_outcome,
    "review_legality": _no_at_first("is_lawful", "not_lawful_once"),
    "sign_opinion": _no_at_first("is_opinion_signed", "not_signed_once"),
    "decide_extension": _extension,
    "answer_simply": _simply,
    "approve_switch": _no_at_first("is_switch_approved", "simple_switch_refused"),
    "record_procedure_result": _taken_up,
    "hand_over_document": service_answer,
    "check_closing_report": _report,
    "follow_up_petitioner": _follow_up,
}
