"""Every form of the procedure: what is the least that passes, and what an empty form lacks."""

from pathlib import Path
from typing import Any

import pytest

from modeling.form_validation import validate_form
from modeling.forms import read_form
from settings import ROOT

Form = dict[str, Any]
FORMS = sorted((ROOT / "forms").glob("*.form"))
A_DAY = "2026-03-02"
A_TEXT = "情况已经查明，责任清楚，现予答复。"
OPINION: Form = {
    "outcome": "support",
    "facts": A_TEXT,
    "answer": A_TEXT,
    "legal_basis": "《信访工作条例》第三十二条",
}


def options(*values: str) -> list[dict[str, str]]:
    return [{"label": value, "value": value} for value in values]


GIVEN: Form = {
    "unit_options": options("990100-zj", "990100-jy"),
    "subordinate_options": options("990100-zx"),
    "handler_options": options("handler_zj", "handler2_zj"),
    "chair_options": options("handler_zj"),
    "earlier_options": options("p1"),
    "content_class_options": options("010000"),
    "refusal_reason_options": options("no_power"),
    "attitude_options": options("agrees"),
}
LEAST: dict[str, Form] = {
    "announce_supervision": {"problem": A_TEXT, "demand": A_TEXT},
    "answer_advice": {"adoption": "not_adopted", "adoption_reason": A_TEXT},
    "answer_simply": {"suits_simple": "yes", **OPINION},
    "approve_switch": {"is_switch_approved": "yes"},
    "arrange_care": {"care": "由户籍地走访。"},
    "arrange_talk": {"talk_on": A_DAY, "place": "会议室", "problem": A_TEXT},
    "assign_handler": {"handler": "handler_zj"},
    "check_closing_report": {"is_report_accepted": "yes"},
    "check_execution": {"is_performed": "yes"},
    "classify_petition": {"category": "claim", "unit": "990100-zj"},
    "complete_closing_checks": {"aid": "none"},
    "confirm_new_facts": {"is_new_facts_confirmed": "yes", "note": "有新的鉴定。"},
    "counsel_petitioner": {"counselled_on": A_DAY},
    "decide_extension": {"is_extension_approved": "yes"},
    "decide_lead_by_conference": {"unit": "990100-zj", "note": "主要职责在此。"},
    "decide_lead_by_superior": {"unit": "990100-zj", "note": "主要职责在此。"},
    "decide_objection": {"is_objection_agreed": "no", "note": "属你单位职权。"},
    "draft_advice": {
        "kind": "improve",
        "unit": "990100-zj",
        "duty_causes": A_TEXT,
        "policy_causes": "无",
        "conduct_causes": "无",
        "suggestion": A_TEXT,
    },
    "draft_opinion": OPINION,
    "draft_review_opinion": {
        "review_outcome": "upheld",
        "facts": A_TEXT,
        "answer": A_TEXT,
        "legal_basis": "《信访工作条例》第三十五条",
    },
    "examine_request": {"review_answer": "accept"},
    "draft_urgent_report": {"situation": A_TEXT, "measures": A_TEXT},
    "examine_matter": {"power": "own", "route": "petition", "procedure": "ordinary"},
    "follow_up_petitioner": {"reached": "no"},
    "follow_urgent_matter": {"measures": A_TEXT, "urgent_step": "update"},
    "forward_matter": {"unit": "990100-zj"},
    "give_feedback": {"feedback": A_TEXT},
    "guide_visitor": {"explanation": "应向人民法院提出。"},
    "hand_over_document": {"way": "in_person", "on": A_DAY, "is_document_served": "yes"},
    "hand_over_report": {"organ": "有管理权限的机关", "is_about_cadre": "no"},
    "hold_talk": {"held_on": A_DAY, "statement": A_TEXT, "demand": A_TEXT},
    "hear_petitioner": {"heard_on": A_DAY, "statement": A_TEXT},
    "investigate_facts": {"investigators": ["handler_zj"], "findings": A_TEXT},
    "investigate_review": {
        "investigators": ["handler_zj"],
        "findings": A_TEXT,
        "facts_judged": "right",
        "basis_judged": "right",
        "procedure_judged": "right",
        "appropriateness_judged": "wrong",
    },
    "judge_repetition": {},
    "negotiate_lead": {"is_lead_agreed": "no", "units": ["990100-zj", "990100-jy"]},
    "obtain_file": {"on": A_DAY, "file_list": "处理意见书。"},
    "perform_duty": {"is_performed": "yes", "answer": A_TEXT, "legal_basis": "有关法律"},
    "publish_review_opinion": {"is_published": "no"},
    "record_procedure_result": {"is_taken_up": "no", "organ": "仲裁委员会"},
    "record_report_feedback": {"report_feedback": "not_given"},
    "redispatch_matter": {"unit": "990100-jy"},
    "report_by_phone": {"told_to": "市委值班室"},
    "review_legality": {"is_lawful": "yes"},
    "sign_assignment": {"is_assignment_signed": "yes"},
    "sign_opinion": {"is_opinion_signed": "yes"},
    "sign_review_opinion": {"is_review_signed": "yes"},
    "sign_urgent_report": {"is_urgent_signed": "yes"},
    "study_suggestion": {"adoption": "partly", "answer": A_TEXT},
    "supervise_execution": {"is_performed": "no"},
    "write_closing_report": {"report": A_TEXT, "contact": "承办科室"},
    "order_correction": {"is_corrected": "yes", "note": A_TEXT},
    "sign_supervision_letter": {"is_letter_signed": "yes", "problem": A_TEXT, "demand": A_TEXT},
    "verify_feedback": {
        "verification": "phone",
        "verified_on": A_DAY,
        "is_corrected": "yes",
        "note": A_TEXT,
    },
    "arrange_hearing": {
        "hearing_on": A_DAY,
        "hearing_time": "上午九时",
        "place": "听证室",
        "chair": "handler_zj",
        "hearing_members": "听证员两名",
        "is_public": "yes",
    },
    "ask_consent": {
        "other_side": "对方单位",
        "within_discretion": "yes",
        "petitioner_agrees": "yes",
        "other_side_agrees": "no",
    },
    "confirm_performance": {"is_agreement_performed": "no"},
    "hold_hearing": {"hearing_result": "waived"},
    "mediate_dispute": {"is_agreed": "no"},
    "record_judicial_confirmation": {"is_confirmation_asked": "no"},
}
# Fields that must be filled in once another is filled in like this.
THEN: list[tuple[str, Form, set[str]]] = [
    ("answer_simply", {"suits_simple": "no"}, {"note"}),
    ("check_closing_report", {"is_report_accepted": "no"}, {"defects"}),
    (
        "classify_petition",
        {**LEAST["classify_petition"], "dispatch_mode": "assign"},
        {"report_due_on"},
    ),
    ("examine_matter", {"power": "own", "route": "duty"}, set()),
    ("examine_matter", {"power": "own", "route": "petition"}, {"procedure"}),
    ("examine_matter", {"power": "own", "route": "arbitration", "organ": "仲裁委员会"}, set()),
    ("examine_matter", {"power": "own", "route": "duty", "organ": "某局"}, {"organ"}),
    ("examine_matter", {"power": "subordinate"}, {"unit"}),
    ("examine_matter", {"power": "none"}, {"objection_basis"}),
    ("examine_request", {"review_answer": "refuse"}, {"review_reason"}),
    ("examine_request", {"review_answer": "ask_to_complete"}, {"missing"}),
    ("follow_up_petitioner", {"reached": "yes"}, {"attitude"}),
    ("hand_over_document", {**LEAST["hand_over_document"], "consented": True}, {"consented"}),
    ("negotiate_lead", {**LEAST["negotiate_lead"], "is_lead_agreed": "yes"}, {"unit"}),
    ("record_procedure_result", {"is_taken_up": "yes", "organ": "仲裁委员会"}, {"result"}),
    ("sign_supervision_letter", {"is_letter_signed": "no"}, {"note"}),
    (
        "record_report_feedback",
        {"report_feedback": "given"},
        {"feedback_on", "result", "is_reporter_told"},
    ),
    (
        "hand_over_report",
        {"organ": "某机关", "is_about_cadre": "yes", "is_major_report": "yes"},
        {"organisation_department", "leaders"},
    ),
    ("study_suggestion", {"adoption": "partly", "answer": A_TEXT, "is_rewarded": True}, {"reward"}),
    ("sign_urgent_report", {"is_urgent_signed": "no"}, {"note"}),
    ("follow_urgent_matter", {"measures": A_TEXT, "urgent_step": "close"}, {"conclusion"}),
    ("supervise_execution", {"is_performed": "yes"}, {"performed_on"}),
]


def wrong(name: str, data: Form, **given: Any) -> set[str]:
    """Keys of the fields that are not right."""
    schema = read_form(ROOT / "forms" / f"{name}.form").schema
    return {fault.key for fault in validate_form(schema, data, context=GIVEN | given)}


def test_every_form_is_here() -> None:
    assert {path.stem for path in FORMS} == set(LEAST)


@pytest.mark.parametrize("name", LEAST)
def test_the_least_passes(name: str) -> None:
    assert wrong(name, LEAST[name]) == set()


@pytest.mark.parametrize("name", LEAST)
def test_an_empty_form_lacks_what_the_least_has(name: str) -> None:
    # What shows only after an answer is asked for then.
    hidden = {
        "answer_simply": {*OPINION},
        "examine_matter": {"route", "procedure"},
        "sign_supervision_letter": {"problem", "demand"},
    }
    assert wrong(name, {}) == LEAST[name].keys() - hidden.get(name, set())


@pytest.mark.parametrize(("name", "data", "asked"), THEN)
def test_one_answer_asks_for_another(name: str, data: Form, asked: set[str]) -> None:
    assert wrong(name, data) == asked


def test_who_came_directly_is_told_where_to_go_and_nobody_objects() -> None:
    assert wrong("examine_matter", {"power": "none"}, is_direct=True) == {"legal_path"}
    told = {"power": "none", "legal_path": "请向区政府提出。", "refusal_reason": "no_power"}
    assert wrong("examine_matter", told, is_direct=True) == set()


def test_a_report_for_a_unit_here_names_it_and_the_accused_instead_of_an_organ() -> None:
    form = {"recipient": "990100-jy", "accused_units": ["990100-zj"], "is_about_cadre": "no"}
    assert wrong("hand_over_report", form) == set()
    assert wrong("hand_over_report", form | {"organ": "纪委"}) == {"organ"}


def test_claims_of_their_own_are_rows() -> None:
    rows = [{"ordinal": 2, "category": "report", "unit": "990100-jy"}]
    data = LEAST["classify_petition"] | {"claims": rows}
    assert wrong("classify_petition", data, has_several_claims=True) == set()
    assert wrong("classify_petition", data, has_several_claims=False) == {"claims"}
    rows[0]["category"] = "complaint"
    assert wrong("classify_petition", data, has_several_claims=True) == {"claims.0.category"}


@pytest.mark.parametrize("name", ["review_legality", "sign_opinion"])
def test_the_opinion_is_shown_and_cannot_be_changed(name: str) -> None:
    assert wrong(name, LEAST[name] | OPINION, **OPINION) == set()
    assert wrong(name, LEAST[name] | {"answer": "另一个答复，内容不同。"}, **OPINION) == {"answer"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_every_field_is_named_by_its_key_and_cites_its_rule(path: Path) -> None:
    form = read_form(path)
    assert any("条" in field.note for field in form.fields)
    for field in form.fields:
        if field.key:
            assert field.id == f"field_{field.key.replace('.', '_')}"
            assert field.note
