"""Reading citations out of Chinese texts: every place they name, and those that do not exist."""

import pytest

from law.articles import Article
from law.citations import Citations, merge, read_basis, read_citations


def places(text: str) -> list[str]:
    """The places of the regulation, as they are cited."""
    return [article.chinese() for article in read_citations(text).articles]


class TestTheRegulation:
    """An article without a name before it is one of the regulation."""

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("自受理之日起算（《信访工作条例》第三十四条）。", "第三十四条"),
            ("见第三十四条", "第三十四条"),
            ("依照本条例第34条", "第三十四条"),
            ("出具《信访处理意见书》（第三十二条）", "第三十二条"),
            ("第二十九条、第三十条和第三十一条", "第二十九条 第三十条 第三十一条"),
            ("第二十九条至第三十一条、第三十五条", "第二十九条 第三十条 第三十一条 第三十五条"),
            ("第三十六条第二款", "第三十六条第二款"),
            ("第三十六条第一款、第三款", "第三十六条第一款 第三十六条第三款"),
            ("第三十六条第一款至第三款", "第三十六条第一款 第三十六条第二款 第三十六条第三款"),
            ("第三十一条第六项", "第三十一条第六项"),
            ("第三十一条第（六）项", "第三十一条第六项"),
            ("第三十一条第五项及第六项", "第三十一条第五项 第三十一条第六项"),
            ("第二十二条第三项", "第二十二条第一款第三项"),
            ("第二十二条第一款第一项至第二项", "第二十二条第一款第一项 第二十二条第一款第二项"),
            ("第二十二条第一款第三项、第二款", "第二十二条第一款第三项 第二十二条第二款"),
            ("第三十四条；第三十四条", "第三十四条"),
        ],
    )
    def test_places_are_read(self, text: str, wanted: str) -> None:
        assert places(text) == wanted.split()
        assert read_citations(text).unknown == ()

    @pytest.mark.parametrize("text", ["", "没有依据", "自第一款起", "立项", "三项诉求", "前两款"])
    def test_what_names_no_article_cites_nothing(self, text: str) -> None:
        assert read_citations(text) == Citations()

    @pytest.mark.parametrize("text", ["第三十四条的规定，第二款", "第三十四条，三项诉求"])
    def test_a_part_that_stands_apart_does_not_belong_to_the_article(self, text: str) -> None:
        assert places(text) == ["第三十四条"]

    @pytest.mark.parametrize(
        ("text", "unknown"),
        [
            ("第五十一条", "第五十一条"),
            ("第三十四条第二款", "第三十四条第二款"),
            ("第三十一条第七项", "第三十一条第七项"),
            ("第三十六条第二款第一项", "第三十六条第二款第一项"),
            ("第三三条", "第三三条"),
            ("第三十六条第二二款", "第三十六条第二二款"),
            ("第三十六条第一款、第四款", "第三十六条第四款"),
            ("第三十六条第三款至第四款", "第三十六条第四款"),
            ("第三十二条至第二十九条", "第三十二条至第二十九条"),
            ("第三十二条至第三三条", "第三十二条至第三三条"),
            ("第四十九条至第五十一条", "第五十一条"),
        ],
    )
    def test_a_place_that_does_not_exist_is_unknown(self, text: str, unknown: str) -> None:
        assert read_citations(text).unknown == (unknown,)

    def test_numbers_name_each_article_once(self) -> None:
        assert read_citations("第三十六条第一款、第二款、第三十四条").numbers == (36, 34)


class TestOtherLaws:
    """A name holds until the next name or the end of the sentence."""

    @pytest.mark.parametrize(
        ("text", "articles", "others"),
        [
            ("《民法典》第二百零三条", (), ("civil_code:203",)),
            (
                "《中华人民共和国民法典》第二百零一条至第二百零二条",
                (),
                ("civil_code:201", "civil_code:202"),
            ),
            ("《信访条例》（2005年）第二十一条", (), ("regulation_2005:21",)),
            ("《民事诉讼法》第八十五条；第三十四条", (Article(34),), ("civil_procedure_law:85",)),
            (
                "《民法典》第二百零三条、《信访工作条例》第三十五条",
                (Article(35),),
                ("civil_code:203",),
            ),
            ("《某某办法》第三条、第九十九条。第三十五条", (Article(35),), ()),
        ],
    )
    def test_articles_belong_to_the_law_named_before_them(
        self, text: str, articles: tuple[Article, ...], others: tuple[str, ...]
    ) -> None:
        assert read_citations(text) == Citations(articles, others)


class TestBases:
    """Ids as clocks and decision tables give them."""

    @pytest.mark.parametrize(
        ("basis", "wanted"),
        [
            ("regulation_2022:31(六)", Citations(articles=(Article(31, item=6),))),
            ("regulation_2022:22(1)(三)", Citations(articles=(Article(22, 1, 3),))),
            ("civil_code:203", Citations(others=("civil_code:203",))),
            ("local_rule", Citations()),
            ("regulation_2022:51", Citations(unknown=("regulation_2022:51",))),
            ("regulation_2022", Citations(unknown=("regulation_2022",))),
            ("nowhere:3", Citations(unknown=("nowhere:3",))),
        ],
    )
    def test_a_basis_is_read(self, basis: str, wanted: Citations) -> None:
        assert read_basis(basis) == wanted

    def test_several_are_merged_each_place_once(self) -> None:
        both = merge([read_basis("regulation_2022:34"), read_citations("第三十四条、第五十一条")])
        assert both == Citations(articles=(Article(34),), unknown=("第五十一条",))
