"""The diagrams can be read: drawn in full, labelled, each step with its article."""

import re
from pathlib import Path

import pytest
from lxml import etree

from law.articles import ARTICLES
from law.numerals import chinese_numeral
from tests.bpmn.models import (
    BPMN,
    BPMNDI,
    DECISIONS,
    DIAGRAMS,
    DMN,
    flow_nodes,
    form,
    id_of,
    root_of,
)
from tests.bpmn.models import FORMS as FORM_FILES

BOUNDS = "{http://www.omg.org/spec/DD/20100524/DC}Bounds"
WAYPOINT = "{http://www.omg.org/spec/DD/20100524/DI}waypoint"
EXISTING = {chinese_numeral(number) for number in ARTICLES}
CITED = re.compile("第([一二三四五六七八九十]+)条")
UNLABELLED = {BPMN + "parallelGateway"}

every_node = pytest.mark.parametrize(
    "element", [pytest.param(e, id=e.get("id")) for e in flow_nodes()]
)
every_diagram = pytest.mark.parametrize("path", DIAGRAMS, ids=lambda path: path.stem)


def shapes(path: Path) -> dict[str, tuple[float, float, float, float]]:
    """Element id -> x, y, width, height."""
    found = {}
    for shape in root_of(path).iter(BPMNDI + "BPMNShape"):
        bounds = shape.find(BOUNDS)
        assert bounds is not None
        x, y, width, height = (float(bounds.attrib[key]) for key in ("x", "y", "width", "height"))
        found[id_of(shape, "bpmnElement")] = (x, y, width, height)
    return found


@every_diagram
def test_everything_is_drawn_once_and_nothing_else(path: Path) -> None:
    root = root_of(path)
    drawn = [
        id_of(element, "bpmnElement")
        for element in root.iter(BPMNDI + "BPMNShape", BPMNDI + "BPMNEdge")
    ]
    modelled = [
        id_of(element)
        for element in root.iter(BPMN + "sequenceFlow", *{node.tag for node in flow_nodes()})
    ]
    assert sorted(drawn) == sorted(modelled)


@every_diagram
def test_flows_begin_and_end_at_the_border_of_what_they_join(path: Path) -> None:
    boxes = shapes(path)
    flows = {id_of(flow): flow for flow in root_of(path).iter(BPMN + "sequenceFlow")}
    for edge in root_of(path).iter(BPMNDI + "BPMNEdge"):
        flow = flows[id_of(edge, "bpmnElement")]
        points = [(float(p.attrib["x"]), float(p.attrib["y"])) for p in edge.iter(WAYPOINT)]
        for (x, y), end in ((points[0], "sourceRef"), (points[-1], "targetRef")):
            left, top, width, height = boxes[id_of(flow, end)]
            assert left <= x <= left + width
            assert top <= y <= top + height
            assert x in (left, left + width) or y in (top, top + height)


@every_diagram
def test_no_shape_lies_on_another_except_in_its_sub_process(path: Path) -> None:
    boxes = shapes(path)
    parents = {
        id_of(element): id_of(element.getparent())
        for element in nodes_of(path)
        if element.tag != BPMN + "boundaryEvent"  # sits on the border of its activity
    }
    boxes = {name: box for name, box in boxes.items() if name in parents}
    for one, (x, y, width, height) in boxes.items():
        for other, (x2, y2, width2, height2) in boxes.items():
            if one < other and parents[one] == parents[other]:
                apart = x + width <= x2 or x2 + width2 <= x or y + height <= y2 or y2 + height2 <= y
                assert apart, f"{one} and {other} overlap"


def nodes_of(path: Path) -> list[etree._Element]:
    return list(root_of(path).iter(*{node.tag for node in flow_nodes()}))


@every_node
def test_a_step_has_a_chinese_label(element: etree._Element) -> None:
    joins = len(element.findall(BPMN + "outgoing")) < 2 and element.tag.endswith("Gateway")
    if element.tag in UNLABELLED or joins:
        assert element.get("name") is None
    else:
        assert re.search("[\u4e00-\u9fff]", element.get("name", ""))


@every_node
def test_a_step_cites_an_article_that_exists(element: etree._Element) -> None:
    documentation = element.findtext(BPMN + "documentation") or ""
    assert "《信访工作条例》" in documentation
    cited = set(CITED.findall(documentation))
    assert cited
    assert cited <= EXISTING


@every_diagram
def test_a_question_has_an_answer_on_each_of_its_flows(path: Path) -> None:
    flows = {flow.get("id"): flow for flow in root_of(path).iter(BPMN + "sequenceFlow")}
    for gateway in root_of(path).iter(BPMN + "exclusiveGateway"):
        outgoing = [flows[out.text] for out in gateway.iter(BPMN + "outgoing")]
        if len(outgoing) < 2:
            continue
        assert gateway.get("name", "").endswith("？")
        for flow in outgoing:
            assert flow.get("name")
            assert flow.get("id", "").startswith(f"{gateway.get('id')}_")
            is_default = gateway.get("default") == flow.get("id")
            assert is_default == (flow.find(BPMN + "conditionExpression") is None)


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_rule_cites_an_article_that_exists(path: Path) -> None:
    rules = list(root_of(path).iter(DMN + "rule"))
    assert rules
    for rule in rules:
        cited = set(CITED.findall(rule.findtext(DMN + "description") or ""))
        assert cited
        assert cited <= EXISTING


@pytest.mark.parametrize("path", FORM_FILES, ids=lambda path: path.stem)
def test_a_form_cites_an_article_that_exists(path: Path) -> None:
    cited = {
        number
        for component in form(path)["components"]
        for number in CITED.findall(component.get("description", "") + component.get("text", ""))
    }
    assert cited
    assert cited <= EXISTING


@every_diagram
def test_no_number_of_days_is_written_into_a_diagram(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\d+\s*(个工作日|日|天|days?)\b", text)
    assert "duration(" not in text
    assert "timeDuration" not in text
