"""Texts of articles for printing: whole, or only the places that are cited."""

from collections.abc import Sequence

from api.shapes.law import ItemOut, ParagraphOut
from law.articles import Article
from law.law_text import ArticleText
from law.numerals import chinese_numeral


def paragraphs_out(text: ArticleText, cited: Sequence[Article] = ()) -> list[ParagraphOut]:
    """The paragraphs and items of an article; those of `cited` only, unless it cites the whole."""
    is_whole = not cited or any(not place.paragraph and not place.item for place in cited)
    found = []
    for number, paragraph in enumerate(text.paragraphs, start=1):
        places = [] if is_whole else [one for one in cited if (one.paragraph or 1) == number]
        if is_whole or places:
            items = _items(paragraph.items, places)
            found.append(ParagraphOut(number=number, text=paragraph.text, items=items))
    return found


def _items(items: Sequence[str], places: Sequence[Article]) -> list[ItemOut]:
    """Every item, or those cited, when each place is one."""
    wanted = {place.item for place in places}
    return [
        ItemOut(number=number, mark=f"（{chinese_numeral(number)}）", text=text)
        for number, text in enumerate(items, start=1)
        if not wanted or None in wanted or number in wanted
    ]
