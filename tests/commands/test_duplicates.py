"""`./xinfang duplicates`: pairs of a file, and files that cannot be used."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import delete
from typer.testing import Result

from commands.duplicates import app
from records.database import Database
from records.models import SimilarityEntry, SimilarityKey
from records.petitions import file_petition
from tests.commands.conftest import call
from tests.records.cases import A_PETITION, NOON

LIFT = "三号楼电梯停运两个月，物业公司一直没有维修，老人上下楼十分不便，请有关部门督促维修。"
HEADER = ["id", "person", "sent_at", "text"]
ROWS = [
    ["3", "乙", "2026-03-04", "尊敬的领导：" + LIFT.replace("，", " , ")],
    ["1", "甲", "2026-03-02T08:00:00", LIFT],
    ["2", "甲", "2026-03-03 09:00:00", "三号楼电梯停运，物业公司来人看了就走，何时督促维修？"],
    ["4", "丙", "2026-03-05", "学校食堂饭菜变质，请教育局检查。"],
]


def write(folder: Path, rows: list[list[str]], header: list[str] = HEADER) -> Path:
    path = folder / "in.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def compare(folder: Path, file: Path, *options: object) -> Result:
    return call(app, "--file", file, "--out", folder / "out.csv", *options)


def pairs(folder: Path) -> list[tuple[str, str, str]]:
    with (folder / "out.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert all(0 < float(row["score"]) <= 1 for row in rows)
    return [(row["id"], row["other_id"], row["same_person"]) for row in rows]


def test_later_texts_are_paired_with_earlier_ones(tmp_path: Path) -> None:
    result = compare(tmp_path, write(tmp_path, ROWS))
    assert result.exit_code == 0
    assert result.stdout == f"4 rows, 2 pairs; written to {tmp_path / 'out.csv'}\n"
    assert pairs(tmp_path) == [("2", "1", "true"), ("3", "1", "false")]


def test_thresholds_can_be_set(tmp_path: Path) -> None:
    file = write(tmp_path, ROWS)
    compare(tmp_path, file, "--threshold", "1", "--same-person-threshold", "1")
    assert pairs(tmp_path) == []
    compare(tmp_path, file, "--threshold", "0.1")
    assert ("3", "2", "false") in pairs(tmp_path)


@pytest.mark.parametrize(
    ("header", "rows", "said"),
    [
        (["id", "person", "text"], [["1", "甲", LIFT]], "no column sent_at"),
        (HEADER, [], "no rows"),
        (HEADER, [ROWS[0], ROWS[0]], "the id 3 stands in line 2 and in line 3"),
        (HEADER, [["1", "甲", "soon", LIFT]], "line 2: sent_at is not a time"),
    ],
    ids=["column", "empty", "id twice", "time"],
)
def test_a_file_that_cannot_be_used_is_refused(
    tmp_path: Path, header: list[str], rows: list[list[str]], said: str
) -> None:
    result = compare(tmp_path, write(tmp_path, rows, header))
    assert (result.exit_code, (tmp_path / "out.csv").exists()) == (2, False)
    assert said in result.stderr


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_bytes(b"\xff\xfe\x00\x81\xff\xff")
    assert "neither UTF-8 nor GB18030" in compare(tmp_path, file).stderr


@pytest.mark.parametrize("options", [(), ("--file", "x.csv"), ("--threshold", "2")])
def test_without_both_files_or_with_a_wrong_threshold_it_is_wrong_use(
    options: tuple[str, ...],
) -> None:
    assert call(app, *options).exit_code == 2


def test_petitions_on_file_can_be_put_into_the_index(data: Path, database: Database) -> None:
    with database.transaction() as session:
        file_petition(session, A_PETITION, filed_by=None, now=NOON)
        for table in (SimilarityKey, SimilarityEntry):
            session.execute(delete(table))
    assert call(app, "--index", "--data", data).stdout == "indexed 1 petitions\n"
    assert call(app, "--index", "--data", data).stdout == "indexed 0 petitions\n"
