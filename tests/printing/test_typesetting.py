"""The PDF says what the document says, nothing more and nothing less, and always the same."""

from datetime import timedelta

import pytest
from pypdf.generic import StreamObject

from printing import typesetting
from printing.errors import FontsMissing, GlyphsMissing, PrintingFailed
from printing.qr import qr_image
from printing.reading import read_sheet
from printing.typesetting import renderer, typeset
from settings import ROOT
from tests.printing.documents import ISSUED_AT, document, pages_of, printed, reader, text_of

HOSTILE = [
    '#eval("1+1")',
    "#panic()",
    "$x^2$",
    "*粗*",
    "_斜_",
    "= 标题",
    "\\",
    "\\u{41}",
    "`#1`",
    "@甲",
    "//注释",
    "/*注释*/",
    "]#[",
    '"',
    "{{7*7}}",
    "https://www.example.org/#a",
    "-—–",
    "'甲'",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_printed_as_it_is(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")

    pdf = printed(document(f"<p>前{escaped}后</p>", title=escaped, issuer=escaped)).pdf

    assert f"前{text}后".replace(" ", "") in text_of(pdf)
    metadata = reader(pdf).metadata
    assert metadata is not None
    assert metadata.title == f"{text}（示信转告〔2026〕1号）"


def test_chinese_text_can_be_selected_and_searched() -> None:
    body = "<p>您于2026年3月2日以网络形式提出的信访事项，本单位已经登记。</p>"

    pdf = printed(document(body)).pdf

    assert "您于2026年3月2日以网络形式提出的信访事项，本单位已经登记。" in text_of(pdf)
    assert "示信转告〔2026〕1号" in text_of(pdf)


def test_title_language_moment_and_archive_standard_are_set() -> None:
    opened = reader(printed(document("<p>甲</p>")).pdf)

    assert opened.metadata is not None
    assert opened.metadata.title == "告知单（示信转告〔2026〕1号）"
    assert opened.metadata.author == "示范市信访局"
    assert opened.metadata.creation_date == ISSUED_AT
    assert str(opened.root_object["/Lang"]).startswith("zh")
    stream = opened.root_object["/Metadata"].get_object()
    assert isinstance(stream, StreamObject)
    xmp = stream.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in xmp


def test_the_same_document_makes_the_same_bytes_and_another_moment_others() -> None:
    sheet = read_sheet(document("<p>甲</p>" + qr_image("https://xinfang.example/query")))

    assert typeset(sheet, at=ISSUED_AT) == typeset(sheet, at=ISSUED_AT)
    later = typeset(sheet, at=ISSUED_AT + timedelta(seconds=1))
    assert later.pdf != typeset(sheet, at=ISSUED_AT).pdf


def test_pages_are_counted() -> None:
    made = printed(document("<p>经查属实。</p>" * 40))

    assert made.pages == len(reader(made.pdf).pages) == 2


@pytest.mark.parametrize(
    ("text", "code_points"),
    [
        ("𠮷某某", ["U+20BB7"]),
        ("甲\U0001f600乙\ue800\ue801", ["U+E800", "U+E801", "U+1F600"]),
    ],
)
def test_characters_without_glyph_are_refused_by_code_point(
    text: str, code_points: list[str]
) -> None:
    with pytest.raises(GlyphsMissing) as refused:
        printed(document(f"<p>{text}</p>"))

    assert refused.value.code_points == code_points
    assert "某" not in str(refused.value)


def test_rare_characters_of_names_are_there() -> None:
    rare = "喆堃犇骉鱻淼赟翀昇頔玥璟暐垚晟旻䶮龑曌"

    assert rare in text_of(printed(document(f"<p>{rare}</p>")).pdf)


def test_a_font_of_the_office_brings_what_ours_lacks() -> None:
    folder = ROOT / "web/node_modules/bpmn-js/dist/assets/bpmn-font/font"
    sheet = read_sheet(document("<p>甲\ue801</p>"))

    made = typeset(sheet, at=ISSUED_AT, fonts=[folder, folder / "missing"])

    assert "甲\ue801" in text_of(made.pdf)


def test_no_font_of_the_machine_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "FONTS", ROOT / "printing")

    with pytest.raises(FontsMissing, match="web build"):
        printed(document("<p>甲</p>"))


def test_what_the_typesetter_says_does_not_quote_the_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typesetting, "PITCHES", ("甲",))

    with pytest.raises(PrintingFailed) as failed:
        printed(document("<p>乙某某</p>"))

    assert "乙" not in str(failed.value)


def test_the_seal_place_is_drawn_when_asked_for() -> None:
    sheet = read_sheet(document("<p>甲</p>"))

    assert "印章" in text_of(typeset(sheet, at=ISSUED_AT, seal_place=True).pdf)
    assert "印章" not in text_of(typeset(sheet, at=ISSUED_AT).pdf)


def test_the_renderer_names_typesetter_and_layout() -> None:
    assert renderer().startswith("typst 0.15.2, layout ")


def test_every_page_has_its_number() -> None:
    pages = pages_of(printed(document("<p>经查属实。</p>" * 70)).pdf)

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"—{number}—" in page
