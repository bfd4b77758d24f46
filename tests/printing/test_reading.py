"""Only what is known is printed; anything else is refused by name."""

import pytest

from printing.errors import UnknownMarkup
from printing.qr import qr_image
from printing.reading import read_sheet
from printing.sheet import Cell, Heading, Paragraph, Qr, Run, Table
from tests.printing.documents import document


def test_head_body_signature_and_foot_are_told_apart() -> None:
    sheet = read_sheet(document("<h2>一、请求</h2><p>恢复运行。</p>"))

    assert (sheet.issuer, sheet.title, sheet.number) == (
        "示范市信访局",
        "告知单",
        "示信转告〔2026〕1号",
    )
    assert sheet.blocks == (Heading((Run("一、请求"),)), Paragraph((Run("恢复运行。"),)))
    assert sheet.signature == ((Run("示范市信访局"),), (Run("2026年3月2日"),))
    assert sheet.foot == ((Run("信访件编号 990100012026W000001"),),)


def test_what_follows_the_signature_is_the_annex() -> None:
    html = document("<p>特此告知。</p>").replace("</div></main>", "</div><h2>附件</h2></main>")

    sheet = read_sheet(html)

    assert sheet.blocks == (Paragraph((Run("特此告知。"),)),)
    assert sheet.annex == (Heading((Run("附件"),)),)
    assert len(sheet.signature) == 2


def test_space_is_as_browsers_show_it_and_full_width_space_stays() -> None:
    (block,) = read_sheet(document("<p>\n  甲　乙 \n <strong> 丙</strong><br>\n 丁 </p>")).blocks

    assert block == Paragraph((Run("甲　乙 "), Run("丙", bold=True), Run("\n"), Run("丁")))


def test_lists_become_numbered_paragraphs() -> None:
    blocks = read_sheet(document("<ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>")).blocks

    assert [block.marker for block in blocks if isinstance(block, Paragraph)] == [
        "1．",
        "2．",
        "——",
    ]


@pytest.mark.parametrize("klass", ["addressee", "flush"])
def test_a_paragraph_may_begin_at_the_margin(klass: str) -> None:
    (block,) = read_sheet(document(f'<p class="{klass}">甲某某：</p>')).blocks

    assert block == Paragraph((Run("甲某某："),), indent=False)


def test_a_table_has_heads_and_a_first_row_of_heads_is_repeated() -> None:
    (named,) = read_sheet(document("<table><tr><th>去向</th><td>某局</td></tr></table>")).blocks
    (titled,) = read_sheet(
        document("<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>")
    ).blocks

    assert named == Table(
        ((Cell((Run("去向"),), head=True), Cell((Run("某局"),), head=False)),), titled=False
    )
    assert isinstance(titled, Table)
    assert titled.titled


def test_a_qr_code_is_made_again_from_what_it_says() -> None:
    value = "https://xinfang.example/query?a=1&b=2"

    (block,) = read_sheet(document(qr_image(value))).blocks

    assert isinstance(block, Qr)
    assert block.value == value
    assert block.svg.startswith("<svg")


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("<script>1</script>", "script in main"),
        ("<p>甲<em>乙</em></p>", "em in p"),
        ("<p>甲<strong>乙<a href='x'>丙</a></strong></p>", "a in strong"),
        ("<p style='color:red'>甲</p>", "attribute style of p"),
        ("<p class='small'>甲</p>", "class small of p"),
        ("<div class='box'><p>甲</p></div>", "class box of div"),
        ("<div class='number'>甲</div>", "div.number in main"),
        ("甲", "text directly in main"),
        ("<ol>甲<li>乙</li></ol>", "text directly in ol"),
        ("<ol><li>甲<ol><li>乙</li></ol></li></ol>", "ol in li"),
        ("<table><tr><td colspan='2'>甲</td></tr></table>", "attribute colspan of td"),
        ("<table><tr><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>", "different length"),
        ("<table></table>", "different length"),
        ("<img src='x'>", "class None of img"),
        ("<img class='qr' src='x'>", "img.qr without alt"),
    ],
)
def test_unknown_markup_is_refused_by_name(body: str, named: str) -> None:
    with pytest.raises(UnknownMarkup, match="is not printed") as refused:
        read_sheet(document(body))

    assert named in refused.value.detail


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<p>甲</p>", "p in body"),
        ("<main></main>", "without header"),
        ("<header></header><main></main>", "header with nothing"),
        ("<header><h1>甲</h1></header>", "without main"),
    ],
)
def test_a_document_needs_its_parts(html: str, named: str) -> None:
    with pytest.raises(UnknownMarkup, match=named):
        read_sheet(html)
