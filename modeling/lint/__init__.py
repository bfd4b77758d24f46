"""Checks diagrams, decisions and forms: the vendors' linters and this project's own rules."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from modeling.bpmn import parse_process
from modeling.citing import citing_in_decisions, citing_in_form, citing_in_process
from modeling.dmn import parse_decisions
from modeling.errors import ModelUnreadable, ScriptFailed
from modeling.forms import parse_form
from modeling.javascript import Script
from modeling.lint.articles import check_articles
from modeling.lint.bpmnlint_words import say_in_chinese
from modeling.lint.decisions import check_decisions
from modeling.lint.diagrams import check_diagram
from modeling.lint.finding import Fault, Finding, Language
from modeling.lint.forms import check_form
from modeling.lint.known import Known, known_models
from modeling.lint.words import say

__all__ = ["SUFFIXES", "Finding", "Language", "lint_files"]

SUFFIXES = (".bpmn", ".dmn", ".form")

_bpmnlint = Script("lint.js")
_form_linting = Script("form_lint.js")


def lint_files(paths: Iterable[Path], language: Language = "zh") -> list[Finding]:
    """Every finding, in the order of the files.

    Raises BundleMissing (see modeling.bundle), OSError, ValueError for a file of another kind.
    """
    files = list(paths)
    known = known_models(files)
    return [finding for path in files for finding in _lint_file(path, known, language)]


def _lint_file(path: Path, known: Known, language: Language) -> Iterator[Finding]:
    text = path.read_bytes()
    try:
        if path.suffix == ".bpmn":
            model = parse_process(text)
            reports = _bpmnlint.call("lint", text.decode("utf-8"))
            faults = check_diagram(model, path.stem, known)
            citing = citing_in_process(model)
        elif path.suffix == ".dmn":
            reports = []
            decisions = parse_decisions(text)
            faults = check_decisions(decisions, path.stem)
            citing = citing_in_decisions(decisions)
        elif path.suffix == ".form":
            form = parse_form(text)
            faults = check_form(form, path.stem)
            citing = citing_in_form(form)
            reports = _form_linting.call("lintForm", form.schema)
        else:
            raise ValueError(f"{path}: only {', '.join(SUFFIXES)} files can be checked")
    except (ModelUnreadable, ScriptFailed, UnicodeDecodeError) as error:
        yield _finding(path, Fault("", "parse-error", str(error)), language)
        return
    for report in reports:
        english = report["message"]
        message = say_in_chinese(report["rule"], english) if language == "zh" else english
        yield Finding(str(path), report["id"], report["rule"], message)
    for fault in chain(faults, check_articles(citing)):
        yield _finding(path, fault, language)


def _finding(path: Path, fault: Fault, language: Language) -> Finding:
    message = say(fault.rule, fault.value, language)
    return Finding(str(path), fault.element, fault.rule, message)
