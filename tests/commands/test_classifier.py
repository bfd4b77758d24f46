"""`./xinfang classifier`: train and predict on files, good and bad."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import Result

from commands.classifier import app
from tests.commands.conftest import call
from tests.proposals.letters import letters


def write(path: Path, header: list[str], rows: list[list[str]], encoding: str = "utf-8") -> Path:
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file).writerows([header, *rows])
    return path


def train(folder: Path, file: Path, *options: object) -> Result:
    return call(app, "train", "--file", file, "--data", folder, *options)


def predict(folder: Path, file: Path, *options: object) -> Result:
    return call(
        app, "predict", "--file", file, "--out", folder / "out.csv", "--data", folder, *options
    )


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a classifier."""
    folder = tmp_path_factory.mktemp("taught")
    result = train(folder, lettered(folder))
    assert result.exit_code == 0, result.output
    return folder


def lettered(folder: Path, of_each: int = 40, encoding: str = "utf-8") -> Path:
    rows = [[one.text, one.level1] for one in letters(of_each)]
    return write(folder / "letters.csv", ["text", "level1"], rows, encoding)


def answers(folder: Path) -> list[dict[str, str]]:
    with (folder / "out.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


class TestTrain:
    @pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
    def test_it_tells_rows_classes_scores_and_speed(self, tmp_path: Path, encoding: str) -> None:
        lines = train(tmp_path, lettered(tmp_path, encoding=encoding)).stdout.splitlines()
        assert lines[0].startswith("rows 120, duplicates removed 0, texts 120 in ")
        assert lines[0].endswith("classes 3")
        assert lines[1].startswith("macro F1  5-fold ")
        assert [line.split()[-1] for line in lines[2:5]] == ["交通", "住房", "教育"]
        assert lines[5].startswith("one proposal: p50 ")
        assert lines[6] == f"saved {tmp_path / 'classifier' / 'content_classes.zip'}"

    def test_machines_get_the_same_as_json(self, tmp_path: Path) -> None:
        told = json.loads(train(tmp_path, lettered(tmp_path), "--json").stdout)
        assert (told["rows"], told["duplicates_removed"], told["left_out"]) == (120, 0, {})
        assert set(told["five_fold"]["by_class"]) == {"交通", "住房", "教育"}
        assert told["milliseconds"]["p50"] > 0

    def test_lists_of_words_are_said_to_be_tried_as_sentences(self, tmp_path: Path) -> None:
        rows = [[" ".join(one.text), one.level1] for one in letters(40)]
        file = write(tmp_path / "words.csv", ["tokens", "level1"], rows)
        assert "stop words and punctuation put back" in train(tmp_path, file).stdout

    def test_a_rare_class_is_left_out_and_told(self, tmp_path: Path) -> None:
        rows = [[one.text, one.level1] for one in letters(40)]
        file = write(tmp_path / "l.csv", ["text", "level1"], [*rows, ["河道有垃圾", "环境"]])
        assert "left out: 环境 (1 different texts" in train(tmp_path, file).stdout

    def test_it_goes_where_it_is_asked_to(self, tmp_path: Path) -> None:
        train(tmp_path, lettered(tmp_path), "--out", tmp_path / "there")
        assert (tmp_path / "there" / "content_classes.zip").is_file()
        assert not (tmp_path / "classifier").exists()

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"", "no rows"),
            (b"text,level1\n", "no rows"),
            (b"text\nx\n", "no column level1"),
            (b"words,level1\nx,y\n", "no column text or tokens"),
            (b"\xff\xfe\x00\x81\xff\xff", "neither UTF-8 nor GB18030"),
            (("text,level1\n" + "电梯停运,住房\n" * 30).encode(), "two content classes"),
        ],
        ids=["empty", "header", "no class", "no text", "encoding", "one class"],
    )
    def test_rows_that_teach_nothing_are_refused_with_the_reason(
        self, tmp_path: Path, data: bytes, said: str
    ) -> None:
        file = tmp_path / "bad.csv"
        file.write_bytes(data)
        result = train(tmp_path, file)
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr
        assert not (tmp_path / "classifier").exists()

    def test_without_rows_to_learn_from_it_is_wrong_use(self, tmp_path: Path) -> None:
        assert call(app, "train", "--data", tmp_path).exit_code == 2

    def test_an_office_without_decided_classes_is_told_so(self, data: Path) -> None:
        result = call(app, "train", "--records", "--data", data)
        assert result.exit_code == 2
        assert "No petition here has a content class that a person decided" in result.stderr


class TestPredict:
    def test_each_row_gets_a_class_and_a_probability(self, taught: Path) -> None:
        file = write(
            taught / "in.csv",
            ["id", "text"],
            [["7", "校车已经停运了，孩子们上学不便"], ["5", "路口堵车，红绿灯也坏了"]],
        )
        assert predict(taught, file).exit_code == 0
        found = answers(taught)
        assert [(row["id"], row["level1"]) for row in found] == [("7", "教育"), ("5", "交通")]
        assert all(0.4 < float(row["score"]) <= 1 for row in found)
        assert list(found[0]) == ["id", "level1", "score"]

    def test_a_subject_is_read_with_the_text(self, taught: Path) -> None:
        file = write(taught / "in.csv", ["id", "subject", "text"], [["1", "幼儿园收费", "请答复"]])
        predict(taught, file)
        assert answers(taught)[0]["level1"] == "教育"

    def test_a_row_without_text_gets_no_class(self, taught: Path) -> None:
        file = write(taught / "in.csv", ["id", "text"], [["1", ""], ["2", "路口堵车"]])
        result = predict(taught, file)
        assert (result.exit_code, answers(taught)[0]) == (
            0,
            {"id": "1", "level1": "", "score": "0.0000"},
        )
        assert "2 rows, 1 of them without a proposal" in result.stdout

    def test_explain_shows_the_likeliest_and_what_says_so(self, taught: Path) -> None:
        file = write(taught / "in.csv", ["id", "text"], [["1", "路口堵车，红绿灯损坏"]])
        lines = predict(taught, file, "--explain").stdout.splitlines()
        row_id, level1, score, reasons = lines[0].split()
        assert (row_id, level1, float(score) > 0.4) == ("1", "交通", True)
        assert "堵车" in reasons.split("、") or "路口" in reasons.split("、")
        assert len(lines) == 4

    def test_without_a_classifier_one_is_told_to_train_first(self, tmp_path: Path) -> None:
        file = write(tmp_path / "in.csv", ["id", "text"], [["1", "x"]])
        result = predict(tmp_path, file)
        assert (result.exit_code, (tmp_path / "out.csv").exists()) == (2, False)
        assert "Train first: ./xinfang classifier train" in result.stderr

    @pytest.mark.parametrize(
        ("header", "rows", "said"),
        [
            (["id", "words"], [["1", "x"]], "no column text"),
            (["text"], [["x"]], "no column id"),
            (["id", "text"], [["1", "x"], ["1", "y"]], "the id 1 stands in line 2 and in line 3"),
            (["id", "text"], [["", "x"]], "has no id"),
            (["id", "text"], [], "no rows"),
        ],
        ids=["no text", "no id column", "id twice", "id empty", "empty"],
    )
    def test_a_file_that_cannot_be_answered_is_refused(
        self, taught: Path, tmp_path: Path, header: list[str], rows: list[list[str]], said: str
    ) -> None:
        file = write(tmp_path / "in.csv", header, rows)
        out = tmp_path / "out.csv"
        result = call(app, "predict", "--file", file, "--out", out, "--data", taught)
        assert (result.exit_code, out.exists()) == (2, False)
        assert said in result.stderr

    def test_a_place_that_cannot_be_written_is_told(self, taught: Path, tmp_path: Path) -> None:
        file = write(tmp_path / "in.csv", ["id", "text"], [["1", "路口堵车"]])
        out = tmp_path / "none" / "out.csv"
        result = call(app, "predict", "--file", file, "--out", out, "--data", taught)
        assert (result.exit_code, "No such file" in result.stderr) == (2, True)
