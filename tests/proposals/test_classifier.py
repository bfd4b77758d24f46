"""Learning classes and proposing them, on letters not seen; the classifier as data in a file."""

import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from proposals.classes.classifier import FILE_NAME, Classifier
from proposals.classes.propose import propose
from proposals.classes.samples import Sample, sample_set
from proposals.classes.scores import scores_of
from proposals.classes.training import Trained, train
from proposals.errors import ClassifierUnreadable, NoClassifier, TooFewClasses
from tests.proposals.letters import MATTERS, ROOT, letter, letters

DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def trained() -> Trained:
    return train(sample_set(letters(60)), on=DAY)


@pytest.fixture
def folder(trained: Trained, tmp_path: Path) -> Path:
    trained.classifier.save(tmp_path)
    return tmp_path


def test_letters_not_seen_get_their_class(trained: Trained) -> None:
    chance = random.Random(99)
    for level1 in MATTERS:
        best, *_ = trained.classifier.propose(letter(level1, chance))
        assert (best.level1, best.score > 0.6) == (level1, True)


def test_scores_are_a_distribution_and_the_best_comes_first(trained: Trained) -> None:
    proposals = trained.classifier.propose("校车停运，孩子上学不便", top=3)
    scores = [one.score for one in proposals]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(1)


def test_reasons_are_pieces_of_the_text_that_belong_to_the_class(trained: Trained) -> None:
    text = "小区电梯停运，物业收费"
    best = trained.classifier.propose(text)[0]
    assert best.level1 == "住房"
    assert best.reasons
    assert all(reason in text for reason in best.reasons)
    assert {"电梯", "物业"} & set(best.reasons)


@pytest.mark.parametrize("text", ["", " \n", "12345", "ααββγγ"])
def test_nothing_is_proposed_for_a_text_that_says_nothing_known(
    trained: Trained, text: str
) -> None:
    assert trained.classifier.propose(text) == []


def test_the_same_rows_give_the_same_classifier(trained: Trained) -> None:
    again = train(sample_set(letters(60)), on=DAY).classifier
    assert again.weights == trained.classifier.weights
    assert again.biases == trained.classifier.biases


def test_lists_of_words_teach_the_classes_of_whole_sentences() -> None:
    cut = [Sample(" ".join(one.text), one.level1, cut=True) for one in letters(60)]
    classifier = train(sample_set(cut), on=DAY).classifier
    assert classifier.propose("我们的校车已经停运了，孩子们上学很不方便。")[0].level1 == "教育"


def test_two_classes_are_enough() -> None:
    two = train(sample_set(letters(40, ("住房", "交通"))), on=DAY)
    assert two.classifier.propose("路口堵车，红绿灯损坏")[0].level1 == "交通"
    assert two.classifier.propose("房屋漏水，外墙脱落")[0].level1 == "住房"


@pytest.mark.parametrize("samples", [letters(40, ("住房",)), letters(2), []])
def test_fewer_than_two_classes_are_refused(samples: list[Sample]) -> None:
    with pytest.raises(TooFewClasses, match="two content classes"):
        train(sample_set(samples), on=DAY)


def test_scores_count_by_class() -> None:
    scores = scores_of(["a", "b"], [0, 0, 1, 1], [[1, 0], [0, 1], [0, 1], [0, 1]])
    assert scores.accuracy == 0.75
    one, other = scores.by_class["a"], scores.by_class["b"]
    assert (one.precision, one.recall, other.precision, other.recall) == (1, 0.5, 2 / 3, 1)
    assert scores.macro_f1 == pytest.approx((2 / 3 + 0.8) / 2)


def test_a_class_that_is_never_answered_scores_nothing() -> None:
    assert scores_of(["a", "b"], [0, 1], [[1, 0], [1, 0]]).by_class["b"].f1 == 0


class TestTheFile:
    def test_what_was_saved_proposes_the_same(self, trained: Trained, folder: Path) -> None:
        loaded = Classifier.load(folder)
        for one in letters(5):
            ours, theirs = trained.classifier.propose(one.text), loaded.propose(one.text)
            assert [p.level1 for p in ours] == [p.level1 for p in theirs]
            assert [p.score for p in ours] == pytest.approx([p.score for p in theirs], abs=1e-5)

    def test_it_says_what_it_was_trained_on(self, folder: Path) -> None:
        with zipfile.ZipFile(folder / FILE_NAME) as archive:
            assert sorted(archive.namelist()) == ["facts.json", "features.json", "weights.f32"]
            facts = json.loads(archive.read("facts.json"))
        assert (facts["format"], facts["trained_on"], facts["rows"]) == (1, "2026-03-02", 180)
        assert facts["classes"] == sorted(MATTERS)
        assert facts["five_fold"]["macro_f1"] > 0.9

    def test_without_it_one_is_told_to_train_first(self, tmp_path: Path) -> None:
        for ask in (lambda: Classifier.load(tmp_path), lambda: propose("x", tmp_path)):
            with pytest.raises(NoClassifier, match=r"Train first: \./xinfang classifier train"):
                ask()

    @pytest.mark.parametrize(
        "damage",
        [
            lambda data: b"not a zip",
            lambda data: data[: len(data) // 2],
            lambda data: data.replace(b"facts.json", b"fakts.json"),
        ],
        ids=["something else", "cut off", "a part missing"],
    )
    def test_a_damaged_one_is_told_and_nothing_of_it_runs(
        self, folder: Path, damage: Callable[[bytes], bytes]
    ) -> None:
        path = folder / FILE_NAME
        path.write_bytes(damage(path.read_bytes()))
        with pytest.raises(ClassifierUnreadable, match="Train again"):
            Classifier.load(folder)

    @pytest.mark.parametrize("change", [{"format": 2}, {"classes": ["one"]}, {"sharpness": "x"}])
    def test_one_of_another_shape_is_told(self, folder: Path, change: dict[str, object]) -> None:
        path = folder / FILE_NAME
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["facts.json"] = json.dumps(json.loads(parts["facts.json"]) | change).encode()
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        with pytest.raises(ClassifierUnreadable):
            Classifier.load(folder)

    def test_one_trained_meanwhile_is_used_at_once(self, folder: Path) -> None:
        text = "路口堵车"
        assert len(propose(text, folder)) == 3
        train(sample_set(letters(40, ("住房", "交通"))), on=DAY).classifier.save(folder)
        assert len(propose(text, folder)) == 2


def test_proposing_and_comparing_load_no_numpy() -> None:
    """Application and workers stay as small as they are."""
    program = (
        "import sys, records.similarity, commands.classifier, proposals.classes.propose,"
        "proposals.likeness.pairs;"
        "print(sorted({'numpy', 'scipy', 'sklearn'} & set(sys.modules)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout == "[]\n"
