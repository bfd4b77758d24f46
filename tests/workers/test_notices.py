"""Templates print what the context of their step offers, nothing else."""

import re
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, UndefinedError, meta, nodes

from commands.samples import samples
from workers.notices.case_lines import CaseLines
from workers.notices.notice import TEMPLATES, Notice, templates_of

COMMON = {"number", "issuer", "issued_on"}
CASE = CaseLines(
    number="990100012026W000001",
    query_code="23456789AB",
    petitioner="甲某某",
    form="网络",
    received_on="2026年3月2日",
    subject="小区电梯停运",
    claims=("恢复电梯运行",),
)
KINDS: dict[str, type[Notice]] = {
    sample.notice.element_id: type(sample.notice) for sample in samples().values()
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_value_of_the_context_is_printed_and_no_other_is_asked_for(
    kind: type[Notice],
) -> None:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    asked: set[str] = set()
    for name in templates_of(kind.element_id):
        syntax = environment.parse((TEMPLATES / name).read_text(encoding="utf-8"))
        imported = {one.target for one in syntax.find_all(nodes.Import)}
        asked |= meta.find_undeclared_variables(syntax) - imported
    offered = {field.name for field in fields(kind)} | COMMON
    assert asked <= offered
    # The kind is part of the number.
    assert offered - asked == {"kind"}


def test_a_misspelt_value_fails_instead_of_printing_a_blank() -> None:
    class Misspelt(Notice):
        element_id = "notify_dispatch"

    with pytest.raises(UndefinedError):
        Misspelt(
            kind="转告",
            title="告知单",
            basis="regulation_2022:22(1)",
            addressee="甲某某",
            case=CASE,
        ).html(number="示信转告〔2026〕1号", issuer="示范市信访局", issued_on="2026年3月2日")


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.stem)
def test_no_template_knows_how_many_days_a_period_has(path: Path) -> None:
    without_style = re.sub(r"<style>.*?</style>", "", path.read_text("utf-8"), flags=re.DOTALL)
    number = "[0-9一二三四五六七八九十百两]"
    assert re.findall(rf"{number}+(?:日|天|个工作日|个月)", without_style) == []


def test_the_hash_of_a_template_covers_what_it_is_made_of() -> None:
    assert templates_of("send_duty_answer") == (
        "_document.html",
        "_parts.html",
        "_result.html",
        "send_duty_answer.html",
    )
    texts = [(TEMPLATES / name).read_bytes() for name in templates_of("send_duty_answer")]
    notice = samples()["send_duty_answer"].notice
    assert notice.template_sha256() == sha256(b"".join(texts)).hexdigest()


def test_what_people_wrote_is_escaped() -> None:
    opinion = samples()["issue_opinion"]
    hostile = replace(opinion.notice, case=replace(CASE, subject="<script>alert(1)</script>"))

    html = replace(opinion, notice=hostile).html()

    assert "&lt;script&gt;" in html
    assert "<script" not in html
