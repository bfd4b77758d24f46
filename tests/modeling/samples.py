"""Small models that every rule accepts; tests spoil one thing at a time."""

import json
from pathlib import Path
from typing import Any

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:di="http://www.omg.org/spec/DD/20100524/DI" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" '
    'id="sample_definitions" targetNamespace="http://bpmn.io/schema/bpmn">'
)

ANSWER_LETTER = (
    _HEAD
    + """
  <bpmn:process id="answer_letter" name="答复来信" isExecutable="true">
    <bpmn:documentation>答复来信（第二十三条）。</bpmn:documentation>
    <bpmn:startEvent id="letter_received" name="来信已收到">
      <bpmn:documentation>收到来信（第二十二条）。</bpmn:documentation>
      <bpmn:outgoing>to_read_letter</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="read_letter" name="阅信">
      <bpmn:documentation>阅信（第二十二条）。</bpmn:documentation>
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition formId="read_letter" bindingType="deployment" />
        <zeebe:assignmentDefinition candidateGroups="=[&#34;clerk@&#34; + unit]" />
      </bpmn:extensionElements>
      <bpmn:incoming>to_read_letter</bpmn:incoming>
      <bpmn:outgoing>to_wait_for_day</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:intermediateCatchEvent id="answer_due" name="答复日已到">
      <bpmn:documentation>答复日由台账推算（第三十四条）。</bpmn:documentation>
      <bpmn:incoming>to_wait_for_day</bpmn:incoming>
      <bpmn:outgoing>to_send_answer</bpmn:outgoing>
      <bpmn:timerEventDefinition id="answer_due_timer">
        <bpmn:timeDate xsi:type="bpmn:tFormalExpression">=answer_due_at</bpmn:timeDate>
      </bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:serviceTask id="send_answer" name="寄出答复">
      <bpmn:documentation>寄出答复（第二十三条）。</bpmn:documentation>
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="send_answer" retries="5" />
      </bpmn:extensionElements>
      <bpmn:incoming>to_send_answer</bpmn:incoming>
      <bpmn:outgoing>to_letter_answered</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="letter_answered" name="来信已答复">
      <bpmn:documentation>已答复（第二十三条）。</bpmn:documentation>
      <bpmn:incoming>to_letter_answered</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="to_read_letter" sourceRef="letter_received" targetRef="read_letter" />
    <bpmn:sequenceFlow id="to_wait_for_day" sourceRef="read_letter" targetRef="answer_due" />
    <bpmn:sequenceFlow id="to_send_answer" sourceRef="answer_due" targetRef="send_answer" />
    <bpmn:sequenceFlow id="to_letter_answered" sourceRef="send_answer"
      targetRef="letter_answered" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="sample_diagram">
    <bpmndi:BPMNPlane id="sample_plane" bpmnElement="answer_letter">
      <bpmndi:BPMNShape id="letter_received_di" bpmnElement="letter_received">
        <dc:Bounds x="100" y="122" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="read_letter_di" bpmnElement="read_letter">
        <dc:Bounds x="200" y="100" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="answer_due_di" bpmnElement="answer_due">
        <dc:Bounds x="350" y="122" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="send_answer_di" bpmnElement="send_answer">
        <dc:Bounds x="440" y="100" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="letter_answered_di" bpmnElement="letter_answered">
        <dc:Bounds x="600" y="122" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="to_read_letter_di" bpmnElement="to_read_letter">
        <di:waypoint x="136" y="140" /><di:waypoint x="200" y="140" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="to_wait_for_day_di" bpmnElement="to_wait_for_day">
        <di:waypoint x="300" y="140" /><di:waypoint x="350" y="140" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="to_send_answer_di" bpmnElement="to_send_answer">
        <di:waypoint x="386" y="140" /><di:waypoint x="440" y="140" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="to_letter_answered_di" bpmnElement="to_letter_answered">
        <di:waypoint x="540" y="140" /><di:waypoint x="600" y="140" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
"""
)

CHOOSE_UNIT = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="choose_unit_definitions"
  name="选择单位" namespace="http://camunda.org/schema/1.0/dmn">
  <decision id="choose_unit" name="选择单位">
    <description>按属地选择（第五条）。</description>
    <decisionTable id="choose_unit_table" hitPolicy="FIRST">
      <input id="input_place"><inputExpression id="input_place_expression" typeRef="string">
        <text>place</text></inputExpression></input>
      <output id="output_unit" name="unit" typeRef="string" />
      <rule id="by_place"><description>属地管理（第五条）。</description>
        <inputEntry id="by_place_in"><text>"north"</text></inputEntry>
        <outputEntry id="by_place_out"><text>"north_bureau"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>
"""


def read_letter_form() -> dict[str, Any]:
    """The form of the user task."""
    return {
        "type": "default",
        "id": "read_letter",
        "schemaVersion": 19,
        "components": [
            {"type": "textfield", "id": "field_subject", "key": "subject", "label": "标题"},
            {
                "type": "dynamiclist",
                "id": "field_people",
                "path": "people",
                "label": "信访人",
                "components": [
                    {"type": "textfield", "id": "field_name", "key": "name", "label": "姓名"}
                ],
            },
        ],
    }


def write_models(folder: Path, **changed: str) -> Path:
    """bpmn/ and forms/ with the right samples; `answer_letter="..."` writes that text instead."""
    texts = {
        "answer_letter": ANSWER_LETTER,
        "choose_unit": CHOOSE_UNIT,
        "read_letter": json.dumps(read_letter_form()),
    } | changed
    places = {"answer_letter": "bpmn/answer_letter.bpmn", "choose_unit": "bpmn/choose_unit.dmn"}
    places["read_letter"] = "forms/read_letter.form"
    for name, place in places.items():
        path = folder / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(texts[name], encoding="utf-8")
    return folder


def call_activity(attributes: str) -> str:
    """The sample with a call activity in the place of its service task."""
    return (
        ANSWER_LETTER.replace("bpmn:serviceTask", "bpmn:callActivity")
        .replace('<zeebe:taskDefinition type="send_answer" retries="5" />', "<CALL />")
        .replace("<CALL />", f"<zeebe:calledElement {attributes} />")
    )


def business_rule(attributes: str) -> str:
    """The sample with a decision in the place of its service task."""
    return (
        ANSWER_LETTER.replace("bpmn:serviceTask", "bpmn:businessRuleTask")
        .replace('<zeebe:taskDefinition type="send_answer" retries="5" />', "<CALL />")
        .replace("<CALL />", f'<zeebe:calledDecision {attributes} resultVariable="unit" />')
    )
