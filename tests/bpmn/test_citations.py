"""Every place of the law that a step, a rule, a field or a notice cites exists."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from law.citations import read_citations
from modeling.bpmn import parse_process
from modeling.citing import Citing, citing_in_decisions, citing_in_form, citing_in_process
from modeling.dmn import parse_decisions
from modeling.forms import parse_form
from settings import ROOT
from tests.bpmn.models import DECISIONS, DIAGRAMS, FORMS
from tests.modeling.samples import ANSWER_LETTER, CHOOSE_UNIT

NOTICES = sorted((ROOT / "templates" / "notices").glob("*.html"))


def everything() -> Iterator[Citing]:
    """All parts of all diagrams, decisions and forms."""
    for path in DIAGRAMS:
        yield from citing_in_process(parse_process(path.read_bytes()))
    for path in DECISIONS:
        yield from citing_in_decisions(parse_decisions(path.read_bytes()))
    for path in FORMS:
        yield from citing_in_form(parse_form(path.read_bytes()))


@pytest.mark.parametrize("part", list(everything()), ids=lambda part: f"{part.model}:{part.id}")
def test_a_part_of_a_model_cites_only_what_exists(part: Citing) -> None:
    assert part.citations.unknown == ()


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_a_notice_cites_only_what_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_citations(text).unknown == ()


@pytest.mark.parametrize(
    ("id_", "before", "after", "unknown"),
    [
        ("send_answer", "寄出答复（第二十三条）", "寄出答复（第五十一条）", "第五十一条"),
        ("send_answer", "寄出答复（第二十三条）", "见第三十四条第二款", "第三十四条第二款"),
        ("read_letter", "阅信（第二十二条）", "见第二十二条第四项", "第二十二条第四项"),
        ("answer_letter", "（第二十三条）", "（第四十九条至第五十一条）", "第五十一条"),
    ],
)
def test_a_step_that_cites_what_does_not_exist_is_found(
    id_: str, before: str, after: str, unknown: str
) -> None:
    model = parse_process(ANSWER_LETTER.replace(before, after).encode())
    found = {part.id: part.citations.unknown for part in citing_in_process(model)}
    assert found[id_] == (unknown,)


@pytest.mark.parametrize(
    ("before", "after", "unknown"),
    [
        ("属地管理（第五条）", "属地管理（第六条第一项）", "第六条第一项"),
        ('"north_bureau"', '"regulation_2022:51"', "regulation_2022:51"),
    ],
)
def test_a_rule_that_cites_what_does_not_exist_is_found(
    before: str, after: str, unknown: str
) -> None:
    decisions = parse_decisions(CHOOSE_UNIT.replace(before, after).encode())
    found = {part.id: part.citations.unknown for part in citing_in_decisions(decisions)}
    assert found["by_place"] == (unknown,)
