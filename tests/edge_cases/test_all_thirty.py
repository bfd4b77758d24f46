"""Every edge case has exactly one test, and its marks say what the test runs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.edge_cases import EDGE_CASES

NAME = re.compile(r"test_edge_case_(\d\d)_(\w+)")
Test = ast.FunctionDef | ast.AsyncFunctionDef


def found() -> Iterator[tuple[int, str, Test]]:
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match = NAME.fullmatch(node.name) if isinstance(node, Test) else None
            if match and isinstance(node, Test):
                yield int(match[1]), match[2], node


TESTS = list(found())


def marks_of(test: Test) -> set[str]:
    """The names after pytest.mark of its decorators."""
    words = [ast.unparse(decorator) for decorator in test.decorator_list]
    return {word.removeprefix("pytest.mark.").partition("(")[0] for word in words}


def proves_something(test: Test) -> bool:
    return any(
        isinstance(node, ast.Assert) or (isinstance(node, ast.Attribute) and node.attr == "raises")
        for node in ast.walk(test)
    )


def test_each_of_the_thirty_has_one_test() -> None:
    assert sorted(number for number, _, _ in TESTS) == list(range(1, 31)) == list(EDGE_CASES)


@pytest.mark.parametrize(("number", "words", "test"), TESTS, ids=[words for _, words, _ in TESTS])
def test_its_name_docstring_and_marks_are_right(number: int, words: str, test: Test) -> None:
    assert words == EDGE_CASES[number]
    assert ast.get_docstring(test)
    assert proves_something(test)
    marks = marks_of(test)
    assert "engine" in marks
    assert not marks & {"skip", "skipif", "xfail"}
