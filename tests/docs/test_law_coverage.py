"""The page of the law's coverage is current, and no operative article is left out in silence."""

from dataclasses import replace
from pathlib import Path

import pytest

from commands.docs_law_coverage import (
    CODE,
    STEPS,
    TESTS,
    Carrier,
    carried_by,
    carriers,
    coverage_path,
    law_coverage_faults,
    law_coverage_page,
)
from commands.law_in_code import cited_in_code, cited_in_words, filed_tests
from law.articles import ARTICLES, Article
from law.citations import Citations, read_citations
from law.operative import OPERATIVE

EVERY = carriers()
OPERATIVE_NUMBERS = {2, 5, 9, 12, 13, 14, *range(17, 49)}


def cited(*numbers: int) -> Citations:
    return Citations(tuple(Article(number) for number in numbers))


def test_the_page_is_current() -> None:
    written = coverage_path().read_text(encoding="utf-8")
    assert written == law_coverage_page(EVERY), "run ./xinfang docs law-coverage"


def test_every_operative_article_has_a_line_a_section_and_words_of_its_own() -> None:
    page = law_coverage_page(EVERY)
    assert set(OPERATIVE) == OPERATIVE_NUMBERS <= set(ARTICLES)
    for number, article in OPERATIVE.items():
        assert f"\n| [{number}](#article-{number}) | " in page
        assert f"\n## Article {number}\n" in page
        assert article.asks_zh
        assert article.asks_en.endswith(".")
        assert bool(article.outside_zh) == bool(article.outside_en)


def test_every_operative_article_has_a_carrier_or_a_reason() -> None:
    assert law_coverage_faults(EVERY) == []


def test_an_article_that_nothing_carries_any_more_is_found() -> None:
    without = [one for one in EVERY if 34 not in one.citations.numbers or one.kind == TESTS]
    assert any(one.kind == TESTS and 34 in one.citations.numbers for one in without)
    assert carried_by(34, without) == []
    (fault,) = [one for one in law_coverage_faults(without) if one.startswith("article 34:")]
    assert "nothing carries it" in fault


def test_a_reason_for_an_article_that_is_carried_is_found() -> None:
    step = Carrier(STEPS, "bpmn/x.bpmn", "`hold_meeting`", cited(12))
    (fault,) = law_coverage_faults([*EVERY, step])
    assert fault.startswith("article 12: it is carried")


@pytest.mark.parametrize("kind", [STEPS, CODE, TESTS])
def test_a_citation_of_what_does_not_exist_is_found(kind: str) -> None:
    wrong = Carrier(kind, "x", "`y`", read_citations("第三十四条第二款"))
    assert law_coverage_faults([*EVERY, wrong]) == ["x:`y`: 第三十四条第二款"]


def test_tests_named_after_a_step_or_a_table_are_filed_for_what_it_cites() -> None:
    filed = {
        (one.group, number)
        for one in EVERY
        if one.kind == TESTS
        for number in one.citations.numbers
    }
    assert ("tests/workers/test_start_handling_clock.py", 34) in filed
    assert ("tests/decisions/test_propose_route.py", 31) in filed


def test_a_step_more_or_less_changes_the_page() -> None:
    page = law_coverage_page(EVERY)
    step = next(one for one in EVERY if one.kind == STEPS and 34 in one.citations.numbers)
    assert law_coverage_page([one for one in EVERY if one != step]) != page
    assert law_coverage_page([*EVERY, replace(step, name="`new_step`")]) != page


def test_the_page_names_steps_rules_clocks_and_tests_of_an_article() -> None:
    section = law_coverage_page(EVERY).partition("\n## Article 34\n")[2].partition("\n## ")[0]
    for wanted in (
        "- Steps `bpmn/petition.bpmn`: ",
        "`start_handling_clock` 起算办理期限",
        "- Clocks: D05 办理, D06 延长办理",
        "`tests/law/test_regulation_article_34.py`",
    ):
        assert wanted in section


class TestWordsThatCite:
    """Citations in English, as docstrings of tests and functions have them."""

    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("Regulation 20(3): at most five.", (20,)),
            ("Regulation on Petition Work, article 34 - 60 days to handle.", (34,)),
            ("Regulation on Petition Work, articles 22 and 23 - within 15 days.", (22, 23)),
            ("the six of regulation articles 29 to 31", (29, 30, 31)),
            ("(regulation 22(2), 30(3), 31)", (22, 30, 31)),
            ("regulation 31(六) alone", (31,)),
            ("Edge case (《信访工作条例》第三十六条第三款).", (36,)),
            ("a regulation of 2022, in 34 days", ()),
            ("the regulation 60 days before", ()),
            ("Civil Procedure Law, article 85", ()),
            ("第三十四条", ()),
        ],
    )
    def test_places_of_the_regulation(self, text: str, numbers: tuple[int, ...]) -> None:
        assert cited_in_words(text).numbers == numbers

    def test_a_place_that_does_not_exist_is_kept(self) -> None:
        assert cited_in_words("Regulation 34(2)").unknown == ("regulation 34(2)",)
        assert cited_in_code('"regulation_2022:51"').unknown == ("regulation_2022:51",)


class TestFiling:
    """A module is filed by its name, a class or function by its docstring."""

    def filed(self, folder: Path, name: str, source: str) -> dict[str, tuple[int, ...]]:
        path = folder / "tests" / "law" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
        found = filed_tests(folder)
        return {one: citations.numbers for one, citations in found if path.name in one}

    @pytest.mark.parametrize(
        ("name", "numbers"),
        [
            ("test_regulation_article_34.py", (34,)),
            ("test_regulation_article_34_extension.py", (34,)),
            ("test_regulation_articles_22_and_24.py", (22, 24)),
            ("test_regulation_articles_29_to_32_outcomes.py", (29, 30, 31, 32)),
        ],
    )
    def test_by_name(self, tmp_path: Path, name: str, numbers: tuple[int, ...]) -> None:
        assert self.filed(tmp_path, name, "") == {f"tests/law/{name}": numbers}

    def test_by_docstring_of_module_class_and_function(self, tmp_path: Path) -> None:
        source = (
            '"""Edge cases (regulation 19(3))."""\n'
            'class TestA:\n    """Regulation 20(3): five."""\n'
            '    def test_b(self) -> None:\n        """Regulation 20(1)."""\n'
            'def test_c() -> None:\n    """《信访工作条例》第二十八条第三款。"""\n'
            "def test_d() -> None:\n    pass\n"
        )
        assert self.filed(tmp_path, "test_edge.py", source) == {
            "tests/law/test_edge.py": (19,),
            "tests/law/test_edge.py::TestA": (20,),
            "tests/law/test_edge.py::test_c": (28,),
        }
