"""Templates print what the context of their step offers, nothing else."""

from dataclasses import fields

import pytest
from jinja2 import Environment, FileSystemLoader, UndefinedError, meta

from workers.notices import notice
from workers.notices.notice import TEMPLATES, CaseLines, Notice
from workers.notices.notify_dispatch import DispatchNotice
from workers.notices.send_reply import ReplyNotice

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


@pytest.mark.parametrize("kind", [DispatchNotice, ReplyNotice])
def test_every_value_of_the_context_is_printed_and_no_other_is_asked_for(
    kind: type[Notice],
) -> None:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    asked: set[str] = set()
    for name in (notice.LAYOUT, f"{kind.element_id}.html"):
        source = (TEMPLATES / name).read_text(encoding="utf-8")
        asked |= meta.find_undeclared_variables(environment.parse(source))
    offered = {field.name for field in fields(kind)} | COMMON
    assert asked <= offered
    # The kind is part of the number.
    assert offered - asked == {"kind"}


def test_a_misspelt_value_fails_instead_of_printing_a_blank() -> None:
    class Misspelt(Notice):
        element_id = "notify_dispatch"

    with pytest.raises(UndefinedError):
        Misspelt(kind="转告", title="告知单", basis="regulation_2022:22(1)", case=CASE).html(
            number="示信转告〔2026〕1号", issuer="示范市信访局", issued_on="2026年3月2日"
        )
