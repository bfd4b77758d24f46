"""send_reply - articles 29 to 32 and 35: the written answer, and what can be done against it."""

import pytest

from records.models.petition import Category, Outcome
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.errors import NotAnswered
from workers.petition.send_reply import send_reply

ANSWER = "经查，电梯因维修资金未到位停运。\n\n现已责成物业限期修复。"


def test_an_opinion_states_request_outcome_answer_and_the_way_to_review(
    case: Case, clock: StandingClock
) -> None:
    case.dispatch(clock.moment)
    case.answer(ANSWER, Outcome.explain)
    send_reply(case.petition_id)
    (document,) = case.documents()
    assert document.number == "示住建意见〔2026〕1号"
    assert document.title == "信访事项处理意见书"
    assert document.issued_by == UNIT
    for passage in (
        "<li>恢复电梯运行</li>",
        "<p>结论：解释说明。</p>",
        "<p>现已责成物业限期修复。</p>",
        "自收到本意见书之日起30日内，请求本单位的上一级机关、单位复查",
    ):
        assert passage in document.body


@pytest.mark.parametrize(
    ("category", "title"),
    [(Category.proposal, "建议意见答复书"), (Category.report, "检举控告办理反馈书")],
)
def test_suggestions_and_reports_have_no_review(
    case: Case, clock: StandingClock, category: Category, title: str
) -> None:
    case.dispatch(clock.moment, category)
    case.answer(ANSWER)
    send_reply(case.petition_id)
    (document,) = case.documents()
    assert document.title == title
    assert "复查" not in document.body


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    case.dispatch(clock.moment)
    case.answer(ANSWER)
    send_reply(case.petition_id)
    case.answer("后来改动的文字不进入已经出具的文书。")
    send_reply(case.petition_id)
    (document,) = case.documents()
    assert "现已责成物业限期修复" in document.body


def test_what_people_wrote_is_escaped(case: Case, clock: StandingClock) -> None:
    case.dispatch(clock.moment)
    case.answer("<script>alert(1)</script>")
    send_reply(case.petition_id)
    assert "&lt;script&gt;" in case.documents()[0].body


def test_no_reply_before_there_is_an_answer(case: Case, clock: StandingClock) -> None:
    case.dispatch(clock.moment)
    with pytest.raises(NotAnswered):
        send_reply(case.petition_id)
