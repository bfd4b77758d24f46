"""Pieces of a text by which it is found: two characters each, and of numbers two to six.

Chinese names are two or three characters long, so pieces of three would miss them. Digits repeat
so much that pieces of two would find everything: of `000123` the piece of six is looked for.
"""

import re
import unicodedata

LONGEST = 6
_RUNS = re.compile(r"[0-9a-z]+|[^\W0-9a-z_]+")


def plain(text: str) -> str:
    """The text as it is compared: one width, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def words_of(query: str) -> list[str]:
    """What is looked for, word by word; every one must be found."""
    return plain(query).split()


def grams_of(text: str) -> set[str]:
    """Every piece of a plain text, written in ASCII."""
    found = set[str]()
    for run in _RUNS.findall(text):
        if run.isascii():
            for length in range(2, LONGEST + 1):
                found.update(f"a{piece}" for piece in _windows(run, length))
        else:
            found.update(map(_coded, _windows(run, 2)))
    return found


def grams_for(word: str) -> set[str]:
    """The fewest pieces that every text with this plain word in it has; may be none."""
    found = set[str]()
    for run in _RUNS.findall(word):
        if run.isascii():
            if len(run) > 1:
                found.update(f"a{piece}" for piece in _windows(run, min(len(run), LONGEST)))
        else:
            found.update(map(_coded, _windows(run, 2)))
    return found


def is_piece(word: str) -> bool:
    """Whether a text has this plain word exactly when it has its one piece."""
    if not _RUNS.fullmatch(word):
        return False
    return 1 < len(word) <= LONGEST if word.isascii() else len(word) == 2


def _windows(run: str, length: int) -> list[str]:
    return [run[start : start + length] for start in range(len(run) - length + 1)]


def _coded(piece: str) -> str:
    # Tokenizers of databases do not know the newest characters, which names have.
    return "u" + "x".join(f"{ord(character):x}" for character in piece)
