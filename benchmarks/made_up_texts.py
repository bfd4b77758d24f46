"""Texts like petitions, made up: phrases that everybody writes, and words of the matter.

Words are pairs of common characters, some far more frequent than others. The same seed gives the
same texts.
"""

import random
import re
from collections.abc import Callable
from itertools import accumulate

GREETINGS = ("尊敬的领导您好：", "领导好！", "您好，我是一名普通市民，现反映以下情况。", "")
PHRASES = (
    "多次打电话反映都没有解决",
    "给居民的生活带来了很大的不便",
    "存在很大的安全隐患",
    "希望有关部门尽快调查处理",
    "至今没有得到任何答复",
    "请领导在百忙之中关注此事",
)
ENDINGS = ("望尽快处理，谢谢！", "请领导给予答复。", "盼复，谢谢领导！", "")
FIRST_CHARACTER, CHARACTERS = 0x4E00, 1500
WORDS = 20_000
LEAST_WORDS, MOST_WORDS = 25, 140
CHANGED_EVERY = 50  # characters of a copy


class MadeUpTexts:
    """A stream of different texts, and copies of any text."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - made up, not secret
        self._words = [self._character() + self._character() for _ in range(WORDS)]
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(WORDS)))

    def text(self) -> str:
        """About 200 characters."""
        chance = self._chance
        words = chance.choices(
            self._words, cum_weights=self._weights, k=chance.randint(LEAST_WORDS, MOST_WORDS)
        )
        parts = [chance.choice(GREETINGS)]
        for start in range(0, len(words), 7):
            parts.append("".join(words[start : start + 7]) + chance.choice("，。，的在"))
            if chance.random() < 0.2:
                parts.append(chance.choice(PHRASES) + "，")
        parts.append(f"电话{chance.randint(100, 999)}{chance.randint(10**7, 10**8)}。")
        return "".join(parts) + chance.choice(ENDINGS)

    def near_copy(self, text: str) -> str:
        """The text as it comes again: a few characters changed, greeting, numbers, marks."""
        changes: tuple[Callable[[str], str], ...] = (
            self._some_characters,
            lambda one: self._chance.choice(GREETINGS) + one + self._chance.choice(ENDINGS),
            lambda one: re.sub(r"\d", "*", one),
            lambda one: one.replace("，", self._chance.choice((" ", ",", "\n"))),
        )
        for change in self._chance.sample(changes, self._chance.randint(1, len(changes))):
            text = change(text)
        return text

    def _some_characters(self, text: str) -> str:
        letters = list(text)
        for _ in range(max(1, len(letters) // CHANGED_EVERY)):
            letters[self._chance.randrange(len(letters))] = self._character()
        return "".join(letters)

    def _character(self) -> str:
        return chr(FIRST_CHARACTER + self._chance.randrange(CHARACTERS))
