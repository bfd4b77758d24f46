"""The diagrams, decisions and forms as the tests read them: plain XML and JSON."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from settings import ROOT

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
BPMNDI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
ZEEBE = "{http://camunda.org/schema/zeebe/1.0}"

DIAGRAMS = sorted((ROOT / "bpmn").glob("*.bpmn"))
DECISIONS = sorted((ROOT / "bpmn").glob("*.dmn"))
FORMS = sorted((ROOT / "forms").glob("*.form"))

FLOW_NODES = {
    BPMN + tag
    for tag in (
        *("startEvent", "endEvent", "boundaryEvent"),
        *("intermediateCatchEvent", "intermediateThrowEvent"),
        *("exclusiveGateway", "parallelGateway", "eventBasedGateway", "inclusiveGateway"),
        *("task", "serviceTask", "userTask", "businessRuleTask", "scriptTask", "manualTask"),
        *("sendTask", "receiveTask", "callActivity", "subProcess"),
    )
}


@cache
def root_of(path: Path) -> etree._Element:
    """The document element of a diagram or decision."""
    return etree.parse(path).getroot()


def elements(tag: str) -> list[etree._Element]:
    """All elements of this BPMN tag in all diagrams."""
    return [element for path in DIAGRAMS for element in root_of(path).iter(BPMN + tag)]


def flow_nodes() -> list[etree._Element]:
    """Events, activities and gateways of all diagrams."""
    return [element for path in DIAGRAMS for element in root_of(path).iter(*FLOW_NODES)]


def extension(element: etree._Element, tag: str) -> etree._Element:
    """The Zeebe extension of this tag directly on the element; the test fails without it."""
    found = element.find(f"{BPMN}extensionElements/{ZEEBE}{tag}")
    assert found is not None, f"{element.get('id')} has no zeebe:{tag}"
    return found


def id_of(element: etree._Element | None, attribute: str = "id") -> str:
    """The id of an element, or the id that this attribute refers to; the test fails without it."""
    value = element.get(attribute) if element is not None else None
    assert isinstance(value, str)
    return value


def ids(found: list[etree._Element]) -> list[str]:
    """Ids of the elements."""
    return [id_of(element) for element in found]


def form(path: Path) -> dict[str, Any]:
    """A form as JSON."""
    loaded = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded
