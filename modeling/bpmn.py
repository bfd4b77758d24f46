"""Reads a .bpmn file: the steps of its process and everything they refer to."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from modeling.errors import ModelUnreadable
from modeling.xml import BPMN, BPMNDI, ZEEBE, local_name, parse_xml

TIMER_PARTS = ("timeDate", "timeDuration", "timeCycle")
ACTIVITIES = frozenset(
    {
        "adHocSubProcess",
        "businessRuleTask",
        "callActivity",
        "manualTask",
        "receiveTask",
        "scriptTask",
        "sendTask",
        "serviceTask",
        "subProcess",
        "task",
        "transaction",
        "userTask",
    }
)


@dataclass(frozen=True)
class Element:
    """A flow node. type is the BPMN tag ("userTask"); scope the process or sub-process around it.

    A field is None or empty where the element has no such thing. binding belongs to the called
    process, the decision or the form, whichever the element has. Expressions keep their "=".
    """

    id: str
    type: str
    name: str
    documentation: str
    scope: str
    incoming: tuple[str, ...] = ()
    outgoing: tuple[str, ...] = ()
    attached_to: str | None = None
    default_flow: str | None = None
    job_type: str | None = None
    retries: str | None = None
    form_id: str | None = None
    called_process: str | None = None
    called_decision: str | None = None
    binding: str | None = None
    message: str | None = None
    correlation_key: str | None = None
    error_code: str | None = None
    timer: str | None = None
    candidate_groups: str | None = None
    is_terminate_end: bool = False

    @property
    def is_activity(self) -> bool:
        """Whether it is work (task, call activity, sub-process), not an event or gateway."""
        return self.type in ACTIVITIES

    @property
    def is_gateway(self) -> bool:
        """Whether it is a gateway of any kind."""
        return self.type.endswith("Gateway")


@dataclass(frozen=True)
class Flow:
    """A sequence flow."""

    id: str
    source: str
    target: str
    name: str
    condition: str | None


@dataclass(frozen=True)
class ProcessModel:
    """The (first) executable process of a file.

    elements and flows are in document order, those of sub-processes included. ids are all ids of
    the BPMN part (not of the drawing). process_ids has more than one entry in a collaboration.
    """

    process_id: str
    name: str
    documentation: str
    version_tag: str | None
    process_ids: tuple[str, ...]
    elements: tuple[Element, ...]
    flows: tuple[Flow, ...]
    ids: tuple[str, ...]

    def element(self, element_id: str) -> Element:
        """The element of this id. Raises KeyError."""
        return {element.id: element for element in self.elements}[element_id]

    def of_type(self, element_type: str) -> tuple[Element, ...]:
        """The elements with this BPMN tag, for example "serviceTask"."""
        return tuple(element for element in self.elements if element.type == element_type)


def read_process(path: Path) -> ProcessModel:
    """Read a file. Raises ModelUnreadable, OSError."""
    return parse_process(path.read_bytes())


def parse_process(xml: bytes) -> ProcessModel:
    """Read the XML of a diagram. Raises ModelUnreadable."""
    root = parse_xml(xml, f"{BPMN}definitions")
    processes = root.findall(f"{BPMN}process")
    if not processes:
        raise ModelUnreadable("there is no process in it")
    process = processes[0]
    tag = process.find(f"{BPMN}extensionElements/{ZEEBE}versionTag")
    flows = tuple(_flow(node) for node in process.iter(f"{BPMN}sequenceFlow"))
    return ProcessModel(
        process_id=process.get("id", ""),
        name=process.get("name", ""),
        documentation=_text(process, "documentation") or "",
        version_tag=tag.get("value") if tag is not None else None,
        process_ids=tuple(one.get("id", "") for one in processes),
        elements=tuple(_element(node, flows, root) for node in _nodes(process)),
        flows=flows,
        ids=tuple(_ids(root)),
    )


def _nodes(process: etree._Element) -> Iterator[etree._Element]:
    for node in process.iter(f"{BPMN}*"):
        name = local_name(node)
        if name in ACTIVITIES or name.endswith(("Gateway", "Event")):
            yield node


def _element(node: etree._Element, flows: tuple[Flow, ...], root: etree._Element) -> Element:
    own = node.get("id", "")
    parent = node.getparent()
    job = _extension(node, "taskDefinition")
    form = _extension(node, "formDefinition")
    called = _extension(node, "calledElement")
    decision = _extension(node, "calledDecision")
    bound = next((one for one in (form, called, decision) if one), {})
    message = _referred(node, root, "message")
    subscription = message.find(f".//{ZEEBE}subscription") if message is not None else None
    error = _referred(node, root, "error")
    return Element(
        id=own,
        type=local_name(node),
        name=node.get("name", ""),
        documentation=_text(node, "documentation") or "",
        scope=parent.get("id", "") if parent is not None else "",
        incoming=tuple(flow.id for flow in flows if flow.target == own),
        outgoing=tuple(flow.id for flow in flows if flow.source == own),
        attached_to=node.get("attachedToRef"),
        default_flow=node.get("default"),
        job_type=job.get("type"),
        retries=job.get("retries"),
        form_id=form.get("formId"),
        called_process=called.get("processId"),
        called_decision=decision.get("decisionId"),
        binding=bound.get("bindingType"),
        message=message.get("name") if message is not None else None,
        correlation_key=subscription.get("correlationKey") if subscription is not None else None,
        error_code=error.get("errorCode") if error is not None else None,
        timer=_timer(node),
        candidate_groups=_extension(node, "assignmentDefinition").get("candidateGroups"),
        is_terminate_end=node.find(f"{BPMN}terminateEventDefinition") is not None,
    )


def _flow(node: etree._Element) -> Flow:
    return Flow(
        id=node.get("id", ""),
        source=node.get("sourceRef", ""),
        target=node.get("targetRef", ""),
        name=node.get("name", ""),
        condition=_text(node, "conditionExpression"),
    )


def _extension(node: etree._Element, name: str) -> dict[str, str]:
    found = node.find(f"{BPMN}extensionElements/{ZEEBE}{name}")
    return {str(key): str(value) for key, value in found.items()} if found is not None else {}


def _referred(node: etree._Element, root: etree._Element, kind: str) -> etree._Element | None:
    """The root's message or error that the element, or its event definition, points at."""
    definition = node.find(f"{BPMN}{kind}EventDefinition")
    holder = definition if definition is not None else node
    wanted = holder.get(f"{kind}Ref")
    found = (one for one in root.findall(f"{BPMN}{kind}") if one.get("id") == wanted)
    return next(found, None) if wanted else None


def _timer(node: etree._Element) -> str | None:
    for part in TIMER_PARTS:
        text = _text(node, f"timerEventDefinition/{BPMN}{part}")
        if text is not None:
            return text
    return None


def _text(node: etree._Element, path: str) -> str | None:
    found = node.find(f"{BPMN}{path}")
    return (found.text or "").strip() if found is not None else None


def _ids(root: etree._Element) -> Iterator[str]:
    for part in root.iterchildren("*"):
        if part.tag != f"{BPMNDI}BPMNDiagram":
            yield from (str(node.get("id")) for node in part.iter("*") if node.get("id"))
