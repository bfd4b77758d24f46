"""Citing the regulation and other sources - only places that exist."""

import pytest

from law.articles import ARTICLES, Article, cite, cite_in_english
from law.errors import UnknownArticle, UnknownBasis
from law.numerals import chinese_numeral, parse_numeral
from law.sources import SOURCES, cite_basis


class TestArticles:
    """A digit in brackets is a paragraph, a Chinese numeral an item."""

    @pytest.mark.parametrize(
        ("text", "citation"),
        [
            ("34", "《信访工作条例》第三十四条"),
            ("36(2)", "《信访工作条例》第三十六条第二款"),
            ("36（2）", "《信访工作条例》第三十六条第二款"),
            ("31(六)", "《信访工作条例》第三十一条第六项"),
            ("22(三)", "《信访工作条例》第二十二条第一款第三项"),
            ("22(1)(三)", "《信访工作条例》第二十二条第一款第三项"),
            ("50", "《信访工作条例》第五十条"),
        ],
    )
    def test_chinese_citations(self, text: str, citation: str) -> None:
        assert cite(text) == citation

    def test_english_citations(self) -> None:
        assert cite_in_english("36(2)") == "Regulation on Petition Work, Article 36, paragraph 2"
        assert cite_in_english("31(六)") == "Regulation on Petition Work, Article 31, item 6"

    @pytest.mark.parametrize(
        "text", ["0", "51", "34(2)", "36(0)", "31(七)", "36(2)(一)", "22(2)(一)", "", "art. 34"]
    )
    def test_what_does_not_exist_is_refused(self, text: str) -> None:
        with pytest.raises(UnknownArticle):
            Article.parse(text)

    def test_the_table_has_all_fifty_articles_with_titles(self) -> None:
        assert list(ARTICLES) == list(range(1, 51))
        titles = [entry.title_zh for entry in ARTICLES.values()]
        assert len(set(titles)) == len(titles)

    def test_a_place_knows_its_article(self) -> None:
        assert Article.parse("34").entry.title_en == "Handling period and extension"


class TestSources:
    """Other laws are cited by article number, practices by what they are."""

    @pytest.mark.parametrize(
        ("basis", "zh", "en"),
        [
            ("civil_code:203", "《民法典》第二百零三条", "Civil Code, Article 203"),
            (
                "regulation_2022:34",
                "《信访工作条例》第三十四条",
                "Regulation on Petition Work, Article 34",
            ),
            ("assignment_letter", "交办函", "assignment letter"),
        ],
    )
    def test_both_languages(self, basis: str, zh: str, en: str) -> None:
        assert (cite_basis(basis), cite_basis(basis, "en")) == (zh, en)

    @pytest.mark.parametrize("basis", ["nowhere", "civil_code:x", "civil_code:0", ""])
    def test_what_is_unknown_is_refused(self, basis: str) -> None:
        with pytest.raises(UnknownBasis):
            cite_basis(basis)

    def test_defaults_that_are_not_law_say_so(self) -> None:
        for name in ("local_rule", "office_setting", "simple_handling_rules", "level_limits_2014"):
            assert "可配置默认值" in SOURCES[name].title_zh


class TestNumerals:
    """Article numbers in Chinese."""

    @pytest.mark.parametrize(
        ("number", "text"),
        [
            *((1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (36, "三十六"), (100, "一百")),
            *((110, "一百一十"), (112, "一百一十二"), (203, "二百零三"), (999, "九百九十九")),
            *((1001, "一千零一"), (1010, "一千零一十"), (1260, "一千二百六十"), (2000, "二千")),
        ],
    )
    def test_chinese_numeral(self, number: int, text: str) -> None:
        assert chinese_numeral(number) == text

    @pytest.mark.parametrize("number", [0, 10000])
    def test_others_are_refused(self, number: int) -> None:
        with pytest.raises(ValueError, match="1 to 9999"):
            chinese_numeral(number)

    @pytest.mark.parametrize(
        ("text", "number"), [("6", 6), ("六", 6), ("二十一", 21), ("一百〇二", 102)]
    )
    def test_reading_numbers(self, text: str, number: int) -> None:
        assert parse_numeral(text) == number

    @pytest.mark.parametrize("text", ["百", "三三", "一十", "x", "", "0", "10000"])
    def test_reading_something_else(self, text: str) -> None:
        with pytest.raises(ValueError, match=f"9999: {text}"):
            parse_numeral(text)
