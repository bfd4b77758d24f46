"""What a document must say is asked for before it takes a number; nothing is printed empty."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

import pytest

from records.errors import NoticeIncomplete
from records.models import Matter, Petition, Unit
from records.models.petition import Category, Outcome
from tests.workers.at_unit import at_unit
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.notices.issue_opinion import issue_opinion_notice
from workers.notices.notice import issue
from workers.notices.required import Says, missing_from, says_of


@dataclass(frozen=True)
class Part:
    """A nested value."""

    name: Annotated[str | None, Says("姓名")]


@dataclass(frozen=True)
class Whole:
    """What a document would say."""

    facts: Annotated[str, Says("事实")]
    claims: Annotated[tuple[str, ...], Says("诉求")]
    is_final: Annotated[bool, Says("终结")]
    days: Annotated[int, Says("日数")]
    part: Annotated[Part, Says("当事人")]
    remark: Annotated[str, Says("备注", optional=True)]


FULL = Whole("查明", ("甲",), is_final=False, days=0, part=Part("甲某某"), remark="")


@pytest.mark.parametrize(
    ("notice", "missing"),
    [
        (FULL, ()),
        (replace(FULL, facts=" \n　"), ("事实",)),
        (replace(FULL, claims=()), ("诉求",)),
        (replace(FULL, claims=("", " ")), ("诉求",)),
        (replace(FULL, part=Part(None), facts=""), ("事实", "姓名")),
    ],
)
def test_empty_values_are_named_unless_they_are_optional(
    notice: Whole, missing: tuple[str, ...]
) -> None:
    assert missing_from(notice) == missing


def test_a_value_that_does_not_say_what_it_is_is_a_mistake() -> None:
    @dataclass(frozen=True)
    class Unnamed:
        facts: str

    with pytest.raises(KeyError, match="facts is not annotated"):
        says_of(Unnamed)


def test_an_incomplete_document_is_refused_by_field_before_it_takes_a_number(
    case: Case, clock: StandingClock
) -> None:
    found: dict[str, Any] = {
        "accepted_on": clock.now().date(),
        "facts": "经查属实。",
        "answer": "予以支持。",
        "legal_basis": "有关规定。",
        "outcome": Outcome.support,
    }
    matter_id = at_unit(case, **found).id

    with case.database.transaction() as session:
        petition, matter = (
            session.get_one(Petition, case.petition_id),
            session.get_one(Matter, matter_id),
        )
        notice = issue_opinion_notice(session, petition, matter)
        given: dict[str, Any] = {
            "petition": petition,
            "matter": matter,
            "unit": session.get_one(Unit, UNIT),
            "now": clock.now(),
        }

        with pytest.raises(NoticeIncomplete, match="信访事项处理意见书缺少：依据、处理意见"):
            issue(session, replace(notice, basis="", answer=()), **given)
        first = issue(session, notice, **given)
        again = issue(session, replace(notice, basis=""), **given)

    assert first.number == "示住建意见〔2026〕1号"
    assert again.id == first.id


def test_an_opinion_that_cannot_name_the_review_authority_is_not_issued(
    case: Case, clock: StandingClock
) -> None:
    case.dispatch(clock.moment)
    with case.database.transaction() as session:
        petition = session.get_one(Petition, case.petition_id)
        matter = Matter(petition_id=petition.id, ordinal=1, category=Category.claim, unit_id=UNIT)

        missing = missing_from(issue_opinion_notice(session, petition, matter))

    assert missing == (
        "受理日期",
        "调查核实情况",
        "结论",
        "处理意见",
        "处理依据",
        "复查机关",
        "请求复查期限",
    )
