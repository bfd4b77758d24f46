"""A fact that is not known never stops a case: every table has an answer to nothing at all."""

import re
from pathlib import Path

import pytest

from modeling.dmn import read_decisions
from tests.bpmn.models import DECISIONS
from tests.decisions.rows import evaluated
from tests.running import Running

pytestmark = pytest.mark.engine

every_table = pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
# What stands at a place for a variable in the input expressions of the tables.
VARIABLE = re.compile(r"\b[a-z]+(?:_[a-z]+)*\b(?!\()")
FEEL_WORDS = {"get", "or", "else", "list", "contains", "true", "false", "item", "count"}


def variables_of(path: Path) -> set[str]:
    """Names of the variables that the inputs of a table read."""
    (decision,) = read_decisions(path)
    expressions = [re.sub(r'"[^"]*"', "", expression) for expression in decision.inputs]
    return {name for text in expressions for name in VARIABLE.findall(text)} - FEEL_WORDS


@every_table
async def test_without_any_fact_the_last_rule_answers(xinfang: Running, path: Path) -> None:
    (decision,) = read_decisions(path)
    found = await evaluated(xinfang, path.stem, {})
    assert found.rule_ids == (decision.rules[-1].id,)


@every_table
async def test_facts_that_are_null_count_as_unknown(xinfang: Running, path: Path) -> None:
    (decision,) = read_decisions(path)
    names = variables_of(path)
    assert names
    found = await evaluated(xinfang, path.stem, dict.fromkeys(names))
    assert found.rule_ids == (decision.rules[-1].id,)


@every_table
async def test_facts_of_a_wrong_kind_still_get_an_answer(xinfang: Running, path: Path) -> None:
    (decision,) = read_decisions(path)
    for wrong in ("something else", 7, True):
        found = await evaluated(xinfang, path.stem, dict.fromkeys(variables_of(path), wrong))
        assert set(found.rule_ids) <= {rule.id for rule in decision.rules}
        assert found.rule_ids
