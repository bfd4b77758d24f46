"""What is learned from: different texts, and which of them belong together."""

import random

from proposals.classes.samples import FEWEST, Sample, sample_set, samples_of
from proposals.plain import plain_text
from proposals.table import Row
from tests.proposals.letters import letters


def test_repeated_texts_are_removed_however_they_are_typed() -> None:
    some = letters(10)
    again = [Sample(f" {one.text}！！".replace("，", ","), one.level1) for one in some]
    found = sample_set([*some, *again])
    assert (found.rows, found.removed, found.samples) == (60, 30, tuple(some))


def test_nearly_repeated_texts_belong_to_one_group() -> None:
    some = letters(10)
    changed = [Sample(f"领导好。{one.text}谢谢", one.level1) for one in some]
    found = sample_set([*some, *changed])
    assert found.removed == 0
    assert found.groups[:30] == found.groups[30:]


def test_a_class_with_too_few_texts_is_left_out_and_told() -> None:
    few = [Sample("河道有垃圾，臭味很大", "环境")] * 9
    found = sample_set([*letters(FEWEST + 20), *few])
    assert found.left_out == {"环境": 1}
    assert {one.level1 for one in found.samples} == {"住房", "教育", "交通"}


def test_rows_without_text_or_class_are_left_out() -> None:
    rows = [
        Row(2, {"text": "电梯停运", "level1": "住房"}),
        Row(3, {"text": "", "level1": "住房"}),
        Row(4, {"text": "路灯不亮", "level1": ""}),
    ]
    assert samples_of(rows) == [Sample("电梯停运", "住房")]


def test_whole_texts_go_before_lists_of_words() -> None:
    rows = [Row(2, {"text": "电梯停了", "tokens": "电梯 停", "level1": "住房"})]
    assert samples_of(rows) == [Sample("电梯停了", "住房")]


def test_a_list_of_words_is_tried_as_a_sentence_with_all_its_words_in_order() -> None:
    cut = Sample("三号楼 电梯 停运 两个 月 督促 维修", "住房", cut=True)
    written = [cut.as_written(random.Random(seed)) for seed in range(50)]
    assert len(set(written)) > 40
    assert all(" " not in one for one in written)
    for one in written:
        places = [one.index(word) for word in cut.text.split()]
        assert places == sorted(places)
    assert sum(len(plain_text(one)) > len(plain_text(cut.text)) for one in written) > 10


def test_a_whole_text_is_tried_as_it_is() -> None:
    assert Sample("电梯 停运。", "住房").as_written(random.Random(1)) == "电梯 停运。"
