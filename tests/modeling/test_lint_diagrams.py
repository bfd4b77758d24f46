"""Every rule for diagrams has a sample that breaks it and one that keeps it."""

from pathlib import Path

import pytest

from modeling.javascript import Script
from modeling.lint import lint_files
from modeling.lint.bpmnlint_words import PLAIN, WITH_DETAIL
from tests.modeling.samples import ANSWER_LETTER, business_rule, call_activity, write_models

BOUND = 'bindingType="deployment"'
JOB = '<zeebe:taskDefinition type="send_answer" retries="5" />'
SHAPE = """<bpmndi:BPMNShape id="send_answer_di" bpmnElement="send_answer">
        <dc:Bounds x="440" y="100" width="100" height="80" /></bpmndi:BPMNShape>"""
CALL_ITSELF = f'processId="answer_letter" {BOUND} propagateAllChildVariables="false"'


def findings(folder: Path, diagram: str) -> set[tuple[str, str]]:
    """(element, rule) of everything found in the diagram."""
    path = write_models(folder, answer_letter=diagram) / "bpmn" / "answer_letter.bpmn"
    return {(one.element, one.rule) for one in lint_files([path])}


@pytest.mark.parametrize(
    "diagram",
    [
        ANSWER_LETTER,
        call_activity(CALL_ITSELF),
        business_rule(f'decisionId="choose_unit" {BOUND}'),
        call_activity(f'processId="=next_process" {BOUND} propagateAllChildVariables="false"'),
    ],
    ids=["tasks", "called process", "called decision", "called by expression"],
)
def test_a_right_diagram_has_no_finding(tmp_path: Path, diagram: str) -> None:
    assert findings(tmp_path, diagram) == set()


@pytest.mark.parametrize(
    ("element", "rule", "before", "after"),
    [
        ("reply", "file-name", '"answer_letter"', '"reply"'),
        ("", "parse-error", 'sourceRef="send_answer"', 'sourceRef="gone"'),
        ("Activity_0neec1e", "generated-id", "send_answer", "Activity_0neec1e"),
        ("sendAnswer", "id-snake-case", "send_answer", "sendAnswer"),
        ("send", "id-snake-case", "send_answer", "send"),
        (
            "send_answer",
            "documentation-required",
            "<bpmn:documentation>寄出答复（第二十三条）。</bpmn:documentation>",
            "",
        ),
        ("answer_letter", "documentation-required", "答复来信（第二十三条）。", ""),
        ("answer_letter", "article-exists", "答复来信（第二十三条）。", "见第二十三条第五款。"),
        ("send_answer", "article-exists", "寄出答复（第二十三条）。", "见第四十九条至第五十一条。"),
        ("answer_due", "no-literal-period", "=answer_due_at", '=now() + duration("P60D")'),
        ("answer_due", "no-literal-period", "=answer_due_at", "2026-03-02T00:00:00+08:00"),
        ("read_letter", "binding-deployment", f" {BOUND} />\n        <zeebe:ass", " /><zeebe:ass"),
        ("send_answer", "one-word-per-step", 'type="send_answer"', 'type="send_reply"'),
        ("read_letter", "one-word-per-step", 'formId="read_letter"', 'formId="choose_unit"'),
        ("read_letter", "reference-missing", 'formId="read_letter"', 'formId="gone_form"'),
        (
            "read_letter",
            "form-required",
            f'<zeebe:formDefinition formId="read_letter" {BOUND} />',
            "",
        ),
        ("send_answer", "label-required", ' name="寄出答复"', ""),
        ("send_answer", "no-bpmndi", SHAPE, ""),
        ("send_answer", "implementation", JOB, ""),
        (
            "send_answer",
            "no-implicit-end",
            "<bpmn:outgoing>to_letter_answered</bpmn:outgoing>",
            "",
        ),
    ],
)
def test_a_broken_rule_is_found_at_its_element(
    tmp_path: Path, element: str, rule: str, before: str, after: str
) -> None:
    assert before in ANSWER_LETTER
    assert (element, rule) in findings(tmp_path, ANSWER_LETTER.replace(before, after))


@pytest.mark.parametrize(
    ("rule", "diagram"),
    [
        ("reference-missing", call_activity(CALL_ITSELF.replace("answer_letter", "gone_process"))),
        ("binding-deployment", call_activity(CALL_ITSELF.replace(BOUND, ""))),
        ("reference-missing", business_rule(f'decisionId="gone_decision" {BOUND}')),
        ("binding-deployment", business_rule('decisionId="choose_unit"')),
    ],
)
def test_a_call_that_would_fail_at_run_time_is_found(
    tmp_path: Path, rule: str, diagram: str
) -> None:
    assert findings(tmp_path, diagram) == {("send_answer", rule)}


def test_two_processes_in_one_file_are_found(tmp_path: Path) -> None:
    second = '<bpmn:process id="other_process" isExecutable="true" />'
    diagram = ANSWER_LETTER.replace("</bpmn:process>", f"</bpmn:process>{second}")
    assert ("other_process", "one-process-per-file") in findings(tmp_path, diagram)


def test_a_daily_job_by_cron_is_no_statutory_period(tmp_path: Path) -> None:
    cron = "<bpmn:timeCycle>0 0 8 * * ?</bpmn:timeCycle>"
    start = '<bpmn:timerEventDefinition id="letter_received_timer">'
    diagram = ANSWER_LETTER.replace(
        "</bpmn:startEvent>", f"{start}{cron}</bpmn:timerEventDefinition></bpmn:startEvent>"
    )
    assert findings(tmp_path, diagram) == set()


@pytest.mark.parametrize("text", ["<bpmn:definitions", "<other />", "", "不是图"])
def test_a_file_that_is_no_diagram_is_a_finding_and_no_traceback(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, text) == {("", "parse-error")}


def test_a_diagram_linted_twice_gives_the_same_answer(tmp_path: Path) -> None:
    """Some of bpmnlint's rules remember what they have seen."""
    assert findings(tmp_path, ANSWER_LETTER) == findings(tmp_path, ANSWER_LETTER) == set()


def test_every_rule_of_the_linters_has_chinese_words() -> None:
    rules = {row["rule"] for row in Script("lint.js").call("rules")}
    assert {"label-required", "implementation"} <= rules
    assert rules - {*PLAIN, *WITH_DETAIL} == set()


def test_messages_come_in_chinese_and_in_english(tmp_path: Path) -> None:
    diagram = ANSWER_LETTER.replace(' name="寄出答复"', "").replace("=answer_due_at", "PT1H")
    path = write_models(tmp_path, answer_letter=diagram) / "bpmn" / "answer_letter.bpmn"
    chinese = {one.rule: one.message for one in lint_files([path])}
    english = {one.rule: one.message for one in lint_files([path], "en")}
    assert chinese["label-required"] == "缺少名称"
    assert english["label-required"] == "Element is missing label/name"
    assert chinese["no-literal-period"].startswith("定时器不得写死期限")
    assert english["no-literal-period"] == (
        "a timer must read a variable, not hold a period or a date: PT1H"
    )
