"""What people answer about a proposal, table, diagram and form agree on."""

import pytest

from records.proposals import ANSWERS, REASON_FIELD, Answer
from settings import ROOT
from tests.bpmn.models import DMN, elements, extension, form, id_of, ids, root_of

every_answer = pytest.mark.parametrize(
    ("element_id", "answer"),
    [
        pytest.param(element_id, answer, id=f"{element_id}-{answer.output}")
        for element_id, answers in ANSWERS.items()
        for answer in answers
    ],
)


def keys_of_form(element_id: str) -> set[str]:
    """Keys of the fields of this user task's form."""
    components = form(ROOT / "forms" / f"{element_id}.form")["components"]
    return {component["key"] for component in components if "key" in component}


@every_answer
def test_the_form_has_the_field_and_one_for_the_reason(element_id: str, answer: Answer) -> None:
    assert element_id in ids(elements("userTask"))
    assert {answer.field, REASON_FIELD} <= keys_of_form(element_id)


@every_answer
def test_the_proposal_itself_is_no_field(element_id: str, answer: Answer) -> None:
    assert f"proposed_{answer.output}" not in keys_of_form(element_id)


@every_answer
def test_the_table_has_the_output_and_says_on_what_basis(element_id: str, answer: Answer) -> None:
    table = root_of(ROOT / "bpmn" / f"{answer.decision_id}.dmn")
    assert {answer.output, "basis"} <= {output.get("name") for output in table.iter(f"{DMN}output")}


@every_answer
def test_the_diagram_keeps_the_proposal_as_a_plain_code(element_id: str, answer: Answer) -> None:
    (task,) = [e for e in elements("businessRuleTask") if id_of(e) == answer.decision_id]
    result = extension(task, "calledDecision").get("resultVariable")
    mapped = {output.get("target"): output.get("source") for output in extension(task, "ioMapping")}
    assert mapped[f"proposed_{answer.output}"] == f"={result}.{answer.output}"
