"""Divisions: the list is loaded whole or not at all, names repeat, some rows are no places."""

import gzip
from pathlib import Path

import pytest
from sqlmodel import Session

from records.csv_table import RowsRefused, WrongColumns
from records.divisions import (
    DivisionNotFound,
    Loaded,
    children_of,
    division_path,
    find_divisions,
    get_division,
    load_divisions,
    read_divisions,
)
from records.intake.csv_file import FileNotGzip, FileNotText, LineBroken

HEAD = "code,name,parent_code,level"
ROWS = (
    "980101,示例区,9801,county",
    "98,示例省,,province",
    "9801,市辖区,98,city",
    "9802,示例市,98,city",
    "980201,示例区,9802,area",
    "980201001,示例街道,980201,township",
)


def write(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "divisions.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def load(session: Session, path: Path) -> Loaded:
    return load_divisions(session, read_divisions(path))


def test_only_the_provinces_ship(session: Session) -> None:
    names = [get_division(session, code).name for code in ("11", "65", "71", "81", "82")]
    assert names == [
        "北京市",
        "新疆维吾尔自治区",
        "台湾省",
        "香港特别行政区",
        "澳门特别行政区",
    ]
    assert sum(len(children_of(session, f"{code:02d}")) for code in range(100)) == 0


def test_the_list_in_any_order_is_loaded_once(session: Session, tmp_path: Path) -> None:
    path = write(tmp_path, *ROWS)
    assert load(session, path) == Loaded(added=6, changed=0, unchanged=0, placeholders=1)
    assert load(session, path) == Loaded(added=0, changed=0, unchanged=6, placeholders=1)


def test_a_new_name_is_a_change(session: Session, tmp_path: Path) -> None:
    load(session, write(tmp_path, *ROWS))
    again = load(session, write(tmp_path, "9802,新示例市,98,city"))
    assert again == Loaded(added=0, changed=1, unchanged=0, placeholders=0)
    assert get_division(session, "9802").name == "新示例市"


def test_progress_counts_every_row(session: Session, tmp_path: Path) -> None:
    rows = ["98,示例省,,province", *(f"98{n:02d},第{n}市,98,city" for n in range(1, 100))]
    rows += [f"9801{n:02d},第{n}区,9801,county" for n in range(1, 100)]
    rows += [f"980101{n:03d},第{n}街道,980101,township" for n in range(1, 900)]
    steps: list[int] = []
    divisions = read_divisions(write(tmp_path, *rows))
    load_divisions(session, divisions, on_progress=steps.append)
    assert (sum(steps), len(steps)) == (len(rows), 3)


def test_names_repeat_and_the_path_tells_them_apart(session: Session, tmp_path: Path) -> None:
    load(session, write(tmp_path, *ROWS))
    paths = [
        [one.name for one in division_path(session, division)]
        for division in find_divisions(session, "示例区")
    ]
    assert paths == [["示例省", "示例区"], ["示例省", "示例市", "示例区"]]


def test_a_part_of_a_name_finds_it_too_but_no_placeholder(session: Session, tmp_path: Path) -> None:
    load(session, write(tmp_path, *ROWS))
    assert [one.code for one in find_divisions(session, "示例街")] == ["980201001"]
    assert find_divisions(session, "市辖区") == []
    assert find_divisions(session, "%") == []
    assert [one.name for one in division_path(session, get_division(session, "9801"))] == [
        "示例省",
        "市辖区",
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("98a,示例市,98,city", "two, four, six or nine digits"),
        ("９８０３,示例市,98,city", "two, four, six or nine digits"),
        ("980,示例市,98,city", "two, four, six or nine digits"),
        ("9802,又一市,98,city", "code 9802 for the second time"),
        ("9803,,98,city", "name has"),
        ("9803,示例市,98,county", "level of a code of 4 digits is city"),
        ("9803,示例市,,city", "every division but a province has a parent_code"),
        ("97,示例省,98,province", "every division but a province has a parent_code"),
        ("9703,示例市,98,city", "does not begin with its parent_code 98"),
        ("9803,示例市,98,city,more", "more fields"),
    ],
)
def test_a_wrong_row_is_named_by_its_line(tmp_path: Path, row: str, words: str) -> None:
    with pytest.raises(RowsRefused, match=words) as caught:
        read_divisions(write(tmp_path, *ROWS, row))
    assert [line for line, _ in caught.value.problems] == [8]


def test_many_wrong_rows_are_counted(tmp_path: Path) -> None:
    with pytest.raises(RowsRefused, match="25 wrong rows") as caught:
        read_divisions(write(tmp_path, *["x,,,"] * 25))
    assert str(caught.value).endswith("... and 5 more")


def test_a_parent_that_nobody_knows_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(DivisionNotFound, match="no division 9809"):
        load(session, write(tmp_path, "980901,示例区,9809,county"))
    with pytest.raises(DivisionNotFound):
        get_division(session, "980901")


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    with pytest.raises(WrongColumns, match="no column level"):
        read_divisions(write(tmp_path, head="code,name,parent_code"))
    with pytest.raises(LineBroken):
        read_divisions(write(tmp_path, '98,"示例省,,province'))
    path = write(tmp_path, *ROWS)
    path.write_bytes("98,示例省".encode("gb18030"))
    with pytest.raises(FileNotText, match="GBK"):
        read_divisions(path)
    path.write_bytes(gzip.compress(b"code")[:-9])
    with pytest.raises(FileNotGzip):
        read_divisions(path)


def test_a_packed_file_reads_the_same(tmp_path: Path) -> None:
    path = write(tmp_path, *ROWS)
    plain = [one.code for one in read_divisions(path)]
    path.write_bytes(gzip.compress(path.read_bytes()))
    assert [one.code for one in read_divisions(path)] == plain
