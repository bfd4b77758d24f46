"""Diagrams, decisions and forms as objects."""

from pathlib import Path

import pytest

from modeling.bpmn import parse_process, read_process
from modeling.dmn import parse_decisions
from modeling.errors import ModelUnreadable
from modeling.forms import parse_form
from tests.modeling.samples import ANSWER_LETTER, CHOOSE_UNIT, business_rule, call_activity

PHASE = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
<message id="moved_message" name="deadline_moved"><extensionElements>
  <zeebe:subscription correlationKey="=clock_id" /></extensionElements></message>
<error id="lacks_error" errorCode="unit_lacks_power" />
<process id="outer">
  <!-- a comment between the steps -->
  <subProcess id="phase">
    <exclusiveGateway id="is_done" default="is_done_no" />
    <sequenceFlow id="is_done_no" sourceRef="is_done" targetRef="phase_ended" />
    <endEvent id="phase_ended"><terminateEventDefinition /></endEvent>
    <intermediateCatchEvent id="deadline_moved">
      <messageEventDefinition messageRef="moved_message" /></intermediateCatchEvent>
  </subProcess>
  <boundaryEvent id="unit_lacks_power" attachedToRef="phase">
    <errorEventDefinition errorRef="lacks_error" /></boundaryEvent>
</process></definitions>"""


def test_a_process_lists_its_nodes_and_flows_in_order() -> None:
    model = parse_process(ANSWER_LETTER.encode())
    assert (model.process_id, model.name) == ("answer_letter", "答复来信")
    assert [(one.id, one.type) for one in model.elements] == [
        ("letter_received", "startEvent"),
        ("read_letter", "userTask"),
        ("answer_due", "intermediateCatchEvent"),
        ("send_answer", "serviceTask"),
        ("letter_answered", "endEvent"),
    ]
    assert [flow.id for flow in model.flows] == [
        "to_read_letter",
        "to_wait_for_day",
        "to_send_answer",
        "to_letter_answered",
    ]


def test_an_element_knows_what_it_refers_to() -> None:
    model = parse_process(ANSWER_LETTER.encode())
    task = model.element("read_letter")
    assert (task.form_id, task.binding) == ("read_letter", "deployment")
    assert task.candidate_groups == '=["clerk@" + unit]'
    assert (task.incoming, task.outgoing) == (("to_read_letter",), ("to_wait_for_day",))
    assert model.element("answer_due").timer == "=answer_due_at"
    assert [one.job_type for one in model.of_type("serviceTask")] == ["send_answer"]
    assert model.element("send_answer").documentation == "寄出答复（第二十三条）。"


def test_called_processes_and_decisions_are_read() -> None:
    call = parse_process(call_activity('processId="other"').encode()).element("send_answer")
    rule = parse_process(business_rule('decisionId="other"').encode()).element("send_answer")
    assert (call.called_process, call.binding) == ("other", None)
    assert rule.called_decision == "other"


def test_sub_processes_messages_errors_and_boundaries_are_read() -> None:
    model = parse_process(PHASE.encode())
    assert model.element("is_done").scope == "phase"
    assert model.element("is_done").default_flow == "is_done_no"
    assert model.element("phase_ended").is_terminate_end
    assert model.element("deadline_moved").message == "deadline_moved"
    assert model.element("deadline_moved").correlation_key == "=clock_id"
    assert model.element("unit_lacks_power").attached_to == "phase"
    assert model.element("unit_lacks_power").error_code == "unit_lacks_power"


def test_ids_of_the_drawing_are_not_the_models() -> None:
    ids = parse_process(ANSWER_LETTER.encode()).ids
    assert "answer_due_timer" in ids
    assert not [one for one in ids if one.endswith("_di")]


def test_a_hostile_file_cannot_read_others(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    attack = f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{secret}">]>'
    text = ANSWER_LETTER.replace("?>", f"?>{attack}", 1).replace("答复来信（第二十三条）。", "&s;")
    path = tmp_path / "answer_letter.bpmn"
    path.write_text(text, encoding="utf-8")
    assert "hidden" not in read_process(path).documentation


@pytest.mark.parametrize("text", ["", "<a", "<a/>", PHASE.replace("process", "sketch")])
def test_what_is_no_process_is_refused(text: str) -> None:
    with pytest.raises(ModelUnreadable):
        parse_process(text.encode())


def test_a_decision_table_is_read() -> None:
    (decision,) = parse_decisions(CHOOSE_UNIT.encode())
    assert (decision.id, decision.hit_policy, decision.is_table) == ("choose_unit", "FIRST", True)
    assert (decision.inputs, decision.outputs) == (("place",), ("unit",))
    assert [(rule.id, rule.note) for rule in decision.rules] == [
        ("by_place", "属地管理（第五条）。")
    ]


def test_the_fields_of_a_form_carry_their_whole_path() -> None:
    model = parse_form(
        b'{"id": "f", "components": [{"type": "group", "path": "agent", "components": ['
        b'{"type": "textfield", "key": "name", "label": "A"}]}, {"type": "text", "text": "t"}]}'
    )
    assert (model.form_id, model.keys) == ("f", ("agent.name",))
    assert [field.type for field in model.fields] == ["group", "textfield", "text"]
