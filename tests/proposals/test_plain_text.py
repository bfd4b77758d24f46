"""What is left of a text: the same however it was typed."""

import pytest

from proposals.plain import plain_text

LETTER = "三号楼电梯停运两个月，请督促维修。"


@pytest.mark.parametrize(
    "written",
    [
        "三号楼 电梯 停运 两个月 请 督促 维修",
        "三号楼电梯停运两个月!\n\n请督促维修……",
        "三号楼的电梯停运了两个月，请督促维修吧。",
        "三号楼电梯停运两个月，请督促维修。12345",
        "三号楼电梯停运两个月，请督促维修。***",
        "三号楼_x000D_电梯停运两个月，请督促维修。",
    ],
)
def test_spaces_marks_numbers_and_function_words_do_not_count(written: str) -> None:
    assert plain_text(written) == plain_text(LETTER)


def test_full_width_and_capitals_are_the_same_letters() -> None:
    assert plain_text("ＡＰＰ打不开") == plain_text("app打不开") == "app打开"


def test_words_that_carry_the_matter_stay() -> None:
    assert plain_text("地铁工地夜间施工，社会反映大") == "地铁工地夜间施工社会反映大"


def test_letters_of_other_scripts_stay() -> None:
    assert plain_text("ئۇيغۇر 文") == "ئۇيغۇر文"


@pytest.mark.parametrize("nothing", ["", "   ", "12345，。", "的了是"])
def test_nothing_is_left_of_a_text_without_a_matter(nothing: str) -> None:
    assert plain_text(nothing) == ""
