"""What a careful person would not send out: lone signatures, text beyond the margin, lost lines."""

import re

import pytest

from tests.printing.documents import document, pages_of, printed, reader, text_of

SENTENCE = "经查，该小区三号楼电梯因维修资金未到位停止运行属实。"
LONG_NAME = "示范省示范自治州示范自治县人民政府信访工作联席会议办公室（群众来访联合接待中心）"
LINE_CHARACTERS = 60  # a line holds 28 Chinese or some 55 Latin characters


@pytest.mark.parametrize("paragraphs", range(4, 30))
def test_the_signature_has_text_of_the_document_on_its_page(paragraphs: int) -> None:
    made = printed(document(f"<p>{SENTENCE}</p>" * paragraphs))

    last = pages_of(made.pdf)[-1]
    before = last.partition("示范市信访局2026年3月2日")[0]
    assert "停止运行属实。" in before
    assert "信访件编号" in last


@pytest.mark.parametrize("sentences", range(30, 60, 3))
def test_a_long_last_paragraph_goes_on_with_its_signature(sentences: int) -> None:
    made = printed(document(f"<p>{SENTENCE * sentences}</p>"))

    last = pages_of(made.pdf)[-1]
    assert last.index("属实。") < last.index("示范市信访局2026年3月2日")
    assert text_of(made.pdf).count(SENTENCE) >= sentences - made.pages


@pytest.mark.parametrize("end", ["<table><tr><th>甲</th><td>乙</td></tr></table>", "<h2>附件</h2>"])
def test_a_document_may_end_with_something_else(end: str) -> None:
    last = pages_of(printed(document(f"<p>{SENTENCE}</p>{end}")).pdf)[-1]

    assert "示范市信访局2026年3月2日" in last


def test_twelve_long_claims_keep_their_order_and_numbers() -> None:
    claims = "".join(f"<li>第{n}项请求。{SENTENCE * 5}</li>" for n in range(1, 13))

    text = text_of(printed(document(f"<ol>{claims}</ol><p>特此告知。</p>")).pdf)

    places = [text.index(f"{n}．第{n}项请求。") for n in range(1, 13)]
    assert places == sorted(places)


def test_a_table_longer_than_a_page_loses_no_row_and_repeats_its_title() -> None:
    rows = "".join(f"<tr><td>第{n}行</td><td>{SENTENCE}</td></tr>" for n in range(1, 41))
    table = f"<table><tr><th>序号</th><th>情况</th></tr>{rows}</table>"

    pages = pages_of(printed(document(f"{table}<p>特此告知。</p>")).pdf)

    assert all(f"第{n}行" in "".join(pages) for n in range(1, 41))
    with_rows = [page for page in pages if SENTENCE in page]
    assert len(with_rows) > 1
    assert all("序号" in page for page in with_rows)


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.org/" + "abcdefghij" * 30,
        "x" * 400,
        "Alexandra Konstantinopoulou-Featherstonehaugh of the Demonstration Society " * 6,
    ],
)
def test_long_latin_text_is_broken_into_lines(text: str) -> None:
    pdf = printed(document(f'<p class="addressee">{text}：</p><p>{text}</p>')).pdf

    lines = [line for page in reader(pdf).pages for line in page.extract_text().splitlines()]
    assert max(map(len, lines)) <= LINE_CHARACTERS + line_breaks(lines)
    assert text.replace(" ", "") in text_of(pdf)


def line_breaks(lines: list[str]) -> int:
    """How many invisible break opportunities a line may hold."""
    return max(len(re.findall("\u200b", line)) for line in lines)


def test_a_very_long_name_of_a_unit_is_printed_whole() -> None:
    text = text_of(printed(document(f"<p>{SENTENCE}</p>", issuer=LONG_NAME)).pdf)

    assert text.count(LONG_NAME) == 2


def test_a_short_notice_stays_on_one_page() -> None:
    assert printed(document(f"<p>{SENTENCE * 3}</p>" * 3)).pages == 1


def test_a_document_without_foot_has_none() -> None:
    assert "信访件编号" not in text_of(printed(document("<p>甲</p>", foot="")).pdf)


def test_a_long_table_begins_where_the_text_before_it_ends() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>{SENTENCE}</td></tr>" for n in range(1, 61))

    first = pages_of(printed(document(f"<p>{SENTENCE}</p><table>{rows}</table>")).pdf)[0]

    assert first.count("属实。") > 10


def test_an_annex_begins_on_a_page_of_its_own() -> None:
    annex = "<h2>附件：信访人名单</h2><table><tr><td>1</td><td>甲某某</td></tr></table>"
    html = document("<p>特此告知。</p>").replace("</div></main>", f"</div>{annex}</main>")

    first, second = pages_of(printed(html).pdf)

    assert "信访件编号" in first
    assert "附件" not in first
    assert second == "附件：信访人名单1甲某某—2—"


def test_what_is_a_little_too_long_for_a_page_is_set_smaller() -> None:
    def pages(sentences: int) -> int:
        return printed(document(f"<p>{SENTENCE}</p>" * sentences)).pages

    assert [pages(sentences) for sentences in (8, 12, 25)] == [1, 1, 2]


def test_a_column_of_numbers_is_narrow_and_a_cell_may_be_empty() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>{SENTENCE}</td><td></td></tr>" for n in range(1, 4))

    text = text_of(printed(document(f"<p>甲</p><table>{rows}</table><p>乙</p>")).pdf)

    assert text.count(SENTENCE) == 3
