"""Reading the text of a law that an office has."""

import pytest

from law.articles import ARTICLES
from law.errors import LawTextRefused
from law.law_text import ArticleText, ParagraphText, parse_law_text
from law.sources import REGULATION
from tests.law.texts import SOME_CODE, invented_regulation

WHOLE = invented_regulation()


def problems(text: str, source: str = REGULATION) -> list[str]:
    with pytest.raises(LawTextRefused) as refused:
        parse_law_text(text, source)
    return list(refused.value.problems)


class TestWhatIsRead:
    """Chapters, articles, paragraphs and items, from Markdown and from plain text."""

    def test_the_whole_regulation(self) -> None:
        articles = parse_law_text(WHOLE, REGULATION)
        assert [article.number for article in articles] == list(ARTICLES)
        assert articles[21] == ArticleText(
            22,
            "第二章 某章",
            (
                ParagraphText("22之1所写：", ("22之1列1；", "22之1列2；", "22之1列3；")),
                ParagraphText("22之2所写。"),
            ),
        )

    def test_plain_text_says_the_same_as_markdown(self) -> None:
        plain = WHOLE.replace("## ", "").replace("# ", "").replace("条 ", "条\u3000")
        assert parse_law_text(f"\ufeff{plain}", REGULATION) == parse_law_text(WHOLE, REGULATION)

    def test_articles_may_stand_in_bold_in_headings_or_close_to_their_text(self) -> None:
        wanted = parse_law_text(WHOLE, REGULATION)
        bold = WHOLE.replace("第三十四条 ", "**第三十四条** ")
        heading = WHOLE.replace("第三十四条 ", "### 第三十四条\n\n")
        close = WHOLE.replace("条 ", "条")
        for text in (bold, heading, close):
            assert parse_law_text(text, REGULATION) == wanted

    def test_comments_and_rules_between_are_left_out(self) -> None:
        text = WHOLE.replace("## 第二章 某章", "<!-- 某 -->\n---\n## 第二章 某章")
        assert parse_law_text(text, REGULATION) == parse_law_text(WHOLE, REGULATION)

    def test_a_part_of_another_law_keeps_its_part_and_chapter(self) -> None:
        first, second = parse_law_text(SOME_CODE, "civil_code")
        assert (first.number, first.chapter) == (201, "第一编 总则 第一章 期间")
        assert [paragraph.text for paragraph in second.paragraphs] == [
            "最后一日是某日的，顺延。",
            "最后一日截止于某时。",
        ]

    def test_a_new_chapter_ends_the_section_before_it(self) -> None:
        text = "第一章 甲\n第一节 乙\n第一条 某。\n第二章 丙\n第二条 某。"
        assert [one.chapter for one in parse_law_text(text, "civil_code")] == [
            "第一章 甲 第一节 乙",
            "第二章 丙",
        ]

    def test_points_of_an_item_stay_with_it(self) -> None:
        text = "第一条 有下列：\n（一）甲：\n1. 子\n2. 丑\n（二）乙"
        (article,) = parse_law_text(text, "civil_code")
        assert article.paragraphs[0].items == ("甲：\n1. 子\n2. 丑", "乙")

    def test_a_number_at_the_start_of_a_paragraph_is_part_of_it(self) -> None:
        (article,) = parse_law_text("第一条 某。\n1.某", "civil_code")
        assert len(article.paragraphs) == 2

    def test_a_paragraph_may_begin_with_a_citation(self) -> None:
        first, second = parse_law_text("第一条 某。\n第九条规定的某。\n第二条 某。", "civil_code")
        assert (len(first.paragraphs), second.number) == (2, 2)


class TestWhatIsRefused:
    """Every problem is named by its article, and nothing is read."""

    @pytest.mark.parametrize(
        ("before", "after", "problem"),
        [
            ("第三十四条 34之1所写。\n", "", "article 34: is missing"),
            ("第三十五条 ", "第三十四条 ", "article 34: stands there 2 times"),
            ("第五十条 ", "第五十一条 ", "article 51: the regulation has articles 1 to 50"),
            ("36之2所写。\n", "", "article 36: paragraphs: 2 in the file, 3 known"),
            ("（六）31之1列6；", "", "article 31, paragraph 1: items: 5 in the file, 6 known"),
            ("（二）31", "（三）31", "article 31: item （三） stands where item 2 is expected"),
            ("（二）31", "（二二）31", "article 31: item （二二） stands where item 2 is expected"),
            ("第三十四条 34之1所写。", "第三十四条", "article 34: has no text"),
            ("第三十三条 ", "第四十九条 ", "article 34: stands after article 49"),
            (
                "第三十四条 ",
                "第三十三条之一 ",
                "第三十三条之一: an article needs",
            ),
            ("第三十四条 ", "第三三四条 ", "第三三四条: an article needs"),
            ("31之1所写：\n", "\n", "article 31: an item stands before any paragraph"),
        ],
    )
    def test_a_regulation_that_is_built_otherwise(
        self, before: str, after: str, problem: str
    ) -> None:
        assert before in WHOLE
        found = problems(WHOLE.replace(before, after))
        assert any(one.startswith(problem) for one in found), found

    @pytest.mark.parametrize("text", ["", "# 某某条例", "某文件，没有条文。"])
    def test_a_text_without_articles(self, text: str) -> None:
        assert problems(text, "civil_code") == ["there is no article (第一条 ...) in it"]

    def test_the_message_says_that_nothing_was_loaded(self) -> None:
        with pytest.raises(LawTextRefused, match="nothing of it was loaded"):
            parse_law_text("", "civil_code")
