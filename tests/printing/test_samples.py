"""Every template has a sample, is printed by the layout, and docs/samples shows it as it is now."""

from dataclasses import fields, replace

import pytest

from commands.samples import SAMPLES, path_of, print_sample, samples
from printing.reading import read_sheet
from printing.sheet import Paragraph
from tests.printing.documents import printed, text_of
from workers.notices.notice import TEMPLATES
from workers.notices.required import says_of

NAMES = sorted(samples())
LONG = "经查，该小区三号楼电梯因维修资金未到位停止运行属实，现责成有关单位限期整改。"


def test_every_template_has_a_sample() -> None:
    templates = {path.stem for path in TEMPLATES.glob("*.html") if path.name[0] != "_"}

    assert {sample.notice.element_id for sample in samples().values()} == templates


def test_no_sample_is_left_of_a_document_that_is_gone() -> None:
    assert {path.stem for path in SAMPLES.glob("*.pdf")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_kept_sample_is_current(name: str) -> None:
    kept = text_of(path_of(name).read_bytes())

    assert kept == text_of(print_sample(name).pdf), "run ./xinfang docs samples"


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_a_notice_says_what_it_is(name: str) -> None:
    notice = samples()[name].notice

    assert set(says_of(type(notice))) == {field.name for field in fields(notice)}


@pytest.mark.parametrize("name", NAMES)
def test_a_case_with_twelve_long_claims_and_foreign_names_is_printed_whole(name: str) -> None:
    sample = samples()[name]
    name_of_unit = "示范省示范自治州示范自治县人民政府信访工作联席会议办公室"
    claims = tuple(f"第{n}项请求：{LONG * (n % 5 + 1)}" for n in range(1, 13))
    case = replace(
        sample.notice.case,
        petitioner="Alexandra Konstantinopoulou-Featherstonehaugh de la Cruz y Montenegro",
        subject=LONG * 3,
        claims=claims,
    )
    html = replace(sample, notice=replace(sample.notice, case=case), issuer=name_of_unit).html()

    text = text_of(printed(html).pdf)

    sheet = read_sheet(html)
    paragraphs = [one for one in sheet.blocks if isinstance(one, Paragraph)]
    assert paragraphs
    for paragraph in paragraphs:
        assert "".join(run.text for run in paragraph.runs).replace(" ", "") in text
    for claim in claims if "第1项请求" in html else ():
        assert claim in text
