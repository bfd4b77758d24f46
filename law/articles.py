"""The articles of the 信访工作条例 (2022): how each is built, and how to cite it.

The regulation's text is not kept here: only numbers of paragraphs and items, with short titles
in our own words, so that a citation can be checked and shown.
"""

import re
from dataclasses import dataclass

from law.errors import UnknownArticle
from law.numerals import chinese_numeral, parse_numeral

REGULATION_NAME = "《信访工作条例》"
REGULATION_NAME_EN = "Regulation on Petition Work"

ARTICLE = re.compile(
    r"(?P<article>\d{1,3})(?:\((?P<paragraph>\d{1,2})\))?(?:\((?P<item>[一二三四五六七八九十]+)\))?"
)


@dataclass(frozen=True)
class ArticleEntry:
    """One article. `items` holds, paragraph by paragraph, how many numbered items it lists."""

    number: int
    items: tuple[int, ...]
    title_zh: str
    title_en: str


def _entries() -> dict[int, ArticleEntry]:
    rows: tuple[tuple[tuple[int, ...], str, str], ...] = (
        ((0,), "目的", "Purpose"),
        ((0,), "适用范围", "Who is bound"),
        ((0,), "信访工作的地位", "Place of petition work"),
        ((0,), "指导思想", "Guiding thought"),
        ((5,), "工作原则", "Principles"),
        ((0,), "畅通渠道", "Open channels"),
        ((0,), "工作格局", "Overall set-up"),
        ((3,), "中央领导", "Central leadership"),
        ((0, 0), "地方党委职责", "Duties of local party committees"),
        ((0,), "政府职责", "Duties of governments"),
        ((7, 0), "中央联席会议", "Central joint conference"),
        ((0, 0), "中央联席会议的召开", "Meetings of the central joint conference"),
        ((0, 0, 0), "地方联席会议", "Local joint conferences"),
        ((7, 0), "信访部门职责", "Duties of petition bureaus"),
        ((0, 0, 0), "其他机关单位与社会力量", "Other units and society"),
        ((0, 0, 0, 0), "队伍与保障", "Staff and means"),
        ((0, 0), "信访形式与信访人", "Forms of petition, petitioners"),
        ((0, 0, 0, 0), "公布渠道、领导接访", "Published channels, leaders' reception"),
        ((0, 0, 0), "书面提出、真实、重复提出", "Written form, truth, repetition"),
        ((0, 0, 0, 0), "走访与代表", "Visits and representatives"),
        ((0, 0), "信息系统与录入", "Information system"),
        ((3, 0), "信访部门登记与分送", "Bureau registers and forwards"),
        ((0, 0, 0, 0), "单位接收、告知与异议", "Units: receipt, notice, objection"),
        ((0, 0), "多个单位与职权继受", "Several units, successors"),
        ((0, 0), "重大紧急事项", "Grave and urgent matters"),
        ((6,), "信访秩序", "Order while petitioning"),
        ((0,), "办理要求", "How matters are handled"),
        ((0, 0, 0), "查明事实与回避", "Facts and recusal"),
        ((0, 0, 0), "建议意见类", "Suggestions"),
        ((0, 0, 0), "检举控告类及保密", "Reports on officials, secrecy"),
        ((6,), "申诉求决类的途径", "Routes for claims"),
        ((3, 0), "处理意见书", "Written opinion"),
        ((0,), "调解与和解", "Mediation and settlement"),
        ((0,), "办理期限与延期", "Handling period and extension"),
        ((0,), "复查", "Review"),
        ((0, 0, 0), "复核与终结", "Re-review and finality"),
        ((0, 0, 0), "多元化解与救助", "Joint resolution and aid"),
        ((0, 0, 0), "督查", "Inspection"),
        ((0, 0, 0), "考核、表彰与约谈", "Assessment, praise, talks"),
        ((0, 0, 0, 0), "督办与三项建议", "Supervision, three suggestions"),
        ((4, 0), "年度报告", "Annual report"),
        ((4,), "引发信访的责任", "Liability: causing petitions"),
        ((0,), "信访部门的责任", "Liability: bureaus"),
        ((3,), "受理中的责任", "Liability: acceptance"),
        ((4,), "办理中的责任", "Liability: handling"),
        ((7,), "工作人员的责任", "Liability: staff"),
        ((0, 0, 0), "信访人的责任", "Liability: petitioners"),
        ((0,), "涉外信访", "Foreign petitioners"),
        ((0,), "解释", "Interpretation"),
        ((0,), "施行日期", "In force"),
    )
    return {
        number: ArticleEntry(number, items, zh, en)
        for number, (items, zh, en) in enumerate(rows, start=1)
    }


ARTICLES = _entries()


@dataclass(frozen=True)
class Article:
    """A place in the regulation that exists. `item` counts within its paragraph."""

    number: int
    paragraph: int | None = None
    item: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Article":
        """Read "34", "36(2)", "31(六)" or "22(1)(三)"; a digit is a paragraph, 六 an item.

        An item of an article with several paragraphs gets its paragraph filled in.

        Raises:
            UnknownArticle: not written like that, or the regulation has no such place.
        """
        match = ARTICLE.fullmatch(text.replace("（", "(").replace("）", ")").strip())
        if match is None:
            raise UnknownArticle(text)
        paragraph, item = match["paragraph"], match["item"]
        try:
            return cls.at(
                int(match["article"]),
                int(paragraph) if paragraph else None,
                parse_numeral(item) if item else None,
            )
        except ValueError:
            raise UnknownArticle(text) from None

    @classmethod
    def at(cls, number: int, paragraph: int | None = None, item: int | None = None) -> "Article":
        """The place with these numbers; the paragraph of an item is filled in as by `parse`.

        Raises:
            UnknownArticle: the regulation has no such place.
        """
        entry = ARTICLES.get(number)
        asked = "".join(f"({part})" for part in (paragraph, item) if part is not None)
        if entry is None or (paragraph is not None and not 1 <= paragraph <= len(entry.items)):
            raise UnknownArticle(f"{number}{asked}")
        if item is None:
            return cls(number, paragraph)
        holding = [
            index
            for index, count in enumerate(entry.items, start=1)
            if 1 <= item <= count and paragraph in (None, index)
        ]
        if not holding:
            raise UnknownArticle(f"{number}{asked}")
        return cls(number, holding[0] if len(entry.items) > 1 else None, item)

    @property
    def entry(self) -> ArticleEntry:
        """The article this place is in."""
        return ARTICLES[self.number]

    def chinese(self) -> str:
        """第三十六条第二款."""
        text = f"第{chinese_numeral(self.number)}条"
        text += f"第{chinese_numeral(self.paragraph)}款" if self.paragraph else ""
        return text + (f"第{chinese_numeral(self.item)}项" if self.item else "")

    def english(self) -> str:
        """Article 36, paragraph 2."""
        text = f"Article {self.number}"
        text += f", paragraph {self.paragraph}" if self.paragraph else ""
        return text + (f", item {self.item}" if self.item else "")


def cite(text: str) -> str:
    """The Chinese citation of a place in the regulation: "34" -> 《信访工作条例》第三十四条.

    Raises:
        UnknownArticle: the regulation has no such place.
    """
    return REGULATION_NAME + Article.parse(text).chinese()


def cite_in_english(text: str) -> str:
    """The English citation: "34" -> Regulation on Petition Work, Article 34.

    Raises:
        UnknownArticle: the regulation has no such place.
    """
    return f"{REGULATION_NAME_EN}, {Article.parse(text).english()}"
