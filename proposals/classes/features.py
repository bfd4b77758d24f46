"""What the classifier sees of a text: characters and pairs of characters, and where they stand."""

from collections import Counter
from operator import add

from proposals.plain import plain_text

HEAD = 25  # the subject, or what a letter begins with, says most about its class
HEAD_WEIGHT = 0.5
LONGEST = 2000  # characters looked at: the rest of a long letter only takes time
HEAD_MARK = "^"


def features_of(text: str) -> Counter[str]:
    """How often each feature occurs; those of the beginning are marked."""
    letters = plain_text(text)[:LONGEST]
    found = _grams(letters)
    head = _grams(letters[:HEAD])
    found.update({HEAD_MARK + gram: number for gram, number in head.items()})
    return found


def is_head(feature: str) -> bool:
    """Whether the feature is one of the beginning."""
    return feature.startswith(HEAD_MARK)


def _grams(letters: str) -> Counter[str]:
    found = Counter(letters)
    found.update(map(add, letters, letters[1:]))
    return found
