"""How alike two texts are, and keys that alike texts share."""

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.likeness.index import COMPARED, COMPARED_FAINT, likeliest
from proposals.likeness.memory import KeysInMemory
from proposals.likeness.shingles import likeness, shingles
from proposals.likeness.signature import KEYS, keys_of
from tests.proposals.letters import ROOT, letters

LETTER = "三号楼电梯停运两个月，物业公司一直没有维修，老人上下楼十分不便，请有关部门督促维修。"


def alike(one: str, other: str) -> float:
    return likeness(shingles(one), shingles(other))


def share_a_key(one: str, other: str) -> bool:
    return not set(keys_of(shingles(one))).isdisjoint(keys_of(shingles(other)))


@pytest.mark.parametrize(
    ("again", "least"),
    [
        (LETTER, 1.0),
        (LETTER.replace("，", " , ").replace("。", "\n"), 1.0),
        ("尊敬的领导您好：" + LETTER + "谢谢！", 0.6),
        (LETTER.replace("老人", "居民"), 0.7),
        (LETTER.replace("停运", "停用").replace("督促", "敦促"), 0.5),
    ],
    ids=["identical", "marks", "greeting", "a word", "two characters"],
)
def test_a_text_that_comes_again_is_alike_and_shares_a_key(again: str, least: float) -> None:
    assert alike(LETTER, again) >= least
    assert share_a_key(LETTER, again)


def test_different_texts_are_not_alike() -> None:
    assert alike(LETTER, "学校食堂饭菜变质，孩子吃了肚子痛，请教育局派人检查食堂卫生。") < 0.05


@pytest.mark.parametrize("short", ["路", "路灯", "路灯坏", "12345", "?!"])
def test_the_shortest_texts_are_like_themselves(short: str) -> None:
    assert alike(short, short) == 1
    assert share_a_key(short, short)


def test_an_empty_text_is_like_nothing() -> None:
    assert shingles("") == shingles(" \n") == frozenset()
    assert keys_of(shingles("")) == []
    assert alike("", "") == 0


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_symmetric_share(one: str, other: str) -> None:
    assert 0 <= alike(one, other) == alike(other, one) <= 1


@given(st.frozensets(st.integers(0, 2**32 - 1), min_size=1, max_size=200))
def test_keys_fit_a_column_of_the_database(pieces: frozenset[int]) -> None:
    keys = keys_of(pieces)
    assert len(keys) == KEYS
    assert all(0 <= key < 2**63 for key in keys)


@pytest.mark.parametrize(
    ("share", "least", "most"), [(0.8, 0.99, 1), (0.5, 0.8, 0.95), (0.05, 0, 0.01)]
)
def test_alike_texts_share_a_key_as_often_as_computed(
    share: float, least: float, most: float
) -> None:
    chance = random.Random(3)
    number, found = 2000, 0
    for _ in range(number):
        union = [chance.getrandbits(32) for _ in range(240)]
        common = round(share * len(union))
        rest = (len(union) - common) // 2
        one = frozenset(union[: common + rest])
        other = frozenset(union[:common] + union[common + rest :])
        found += not set(keys_of(one)).isdisjoint(keys_of(other))
    assert least <= found / number <= most


def test_keys_are_the_same_in_every_process() -> None:
    """They are stored: a process with another hash seed must find them again."""
    program = (
        "from proposals.likeness.shingles import shingles;"
        "from proposals.likeness.signature import keys_of;"
        f"print(keys_of(shingles({LETTER!r})))"
    )
    for seed in ("1", "2"):
        said = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert said.strip() == str(keys_of(shingles(LETTER)))


def test_every_entry_is_found_by_its_keys_after_the_table_has_grown() -> None:
    store = KeysInMemory()
    keys = [keys_of(shingles(one.text)) for one in letters(200)]
    for entry, own in enumerate(keys):
        store.add(entry, own)
    assert all(store.sharing(own, 64)[entry] == KEYS for entry, own in enumerate(keys))
    assert store.sharing([5], 64) == {}


def test_of_a_crowded_key_only_the_newest_entries_are_read() -> None:
    store = KeysInMemory()
    for entry in range(1000):
        store.add(entry, [11, entry + 100])
    assert set(store.sharing([11], 64)) == set(range(936, 1000))


def test_what_shares_one_key_only_waits_behind_what_shares_more() -> None:
    shared = dict.fromkeys(range(500), 1) | dict.fromkeys(range(500, 1000), 2) | {3: 9}
    found = likeliest(shared)
    assert found[0] == 3
    assert len(found) == COMPARED + COMPARED_FAINT
    assert found[-1] == 499 - COMPARED_FAINT + 1
