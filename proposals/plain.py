"""The part of a text that carries its matter, so that small differences of writing vanish.

Full and half width, case, white space, punctuation, numbers (often masked) and function words of
one character are dropped. What is left of a whole sentence is much the same as what is left of its
words after the removal of stop words, so that both can be compared.
"""

import re
import unicodedata

FUNCTION_CHARACTERS = (
    "的了是在我有也不和就都要与及被为这那你他她们吗呢吧啊而且但或又于等把对从向将以之其由"
)
# Excel writes a carriage return inside a cell like this.
_NOT_MATTER = re.compile(r"_x000d_|[\W\d_]+")
_DROP = str.maketrans("", "", FUNCTION_CHARACTERS)


def plain_text(text: str) -> str:
    """Letters and characters of the text that carry its matter, in order, without white space."""
    letters = _NOT_MATTER.sub("", unicodedata.normalize("NFKC", text).lower())
    return letters.translate(_DROP)
