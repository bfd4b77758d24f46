"""The decision tables keep their contract: cited, complete, in declared words, each rule tested."""

import importlib
import inspect
import re
from enum import StrEnum
from pathlib import Path

import pytest
from lxml import etree

from law import decision_facts, decision_words
from law.alerts import DEFAULT_POLICY
from law.citations import read_basis, read_citations
from law.decision_settings import DEFAULT_SETTINGS
from law.sources import SOURCES, cite_basis
from modeling.dmn import Decision, DecisionRule, read_decisions
from settings import ROOT
from tests.bpmn.decision_vocabulary import ANSWERED, ASKED, LISTS, NUMBERS
from tests.bpmn.models import DECISIONS, DMN, id_of, root_of
from tests.decisions.rows import Row

DMNDI = "{https://www.omg.org/spec/DMN/20191111/DMNDI/}"
CHINESE = re.compile("[\u4e00-\u9fff]")
QUOTED = re.compile(r'"([^"]*)"')
WORD = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
BASIS = "basis"
# Duties add up: every rule that matches counts, so nothing is "the first".
HIT_POLICIES = {"derive_outcome_duties": "RULE ORDER"}

every_table = pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)


def table(path: Path) -> Decision:
    (decision,) = read_decisions(path)
    return decision


def rows(path: Path) -> tuple[Row, ...]:
    """The cases of a table's test."""
    found = importlib.import_module(f"tests.decisions.test_{path.stem}").ROWS
    assert isinstance(found, tuple)
    return found


every_rule = pytest.mark.parametrize(
    ("decision", "rule"),
    [
        pytest.param(decision, rule, id=f"{decision.id}-{rule.id}")
        for decision in map(table, DECISIONS)
        for rule in decision.rules
    ],
)


def answer(decision: Decision, rule: DecisionRule, output: str) -> str:
    """The entry of an output, without quotes."""
    return rule.outputs[decision.outputs.index(output)].strip('"')


def columns(path: Path) -> list[str]:
    """What the columns ask, in order: their ids without `input_`."""
    return [id_of(one).removeprefix("input_") for one in root_of(path).iter(DMN + "input")]


class TestEveryTable:
    """A designer opens it and finds a name, labels, a drawing and a last word."""

    @every_table
    def test_it_is_tested_on_the_engine_in_the_file_of_its_name(self, path: Path) -> None:
        test = ROOT / "tests" / "decisions" / f"test_{path.stem}.py"
        assert test.is_file(), f"write {test.relative_to(ROOT)}"

    @every_table
    def test_its_rules_are_all_hit_by_its_tests_and_no_others(self, path: Path) -> None:
        assert {row.rule for row in rows(path)} == {rule.id for rule in table(path).rules}

    @every_table
    def test_its_cases_are_told_apart(self, path: Path) -> None:
        names = [str(row) for row in rows(path)]
        assert len(set(names)) == len(names)

    @every_table
    def test_name_and_labels_are_chinese(self, path: Path) -> None:
        decision = table(path)
        for label in (decision.name, *decision.input_labels, *decision.output_labels):
            assert CHINESE.search(label)

    @every_table
    def test_it_takes_the_first_rule_that_matches(self, path: Path) -> None:
        assert table(path).hit_policy == HIT_POLICIES.get(path.stem, "FIRST")

    @every_table
    def test_it_ends_in_a_rule_for_everything_else_and_has_only_one(self, path: Path) -> None:
        *others, last = table(path).rules
        assert not any(last.inputs)
        assert all(any(rule.inputs) for rule in others)

    @every_table
    def test_no_input_fails_where_a_variable_is_missing(self, path: Path) -> None:
        for expression in table(path).inputs:
            assert "get or else(" in expression

    @every_table
    def test_it_is_drawn(self, path: Path) -> None:
        drawn = [id_of(shape, "dmnElementRef") for shape in root_of(path).iter(DMNDI + "DMNShape")]
        assert drawn == [path.stem]

    @every_table
    def test_ids_are_unique_in_the_file(self, path: Path) -> None:
        ids = [element.get("id") for element in root_of(path).iter() if element.get("id")]
        assert len(set(ids)) == len(ids)

    @every_table
    def test_no_number_stands_in_it_except_levels(self, path: Path) -> None:
        for rule in table(path).rules:
            numbered = {
                name
                for name, entry in zip(columns(path), rule.inputs, strict=True)
                if re.search(r"\d", entry)
            }
            assert numbered <= set(NUMBERS)
            entries = zip(table(path).outputs, rule.outputs, strict=True)
            assert not any(re.search(r"\d", entry) for name, entry in entries if name != BASIS)

    @every_table
    def test_no_number_of_days_is_written_in_it(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"[\d一二三四五六七八九十]+\s*(个工作日|日|天|days?\b)", text)
        assert "duration(" not in text


class TestEveryRule:
    """It names its legal basis twice, for the engine and for the reader, and both agree."""

    @every_rule
    def test_its_id_is_a_readable_name(self, decision: Decision, rule: DecisionRule) -> None:
        assert re.fullmatch(WORD, rule.id)

    @every_rule
    def test_its_basis_is_known(self, decision: Decision, rule: DecisionRule) -> None:
        assert cite_basis(answer(decision, rule, BASIS))

    @every_rule
    def test_its_description_cites_the_regulation_where_it_exists(
        self, decision: Decision, rule: DecisionRule
    ) -> None:
        cited = read_citations(rule.note)
        assert cited.articles
        assert not cited.unknown

    @every_rule
    def test_its_description_names_its_basis(self, decision: Decision, rule: DecisionRule) -> None:
        basis = answer(decision, rule, BASIS)
        named, cited = read_basis(basis), read_citations(rule.note)
        assert set(named.articles) <= set(cited.articles)
        assert set(named.others) <= set(cited.others)
        if not named.articles and not named.others:
            assert SOURCES[basis].name_zh.partition("（")[0] in rule.note

    @every_rule
    def test_what_is_not_law_says_so(self, decision: Decision, rule: DecisionRule) -> None:
        if answer(decision, rule, BASIS) in ("local_rule", "office_setting"):
            assert "可配置" in rule.note


class TestSettings:
    """What an office sets comes in with the facts."""

    def test_every_setting_is_read_by_a_table(self) -> None:
        expressions = " ".join(text for path in DECISIONS for text in table(path).inputs)
        for name in DEFAULT_SETTINGS.facts():
            assert re.search(rf"\b{name}\b", expressions)

    def test_the_lines_of_a_deadline_rise_and_are_those_of_the_alerts(self) -> None:
        facts = DEFAULT_SETTINGS.facts()
        lines = tuple(facts[name] for name in ("warn_from", "alarm_from", "severe_from"))
        assert lines == DEFAULT_POLICY.percents == tuple(sorted(lines))


class TestWords:
    """Answers are codes of a declared vocabulary, and so is what the rules compare with."""

    @every_table
    def test_the_outputs_are_declared_and_the_basis_is_last(self, path: Path) -> None:
        assert table(path).outputs == (*ANSWERED[path.stem], BASIS)

    @every_rule
    def test_every_answer_is_a_declared_word(self, decision: Decision, rule: DecisionRule) -> None:
        for output, allowed in ANSWERED[decision.id].items():
            assert answer(decision, rule, output) in set(allowed)

    @every_table
    def test_every_word_that_is_compared_with_is_declared(self, path: Path) -> None:
        names = columns(path)
        for rule in table(path).rules:
            for name, entry in zip(names, rule.inputs, strict=True):
                if name in ASKED:
                    assert set(QUOTED.findall(entry)) <= set(ASKED[name])
                elif name not in NUMBERS and name not in LISTS:
                    assert entry in ("", "true", "false")

    @every_table
    def test_the_modeler_offers_the_declared_words(self, path: Path) -> None:
        for element in root_of(path).iter(DMN + "input", DMN + "output"):
            offered = element.find(f"{DMN}inputValues/{DMN}text")
            if offered is None:
                offered = element.find(f"{DMN}outputValues/{DMN}text")
            if offered is not None:
                assert QUOTED.findall(offered.text or "") == list(words_of(path, element))

    def test_every_word_is_used_by_a_table(self) -> None:
        used = {*ASKED.values()} | {kind for one in ANSWERED.values() for kind in one.values()}
        declared = {
            kind
            for module in (decision_facts, decision_words)
            for _, kind in inspect.getmembers(module, inspect.isclass)
            if issubclass(kind, StrEnum) and kind is not StrEnum
        }
        assert declared <= used


def words_of(path: Path, element: etree._Element) -> type[StrEnum] | tuple[str, ...]:
    """What is declared for a column."""
    if element.tag == DMN + "input":
        return ASKED[id_of(element).removeprefix("input_")]
    return ANSWERED[path.stem][id_of(element, "name")]
