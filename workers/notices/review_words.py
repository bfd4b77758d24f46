"""What documents of a review say: names of the level, reasons, outcomes, what may lack."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.decision_facts import ReviewStage
from law.review import Applicant, RefusalReason, ReviewOutcome, level_basis
from records.models import Matter, Review
from records.review_facts import opinion_received_on, reviewed_unit
from workers.cases import unit_of
from workers.notices.referred import OPINION, DocumentLine, document_line, last_document
from workers.notices.referred import review_opinion as opinion_of
from workers.notices.required import Says
from workers.notices.words import chinese_date

LEVEL = {ReviewStage.review: "复查", ReviewStage.rereview: "复核"}
REVIEWED = {ReviewStage.review: "信访事项处理意见书", ReviewStage.rereview: "信访事项复查意见书"}
OUTCOME = {
    ReviewOutcome.upheld: "维持",
    ReviewOutcome.changed: "变更",
    ReviewOutcome.revoked: "撤销，重新办理",
    ReviewOutcome.redo: "责令重新办理",
}
APPLICANT = {
    Applicant.petitioner: "信访人本人",
    Applicant.agent: "代理人",
    Applicant.guardian: "监护人",
    Applicant.successor: "承继人",
    Applicant.other: "其他人",
}
MISSING = {
    "application": "书面申请书（载明请求、事实和理由，并签名）",
    "opinion_copy": "原意见书",
    "evidence": "有关证据材料",
    "identity": "身份证明",
    "mandate": "授权委托书或者代表推选材料",
}
# Why a request is not taken on, and what the regulation says of it; local rules are not cited.
REFUSALS: dict[RefusalReason, tuple[str, str]] = {
    RefusalReason.already_final: (
        "该事项已经复核，您仍以同一事实和理由提出，各级机关、单位不再受理",
        "regulation_2022:36(3)",
    ),
    RefusalReason.no_opinion: ("没有可供审查的书面意见", "regulation_2022:31(六)"),
    RefusalReason.other_route: ("该请求应当通过其他法定途径提出", "regulation_2022:31"),
    RefusalReason.wrong_person: ("您不是该信访事项的信访人或者其代理人、承继人", ""),
    RefusalReason.wrong_level: ("应当向出具意见单位的上一级机关、单位提出", ""),
    RefusalReason.late: ("超过规定的期限提出，没有正当理由", ""),
    RefusalReason.incomplete: ("经通知补正，材料仍不齐全", ""),
}


@dataclass(frozen=True)
class ReviewLines:
    """The request as the head of a document of the review names it."""

    level: Annotated[str, Says("复查或者复核")]
    applicant: Annotated[str, Says("请求人")]
    people: Annotated[int, Says("请求人数")]
    representatives: Annotated[int, Says("代表人数")]
    requested_on: Annotated[str, Says("收到请求日期")]
    posted_on: Annotated[str, Says("交邮日期", optional=True)]
    reference: Annotated[str, Says("书面请求")]
    unit: Annotated[str, Says("复查复核机关")]
    first_unit: Annotated[str, Says("原办理单位")]
    reviewed: Annotated[str, Says("原意见书名称")]
    opinion: Annotated[DocumentLine | None, Says("原意见书", optional=True)]


def review_lines(session: Session, matter: Matter, review: Review) -> ReviewLines:
    """The request; without an opinion to review, its line is empty."""
    return ReviewLines(
        level=LEVEL[review.level],
        applicant=APPLICANT[review.applicant],
        people=review.people,
        representatives=review.representatives,
        requested_on=chinese_date(review.requested_on),
        posted_on=chinese_date(review.posted_on),
        reference=review.reference,
        unit=unit_of(session, review.unit_id).name,
        first_unit=unit_of(session, reviewed_unit(session, matter, review)).name,
        reviewed=REVIEWED[review.level],
        opinion=_opinion(session, matter, review),
    )


def missing_words(review: Review) -> tuple[str, ...]:
    """What the request lacks, as a notice lists it."""
    return tuple(MISSING.get(code, code) for code in review.missing.split(",") if code)


def refusal_words(review: Review) -> tuple[str, str]:
    """Why the request is refused, and the article; both empty without a reason."""
    if review.refusal_reason is None:
        return "", ""
    reason, basis = REFUSALS[review.refusal_reason]
    return reason, basis or level_basis(review.level)


def _opinion(session: Session, matter: Matter, review: Review) -> DocumentLine | None:
    received_on = opinion_received_on(session, matter, review)
    if review.level is ReviewStage.review:
        return document_line(last_document(session, matter, OPINION), received_on)
    previous = session.get(Review, review.previous_id) if review.previous_id else None
    document = opinion_of(session, matter, previous) if previous else None
    return document_line(document, received_on)
