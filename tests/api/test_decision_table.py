"""Reading decision tables as the journal keeps them."""

from base64 import b64decode

import pytest

from api.queries.decision_table import UNKNOWN, DecisionTable, Rule, read_table
from settings import ROOT
from tests.journal.records import captured

CATEGORY = (ROOT / "bpmn" / "propose_category.dmn").read_text()


@pytest.fixture(scope="module")
def trial() -> str:
    """A file of two decisions, one requiring the other."""
    (deployed,) = [
        record
        for record in captured(trial="decisions")
        if record["valueType"] == "DECISION_REQUIREMENTS"
    ]
    return b64decode(deployed["value"]["resource"]).decode()


def with_basis(literal: str) -> Rule:
    """The first rule, with this basis."""
    xml = CATEGORY.replace('"regulation_2022:30"', literal.replace("&", "&amp;"))
    return read_table(xml, "propose_category").rules["sealed_accusation"]


def test_labels_rules_and_articles_of_a_table_of_ours() -> None:
    table = read_table(CATEGORY, "propose_category")
    assert table.name == "拟定信访目的"
    assert table.inputs == {"input_tags": "标签", "input_form": "信访形式"}
    assert table.outputs == {"category": "拟定信访目的", "basis": "依据"}
    assert [rule.number for rule in table.rules.values()] == list(range(1, 9))
    assert table.rules["makes_proposal"].basis == ("regulation_2022:29",)


def test_a_required_decision_lends_its_inputs_and_rules_but_not_its_outputs(trial: str) -> None:
    table = read_table(trial, "weigh_case")
    assert table.outputs == {"mode": "方式", "basis": "依据"}
    assert table.inputs["input_people"] == "人数"
    assert table.rules["five_or_more"] == Rule(1, "", ())
    assert table.rules["urgent"] == Rule(2, "紧急。", ("local_rule",))


def test_an_output_without_label_goes_by_its_name(trial: str) -> None:
    assert read_table(trial, "count_people").outputs == {"size": "size"}


@pytest.mark.parametrize(
    ("literal", "ids"),
    [
        ('"local_rule"', ("local_rule",)),
        ('"local_rule regulation_2022:30"', ("local_rule", "regulation_2022:30")),
        ('["local_rule", "regulation_2022:30"]', ("local_rule", "regulation_2022:30")),
        ('if true then "a" else "b"', ()),
        ("7", ()),
        ('""', ()),
        ("", ()),
    ],
)
def test_a_basis_is_one_id_or_several_and_never_computed(
    literal: str, ids: tuple[str, ...]
) -> None:
    assert with_basis(literal).basis == ids


def test_a_decision_that_is_not_in_the_file_is_unknown() -> None:
    assert read_table(CATEGORY, "nothing_like_it") is UNKNOWN
    assert DecisionTable() == UNKNOWN
