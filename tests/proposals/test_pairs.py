"""Pairs of alike texts: who came first, whose they are, and how many are looked at."""

import random
from datetime import datetime, timedelta

import pytest

from law.instants import SHANGHAI
from proposals.errors import NotADate
from proposals.likeness.pairs import Pair, Sent, find_pairs, sent_rows
from proposals.table import Row

MORNING = datetime(2026, 3, 2, 8, tzinfo=SHANGHAI)
LIFT = "三号楼电梯停运两个月，物业公司一直没有维修，老人上下楼十分不便，请有关部门督促维修。"
LIFT_COPIED = (
    "领导您好！三号楼电梯停运2个月,物业公司一直没有维修,老人上下楼十分不便,请有关部门督促维修。"
)
LIFT_RETOLD = (
    "上次反映的三号楼电梯停运问题，物业公司来人看了一眼就走，到今天还是走楼梯，何时督促维修？"
)
SCHOOL = "学校食堂饭菜变质，孩子吃了肚子痛，请教育局派人检查食堂卫生。"


def sent(*texts: tuple[str, str, str]) -> list[Sent]:
    """Texts (id, person, text) an hour after each other."""
    return [
        Sent(one, person, MORNING + timedelta(hours=hour), text)
        for hour, (one, person, text) in enumerate(texts)
    ]


def pairs(
    texts: list[Sent], at_least: float = 0.4, same_person_at_least: float = 0.12
) -> list[Pair]:
    found = find_pairs(texts, at_least=at_least, same_person_at_least=same_person_at_least)
    return [pair for several in found for pair in several]


def ids(found: list[Pair]) -> list[tuple[str, str, bool]]:
    return [(pair.later.id, pair.earlier.id, pair.same_person) for pair in found]


def row(line: int, row_id: str, sent_at: str) -> Row:
    return Row(line, {"id": row_id, "person": "p", "sent_at": sent_at, "text": LIFT})


def test_a_copy_by_somebody_else_is_a_pair_with_the_earlier_one() -> None:
    found = pairs(sent(("1", "甲", LIFT), ("2", "乙", SCHOOL), ("3", "丙", LIFT_COPIED)))
    assert ids(found) == [("3", "1", False)]
    assert 0.7 < found[0].likeness < 1


def test_a_person_tells_it_again_in_other_words() -> None:
    assert ids(pairs(sent(("1", "甲", LIFT), ("2", "甲", LIFT_RETOLD)))) == [("2", "1", True)]


def test_the_same_words_of_somebody_else_are_not_enough() -> None:
    assert pairs(sent(("1", "甲", LIFT), ("2", "乙", LIFT_RETOLD))) == []


def test_nobody_is_not_the_same_person_as_nobody() -> None:
    assert pairs(sent(("1", "", LIFT), ("2", "", LIFT_RETOLD))) == []
    assert ids(pairs(sent(("1", "", LIFT), ("2", "", LIFT)))) == [("2", "1", False)]


def test_every_earlier_copy_makes_a_pair_the_most_alike_first() -> None:
    found = pairs(sent(("1", "甲", LIFT_COPIED), ("2", "乙", LIFT), ("3", "丙", LIFT)))
    assert ids(found) == [("2", "1", False), ("3", "2", False), ("3", "1", False)]


def test_thresholds_can_be_set() -> None:
    two = sent(("1", "甲", LIFT), ("2", "乙", LIFT_COPIED), ("3", "乙", LIFT_RETOLD))
    assert ids(pairs(two, at_least=1, same_person_at_least=1)) == []
    assert ("2", "1", False) in ids(pairs(two, at_least=0.3))


def test_empty_texts_make_no_pairs() -> None:
    assert pairs(sent(("1", "甲", ""), ("2", "甲", ""), ("3", "乙", "。。。"))) == []


def test_a_flood_of_the_same_text_stays_bounded() -> None:
    flood = sent(*((str(n), f"p{n}", LIFT) for n in range(300)))
    assert max(len(several) for several in find_pairs(flood)) <= 64


def test_rows_are_put_in_order_of_time_then_as_they_stand() -> None:
    rows = [
        row(2, "c", "2026-03-02T09:00:00"),
        row(3, "a", "2026-03-01"),
        row(4, "b", "2026/3/2 08:00"),
        row(5, "d", "2026-03-02T01:00:00+00:00"),
    ]
    assert [one.id for one in sent_rows(rows)] == ["a", "b", "c", "d"]


@pytest.mark.parametrize("sent_at", ["", "yesterday", "2026-02-30", "2026-13-01 10:00"])
def test_a_time_that_cannot_be_read_is_told_with_its_line(sent_at: str) -> None:
    with pytest.raises(NotADate, match="line 7"):
        sent_rows([row(7, "x", sent_at)])


def test_phrases_that_a_person_writes_in_every_letter_do_not_count() -> None:
    phrase = "，在大力建设宜居城市的背景下，请问市政府和有关部门有哪些具体的政策和行动来解决？"
    chance = random.Random(4)
    matters = ["".join(chr(chance.randrange(0x4E00, 0x5E00)) for _ in range(60)) for _ in range(20)]
    every_letter = sent(*((str(n), "甲", one + phrase) for n, one in enumerate(matters)))
    later = {int(pair.later.id) for pair in pairs(every_letter)}
    assert later == set(range(1, 11))  # from the twelfth on it is known as a habit


def test_a_text_that_a_person_sends_again_and_again_is_no_habit() -> None:
    again = sent(*((str(n), "甲", LIFT) for n in range(30)))
    assert len(pairs(again)) == 30 * 29 // 2
