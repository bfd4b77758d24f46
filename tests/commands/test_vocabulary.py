"""`./xinfang vocabulary`: looking, changing, exchanging; wrong use that changes nothing."""

import json
from pathlib import Path

import pytest
from typer.testing import Result

from commands import vocabulary
from tests.commands.conftest import call

RENAME = ("set", "purpose", "report", "--name-zh", "检举揭发", "--name-en", "Report")
FROM = ("--from", "2099-01-01", "--reason", "统一用语")


def run(data: Path, *arguments: object) -> Result:
    return call(vocabulary.app, *arguments, "--data", data)


def names(data: Path, *arguments: str) -> dict[str, str]:
    shown = json.loads(run(data, "show", *arguments, "--json").stdout)
    return {term["code"]: term["name_zh"] for term in shown["terms"]}


def test_all_are_listed_with_version_and_basis(data: Path) -> None:
    lines = run(data, "list").stdout.splitlines()
    assert any(line.endswith("信访目的  《信访工作条例》第三十一条") for line in lines)
    rows = json.loads(run(data, "list", "--json").stdout)
    assert len(rows) == len(lines) == 39
    assert rows[0].keys() == {"id", "version", "name_zh", "name_en", "basis", "mark"}


def test_classes_are_shown_as_a_tree(data: Path) -> None:
    lines = run(data, "show", "content_class").stdout.splitlines()
    assert lines[:2] == ["010000  政法  Law and order", "  010100  社会治安  Public security"]
    assert lines[2].startswith("    010101  ")
    assert len(lines) == 461


def test_a_renamed_code_keeps_its_old_name_before_that_day(data: Path) -> None:
    result = run(data, *RENAME, *FROM)
    assert (result.exit_code, result.stdout) == (0, "set report\n")
    assert names(data, "purpose", "--as-of", "2098-12-31")["report"] == "检举"
    assert names(data, "purpose", "--as-of", "2099-01-01")["report"] == "检举揭发"
    assert run(data, *RENAME, "--from", "2099-02-01", "--reason", "又").stdout == (
        "report is so already\n"
    )
    last = run(data, "show", "purpose", "--history").stdout.splitlines()[-1]
    assert last.endswith("  command  统一用语")


def test_a_new_class_stands_below_its_parent(data: Path) -> None:
    words = ("--name-zh", "无人机扰民", "--name-en", "Drones", "--parent", "010100", *FROM)
    assert run(data, "set", "content_class", "010104", *words).exit_code == 0
    lines = run(data, "show", "content_class", "--as-of", "2099-01-01").stdout.splitlines()
    assert "    010104  无人机扰民  Drones" in lines[1:8]


def test_a_closed_code_is_gone_the_day_after(data: Path) -> None:
    closing = ("close", "hot_topic", "pollution", "--on", "2098-12-31", "--reason", "调整")
    assert run(data, *closing).stdout == "closed pollution after 2098-12-31\n"
    assert "pollution" in names(data, "hot_topic", "--as-of", "2098-12-31")
    assert "pollution" not in names(data, "hot_topic", "--as-of", "2099-01-01")


def test_out_to_a_file_edited_and_in_again(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    assert run(data, "export", "hot_topic", "--out", path).stdout == ""
    assert path.read_text(encoding="utf-8") == run(data, "export", "hot_topic").stdout
    rows = path.read_text(encoding="utf-8").splitlines()
    head, *kept = (row for row in rows if not row.startswith("veterans"))
    path.write_text("\n".join([head, *kept, "lifts,,电梯,Lifts,,,,,,"]), encoding="utf-8")
    result = run(data, "import", "hot_topic", path, *FROM)
    assert result.stdout.splitlines() == [
        "changed 1, unchanged 11",
        "not in the file and left as they are: veterans",
    ]
    again = json.loads(run(data, "import", "hot_topic", path, *FROM, "--json").stdout)
    assert (again["changed"], again["unchanged"]) == ([], 12)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "nothing"), "no such vocabulary"),
        (("set", "purpose", "wish", *RENAME[3:], *FROM), "not added or closed. purpose wish"),
        ((*RENAME, "--from", "2020-01-01", "--reason", "x"), "Choose a later day"),
        ((*RENAME, "--from", "soon", "--reason", "x"), "does not match"),
        (("close", "purpose", "claim", "--on", "2099-01-01", "--reason", "x"), "purpose claim"),
        (("import", "hot_topic", "nowhere.csv", *FROM), "there is no file"),
        (("export", "hot_topic", "--out", "nowhere/terms.csv"), "cannot be written"),
    ],
)
def test_wrong_use_says_what_is_wrong(data: Path, arguments: tuple[str, ...], words: str) -> None:
    result = run(data, *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.replace("│", " ").split())


def test_a_wrong_file_changes_nothing(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("code,name_zh,name_en\nlifts,电梯,Lifts\nLifts,电梯,Lifts\n", encoding="utf-8")
    result = run(data, "import", "hot_topic", path, *FROM)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "lifts" not in names(data, "hot_topic", "--as-of", "2099-01-01")
