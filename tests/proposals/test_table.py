"""Reading tables: as offices have them, and what is said when they cannot be read."""

import gzip
from pathlib import Path

import pytest

from proposals.errors import ColumnsMissing, FileUnreadable, IdTwice, ProposalsError, TableEmpty
from proposals.table import check_ids, read_table

TEXT = 'id,text\n1,"电梯停运，\n请维修"\n2, 路灯不亮 \n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letters.csv"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        gzip.compress(TEXT.encode()),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("id,text", " ID ,Text").encode(),
    ],
    ids=["utf-8", "bom", "gb18030", "gzip", "crlf", "capitals"],
)
def test_a_table_is_read_in_each_common_form(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    first, second = read_table(path, "id", "text")
    assert first.values["text"].splitlines() == ["电梯停运，", "请维修"]
    assert (second.line, second.values) == (4, {"id": "2", "text": "路灯不亮"})


def test_a_row_with_too_few_fields_has_empty_ones(path: Path) -> None:
    path.write_text("id,text\n1\n")
    assert read_table(path, "id", "text")[0].values == {"id": "1", "text": ""}


@pytest.mark.parametrize(
    ("data", "problem", "said"),
    [
        (b"", TableEmpty, "no rows"),
        (b"id,text\n", TableEmpty, "no rows"),
        (b"id,words\n1,x\n", ColumnsMissing, "no column text"),
        (b"\xff\xfe\x00\x81\xff\xff", FileUnreadable, "neither UTF-8 nor GB18030"),
        (b"\x1f\x8bbroken", FileUnreadable, "cannot be read"),
        (b'id,text\n1,a\n2,"b\n3,c\n', FileUnreadable, "line 3"),
    ],
    ids=["empty", "header only", "column", "encoding", "gzip", "quotation mark"],
)
def test_what_cannot_be_read_is_said(
    path: Path, data: bytes, problem: type[ProposalsError], said: str
) -> None:
    path.write_bytes(data)
    with pytest.raises(problem, match=said):
        read_table(path, "id", "text")


def test_one_of_two_columns_is_enough(path: Path) -> None:
    path.write_text("tokens,level1\na,b\n")
    assert len(read_table(path, "level1", any_of=("text", "tokens"))) == 1
    path.write_text("words,level1\na,b\n")
    with pytest.raises(ColumnsMissing, match="text or tokens"):
        read_table(path, "level1", any_of=("text", "tokens"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match=r"none\.csv"):
        read_table(tmp_path / "none.csv", "id")


def test_two_rows_with_one_id_are_told_with_both_lines(path: Path) -> None:
    path.write_text("id\n7\n8\n7\n")
    with pytest.raises(IdTwice, match="7 stands in line 2 and in line 4"):
        check_ids(read_table(path, "id"))


def test_a_row_without_id_is_told(path: Path) -> None:
    path.write_text("id,text\n,x\n")
    with pytest.raises(FileUnreadable, match="line 2 has no id"):
        check_ids(read_table(path, "id"))
