"""This project's own rules for diagrams; the general ones are bpmnlint's."""

import re
from collections.abc import Iterator

from modeling.bpmn import Element, ProcessModel
from modeling.lint.finding import Fault
from modeling.lint.known import Known

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
GENERATED = re.compile(r"[A-Z][A-Za-z]*_[0-9a-z]{5,}")
PERIOD = re.compile(r"\bP(\d|T\d)")
CRON_FIELDS = 6
DECIDING = frozenset({"exclusiveGateway", "inclusiveGateway", "eventBasedGateway"})


def check_diagram(model: ProcessModel, stem: str, known: Known) -> Iterator[Fault]:
    """Every breach of our rules. stem: the file's name without its ending."""
    if model.process_id != stem:
        yield Fault(model.process_id, "file-name", model.process_id)
    if len(model.process_ids) > 1:
        yield Fault(model.process_ids[1], "one-process-per-file")
    if not model.documentation:
        yield Fault(model.process_id, "documentation-required")
    for own in model.ids:
        yield from _check_id(own)
    for element in model.elements:
        yield from _check_step_name(element)
        yield from _check_documentation(element)
        yield from _check_timer(element)
        yield from _check_references(element, known)


def _check_id(own: str) -> Iterator[Fault]:
    if GENERATED.fullmatch(own):
        yield Fault(own, "generated-id", own)
    elif not SNAKE_CASE.fullmatch(own):
        yield Fault(own, "id-snake-case", own)


def _check_step_name(element: Element) -> Iterator[Fault]:
    if element.is_activity and SNAKE_CASE.fullmatch(element.id) and "_" not in element.id:
        yield Fault(element.id, "id-snake-case", element.id)
    for word in (element.job_type, element.form_id):
        if word is not None and word != element.id:
            yield Fault(element.id, "one-word-per-step", word)


def _check_documentation(element: Element) -> Iterator[Fault]:
    decides = element.type in DECIDING and len(element.outgoing) > 1
    if (decides or not element.is_gateway) and not element.documentation:
        yield Fault(element.id, "documentation-required")


def _check_timer(element: Element) -> Iterator[Fault]:
    """A period typed into a diagram would stay when the law or the ledger changes.

    A daily or weekly job by cron is no statutory period and may stand.
    """
    timer = element.timer
    if timer is None or (not timer.startswith("=") and len(timer.split()) == CRON_FIELDS):
        return
    if not timer.startswith("=") or PERIOD.search(timer):
        yield Fault(element.id, "no-literal-period", timer)


def _check_references(element: Element, known: Known) -> Iterator[Fault]:
    """Zeebe finds out only at run time that a bound resource was not deployed along."""
    references = (
        (element.called_process, known.processes),
        (element.called_decision, known.decisions),
        (element.form_id, known.forms),
    )
    for wanted, existing in references:
        if wanted is None:
            continue
        if element.binding != "deployment":
            yield Fault(element.id, "binding-deployment")
        if not wanted.startswith("=") and wanted not in existing:
            yield Fault(element.id, "reference-missing", wanted)
    if element.type == "userTask" and element.form_id is None:
        yield Fault(element.id, "form-required")
