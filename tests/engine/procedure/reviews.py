"""Review and re-review: requests about answered matters, and who decides otherwise than usual."""

from typing import Any

from simulation.answers import Form, Task
from tests.engine.moved_time import today_of
from tests.engine.procedure.driver import LEAVE_OPEN, Case, Cohort, Scenario, changed
from tests.engine.procedure.hearing_scenarios import on_its_day
from tests.engine.procedure.requests import held, post, refused
from tests.engine.procedure.units import ZJ

CLAIM = {"category": "claim", "unit": ZJ}
NO = {"note": "理由如下。"}
FIRST: Form = {"outcome": "explain"}
# Handled anew: other facts, another answer.
ANEW: Form = {
    "outcome": "support",
    "facts": "经重新调查，缴费记录、会议纪要和票据均已核对，应退金额已经查清。",
    "answer": "请求成立，由责任单位在一个月内全额退还，并公开有关资金的使用情况。",
}


def opinion(outcome: str) -> Form:
    """What the reviewing unit decides."""
    return {"review_outcome": outcome, "answer": "原意见事实不清，应当重新核对并作出处理。"}


def withdraws_request(case: Case, _task: Task) -> Form:
    """The request is taken back while somebody looks into it; the engine takes the task away."""
    path = f"/matters/1/review-requests/{newest(case).ordinal}/withdrawal"
    post(case, "clerk", path, {"reason": "已经解决", "is_written": True})
    return LEAVE_OPEN


def drafts_anew(case: Case, task: Task) -> Form:
    """The first opinion; then the same again, which is refused at its signature; then another."""
    usual = case.usual("draft_opinion", task)
    return changed(usual, FIRST if case.seen["draft_opinion"] < 2 else ANEW)


def signs_in_vain(case: Case, task: Task) -> Form:
    """The same opinion as before cannot be signed, and goes back."""
    if case.seen["sign_opinion"] != 1:
        return case.usual("sign_opinion", task)
    return changed(refused("SameOpinionAgain")(case, task), {"is_opinion_signed": "no", **NO})


REVIEW_SCENARIOS = [
    Scenario(
        "review_then_final",
        answers={
            "classify_petition": CLAIM,
            "sign_review_opinion": [{"is_review_signed": "no", **NO}, {}],
        },
    ),
    Scenario(
        "review_revoked",
        answers={
            "classify_petition": CLAIM,
            "draft_opinion": drafts_anew,
            "sign_opinion": signs_in_vain,
            "draft_review_opinion": opinion("revoked"),
        },
    ),
    Scenario(
        "rereview_ordered_again",
        answers={
            "classify_petition": CLAIM,
            "draft_opinion": [FIRST, ANEW],
            "draft_review_opinion": [opinion("changed"), opinion("redo")],
        },
    ),
    Scenario("review_asked_late", answers={"classify_petition": CLAIM}),
    Scenario("review_asked_late_with_cause", answers={"classify_petition": CLAIM}),
    Scenario("review_posted_on_the_last_day", answers={"classify_petition": CLAIM}),
    Scenario(
        "review_withdrawn",
        answers={"classify_petition": CLAIM, "investigate_review": withdraws_request},
    ),
    Scenario(
        "review_with_hearings",
        answers={
            "classify_petition": CLAIM,
            "investigate_review": {"is_hearing_wanted": True},
            "hold_hearing": on_its_day,
        },
    ),
    Scenario("review_completed", answers={"classify_petition": CLAIM}),
    Scenario("review_not_completed", answers={"classify_petition": CLAIM}),
    Scenario(
        "unwatched_review_examination",
        answers={"classify_petition": CLAIM, "examine_request": held},
    ),
    Scenario(
        "unwatched_review_decision",
        answers={"classify_petition": CLAIM, "investigate_review": held},
    ),
]


def request(case: Case, status: int = 201, **change: Any) -> Any:
    """The petitioner asks for review; the answer of the API."""
    body = {
        "level": "review",
        "requested_on": today_of(case.xinfang).isoformat(),
        "reference": "复查申请书",
        "reasons": "对意见不服，请求审查。",
    }
    return post(case, "clerk", "/matters/1/review-requests", body | change, status)


def newest(case: Case) -> Any:
    """The row of the last request."""
    return reviews(case)[-1]


def reviews(case: Case) -> list[Any]:
    """The rows of its requests, in order."""
    return case.xinfang.query(
        "SELECT * FROM review WHERE petition_id = :id ORDER BY ordinal", id=case.petition_id
    )


def ends_of_reviews(case: Case) -> list[str]:
    """The end events of the process review that were reached, sorted."""
    rows = case.xinfang.query(
        "SELECT e.element_id FROM journal.element_instance e "
        "JOIN journal.instance i ON i.key = e.instance_key WHERE i.business_key = :id "
        "AND i.process_id = 'review' AND i.parent_key IS NULL AND e.element_type = 'END_EVENT' "
        "AND e.element_id LIKE 'review_%'",
        id=case.petition_id,
    )
    ends = ("review_final", "review_answered", "review_refused", "review_ended_by_withdrawal")
    return sorted(row.element_id for row in rows if row.element_id in ends)


def ask_at_once(cohort: Cohort) -> None:
    """The day of the answers: who is not content asks, and the reviews are worked through."""
    case = cohort["review_then_final"]
    case.notes["sixth"] = request(case, 409, people=9, representatives=6)["error"]
    for name in ("review_then_final", "review_revoked", "rereview_ordered_again"):
        request(cohort[name])
    request(cohort["review_with_hearings"])
    for name in ("review_withdrawn", "unwatched_review_examination", "unwatched_review_decision"):
        request(cohort[name])
    for name in ("review_completed", "review_not_completed"):
        request(cohort[name], missing=["opinion_copy"])
    # Who has rated and asks for review waits for nothing more in the petition itself.
    rating = {"bureau": "satisfied", "unit": "fairly_satisfied"}
    post(cohort["review_withdrawn"], "clerk", "/rating", rating)
    cohort.work()
    path = f"/matters/1/review-requests/{newest(cohort['review_completed']).ordinal}/completion"
    today = today_of(cohort.xinfang).isoformat()
    post(cohort["review_completed"], "clerk", path, {"on": today})
    for name in ("review_then_final", "rereview_ordered_again"):
        request(cohort[name], level="rereview", reference="复核申请书")
    cohort.work()


def ask_again(cohort: Cohort) -> None:
    """The review came after its hearing: who was heard there asks for re-review."""
    request(cohort["review_with_hearings"], level="rereview", reference="复核申请书")
    cohort.work()


def ask_after_the_window(cohort: Cohort) -> None:
    """The thirty days are over: late, late with a cause, and posted in time."""
    request(cohort["review_asked_late"])
    request(cohort["review_asked_late_with_cause"], just_cause="住院治疗，附病历。")
    posted = cohort["review_posted_on_the_last_day"]
    request(posted, posted_on=posted.due("D07"))
    cohort.work()
