"""`./xinfang divisions`: loading the list and looking in it."""

import json
from pathlib import Path

from commands import divisions
from tests.commands.conftest import call

ROWS = """code,name,parent_code,level
98,示例省,,province
9801,市辖区,98,city
9802,示例市,98,city
980101,示例区,9801,area
980201,示例区,9802,area
"""


def write(folder: Path, text: str = ROWS) -> Path:
    path = folder / "divisions.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_loading_twice_changes_nothing(data: Path, tmp_path: Path) -> None:
    load = ("import", write(tmp_path), "--data", data)
    first = call(divisions.app, *load)
    assert first.stdout == "added 5, changed 0, unchanged 0; 1 of the file are no places\n"
    assert "5/5" in first.stderr
    assert json.loads(call(divisions.app, *load, "--json").stdout) == {
        "added": 0,
        "changed": 0,
        "unchanged": 5,
        "placeholders": 1,
    }


def test_a_name_is_found_with_its_whole_path(data: Path, tmp_path: Path) -> None:
    call(divisions.app, "import", write(tmp_path), "--data", data)
    found = call(divisions.app, "find", "示例区", "--data", data)
    assert found.stdout.splitlines() == [
        "980101  county  示例省 > 示例区",
        "980201  county  示例省 > 示例市 > 示例区",
    ]
    rows = json.loads(call(divisions.app, "find", "示例区", "--json", "--data", data).stdout)
    assert rows[1]["path"] == ["示例省", "示例市", "示例区"]
    assert call(divisions.app, "find", "没有的地方", "--data", data).exit_code == 1


def test_one_is_shown_with_what_lies_below(data: Path, tmp_path: Path) -> None:
    call(divisions.app, "import", write(tmp_path), "--data", data)
    shown = call(divisions.app, "show", "9801", "--data", data)
    assert shown.stdout.splitlines() == [
        "9801  city  示例省 > 市辖区  (no place)",
        "  980101  示例区",
    ]
    province = json.loads(call(divisions.app, "show", "98", "--json", "--data", data).stdout)
    assert [one["code"] for one in province["children"]] == ["9801", "9802"]
    assert call(divisions.app, "show", "97", "--data", data).exit_code == 1


def test_a_wrong_row_loads_nothing(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, ROWS + "9803,,98,city\n")
    result = call(divisions.app, "import", path, "--data", data)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "line 7: name has 1 to 100 characters" in result.stderr
    assert call(divisions.app, "show", "98", "--data", data).exit_code == 1


def test_a_file_that_is_not_there_is_wrong_use(data: Path) -> None:
    assert call(divisions.app, "import", "nowhere.csv", "--data", data).exit_code == 2
