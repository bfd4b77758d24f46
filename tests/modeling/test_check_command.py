"""`./xinfang check`: one line per finding, and the exit codes others rely on."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from commands.check import app
from tests.modeling.samples import ANSWER_LETTER, write_models

BROKEN = ANSWER_LETTER.replace('type="send_answer"', 'type="send_reply"')


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


def test_right_files_give_no_line_and_exit_code_0(tmp_path: Path) -> None:
    folder = write_models(tmp_path)
    result = check(*sorted(folder.glob("*/*")))
    assert (result.stdout, result.exit_code) == ("", 0)


def test_a_finding_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    path = write_models(tmp_path, answer_letter=BROKEN) / "bpmn" / "answer_letter.bpmn"
    result = check(path, "--language", "en")
    assert result.stdout == (
        f"{path}:send_answer: one-word-per-step: "
        'the job type or form id "send_reply" must be the same as the id of the step\n'
    )
    assert result.exit_code == 1


def test_findings_are_machine_readable(tmp_path: Path) -> None:
    path = write_models(tmp_path, answer_letter=BROKEN) / "bpmn" / "answer_letter.bpmn"
    result = check(path, "--json")
    (finding,) = json.loads(result.stdout)
    assert finding["file"] == str(path)
    assert (finding["element"], finding["rule"]) == ("send_answer", "one-word-per-step")


@pytest.mark.parametrize("name", ["gone.bpmn", "bpmn"])
def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path, name: str) -> None:
    assert check(write_models(tmp_path) / name).exit_code == 2
