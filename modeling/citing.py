"""Where models cite the law: steps, rules of decision tables, fields of forms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from law.citations import Citations, merge, read_basis, read_citations
from law.sources import SOURCES
from modeling.bpmn import ProcessModel
from modeling.dmn import Decision, DecisionRule
from modeling.forms import FormModel

BASIS = "basis"  # name of the output that holds ids of law.sources
STRING = re.compile(r'"([^"]*)"')


@dataclass(frozen=True)
class Citing:
    """One part of a model and what it cites; of a rule the label is its description.

    id equals model for the whole process or decision.
    """

    model: str
    id: str
    label: str
    citations: Citations


def citing_in_process(model: ProcessModel) -> Iterator[Citing]:
    """The process and its elements, by their documentation."""
    own = read_citations(model.documentation)
    yield Citing(model.process_id, model.process_id, model.name, own)
    for element in model.elements:
        label = " ".join(element.name.split())
        yield Citing(model.process_id, element.id, label, read_citations(element.documentation))


def citing_in_decisions(decisions: Iterable[Decision]) -> Iterator[Citing]:
    """Decisions, and rules by their description and the basis they give."""
    for decision in decisions:
        own = read_citations(decision.documentation)
        yield Citing(decision.id, decision.id, decision.name, own)
        for rule in decision.rules:
            bases = merge(read_basis(basis) for basis in _bases(decision, rule))
            yield Citing(decision.id, rule.id, rule.note, merge([read_citations(rule.note), bases]))


def citing_in_form(form: FormModel) -> Iterator[Citing]:
    """Fields and texts of a form, by what they explain."""
    for field in form.fields:
        citations = read_citations(f"{field.label} {field.note}")
        yield Citing(form.form_id, field.id or field.key, field.label, citations)


def _bases(decision: Decision, rule: DecisionRule) -> Iterator[str]:
    """Every text of the output `basis`, and in others what begins with the id of a source."""
    for name, entry in zip(decision.outputs, rule.outputs, strict=False):
        for text in STRING.findall(entry):
            if text and (name == BASIS or text.partition(":")[0] in SOURCES):
                yield text
