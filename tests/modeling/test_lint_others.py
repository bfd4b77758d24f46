"""The rules for decisions and forms, each with a breach."""

import json
from pathlib import Path
from typing import Any

import pytest

from modeling.lint import Finding, lint_files
from tests.modeling.samples import CHOOSE_UNIT, read_letter_form, write_models


def lint_decision(folder: Path, text: str) -> set[tuple[str, str]]:
    path = write_models(folder, choose_unit=text) / "bpmn" / "choose_unit.dmn"
    return {(one.element, one.rule) for one in lint_files([path])}


def lint_form(folder: Path, form: dict[str, Any]) -> set[tuple[str, str]]:
    path = write_models(folder, read_letter=json.dumps(form)) / "forms" / "read_letter.form"
    return {(one.element, one.rule) for one in lint_files([path])}


def form_with(**field: object) -> dict[str, Any]:
    """The sample form whose first field is changed."""
    form = read_letter_form()
    form["components"][0].update(field)
    return form


def test_a_right_decision_and_a_right_form_have_no_finding(tmp_path: Path) -> None:
    assert lint_decision(tmp_path, CHOOSE_UNIT) == set()
    assert lint_form(tmp_path, read_letter_form()) == set()


@pytest.mark.parametrize(
    ("element", "rule", "before", "after"),
    [
        ("other_unit", "file-name", 'decision id="choose_unit"', 'decision id="other_unit"'),
        ("choose_unit", "documentation-required", "按属地选择（第五条）。", ""),
        ("choose_unit", "hit-policy", ' hitPolicy="FIRST"', ""),
        ("by_place", "rule-cites-article", "属地管理（第五条）。", "属地管理。"),
        ("by_place", "article-exists", "属地管理（第五条）。", "属地管理（第五十五条）。"),
        ("choose_unit", "article-exists", "按属地选择（第五条）。", "按属地选择（第五条第二款）。"),
        ("by_place", "article-exists", '"north_bureau"', '"regulation_2022:31(七)"'),
        ("", "parse-error", "</definitions>", ""),
        ("", "parse-error", "DMN/20191111", "DMN/20151101"),
    ],
)
def test_a_broken_rule_of_a_decision_is_found(
    tmp_path: Path, element: str, rule: str, before: str, after: str
) -> None:
    assert before in CHOOSE_UNIT
    assert (element, rule) in lint_decision(tmp_path, CHOOSE_UNIT.replace(before, after))


def test_the_article_may_stand_in_an_annotation(tmp_path: Path) -> None:
    note = "<annotationEntry><text>第三十条</text></annotationEntry>"
    text = CHOOSE_UNIT.replace("<description>属地管理（第五条）。</description>", "")
    assert lint_decision(tmp_path, text.replace("</rule>", f"{note}</rule>")) == set()


@pytest.mark.parametrize(
    ("element", "rule", "form"),
    [
        ("", "file-name", {**read_letter_form(), "id": "write_letter"}),
        ("field_subject", "chinese-label", form_with(label="Subject")),
        ("field_subject", "chinese-label", form_with(label="")),
        ("field_subject", "key-is-identifier", form_with(key="来信标题")),
        ("", "duplicate-key", form_with(key="people.name")),
        ("field_subject", "unknown-component", form_with(type="slider")),
        ("field_subject", "article-exists", form_with(description="依照第五十一条填写。")),
        ("field_subject", "article-exists", form_with(type="text", text="第三十六条第四款")),
        ("field_subject", "form-linting", form_with(disabled=True)),
        ("field_subject", "form-linting", form_with(conditional={"hide": "=(("})),
    ],
)
def test_a_broken_rule_of_a_form_is_found(
    tmp_path: Path, element: str, rule: str, form: dict[str, Any]
) -> None:
    assert (element, rule) in lint_form(tmp_path, form)


@pytest.mark.parametrize(
    ("basis", "rules"),
    [
        ('"regulation_2022:5(三)"', set()),
        ('"civil_code:203"', set()),
        ('""', set()),
        ('"by custom"', {("by_place", "article-exists")}),
        ('if true then "regulation_2022:5" else "civil_code:x"', {("by_place", "article-exists")}),
    ],
)
def test_the_output_basis_holds_ids_of_sources(
    tmp_path: Path, basis: str, rules: set[tuple[str, str]]
) -> None:
    text = CHOOSE_UNIT.replace('name="unit"', 'name="basis"')
    assert lint_decision(tmp_path, text.replace('"north_bureau"', basis)) == rules


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"components": [1]}'])
def test_a_file_that_is_no_form_is_a_finding_and_no_traceback(tmp_path: Path, text: str) -> None:
    path = write_models(tmp_path, read_letter=text) / "forms" / "read_letter.form"
    assert [one.rule for one in lint_files([path])] == ["parse-error"]


def test_findings_name_the_file_as_it_was_given(tmp_path: Path) -> None:
    folder = write_models(tmp_path, read_letter="{")
    path = folder / "forms" / "read_letter.form"
    assert isinstance(lint_files([path])[0], Finding)
    assert lint_files([path])[0].file == str(path)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("x")
    with pytest.raises(ValueError, match=r"\.bpmn"):
        lint_files([path])
