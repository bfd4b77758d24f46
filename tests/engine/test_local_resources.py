"""What is deployed together must be complete."""

from pathlib import Path

import pytest

from engine.resources import (
    ResourceMissing,
    ResourceUnreadable,
    check_complete,
    read_resources,
)
from settings import ROOT

DIAGRAM = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"><process id="main">
  <callActivity id="call"><extensionElements><zeebe:calledElement processId="{process}"/>
  </extensionElements></callActivity>
  <businessRuleTask id="decide"><extensionElements><zeebe:calledDecision decisionId="rule"/>
  </extensionElements></businessRuleTask>
  <userTask id="ask"><extensionElements><zeebe:formDefinition formId="ask"/>
  </extensionElements></userTask></process></definitions>"""
DECISION = b"""<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
  <decision id="rule"/></definitions>"""
FORM = b'{"id": "ask", "components": []}'


def resources(process: str = "main") -> dict[str, bytes]:
    return {
        "main.bpmn": DIAGRAM.format(process=process).encode(),
        "rule.dmn": DECISION,
        "ask.form": FORM,
    }


def test_a_complete_set_passes() -> None:
    check_complete(resources())


def test_everything_missing_is_listed_with_the_element_that_calls_it() -> None:
    with pytest.raises(ResourceMissing) as caught:
        check_complete({"main.bpmn": resources("other")["main.bpmn"]})
    assert str(caught.value).splitlines()[1:] == [
        "main.bpmn:ask: there is no form ask",
        "main.bpmn:call: there is no process other",
        "main.bpmn:decide: there is no decision rule",
    ]


def test_an_id_computed_by_an_expression_is_left_to_the_engine() -> None:
    check_complete(resources("=next_process"))


@pytest.mark.parametrize("name", ["main.bpmn", "rule.dmn", "ask.form"])
def test_a_file_that_cannot_be_read_is_named(name: str) -> None:
    with pytest.raises(ResourceUnreadable, match=name):
        check_complete(resources() | {name: b"<broken"})


def test_the_procedure_of_this_release_is_complete() -> None:
    found = read_resources(ROOT)
    assert {Path(name).suffix for name in found} == {".bpmn", ".dmn", ".form"}
    check_complete(found)
