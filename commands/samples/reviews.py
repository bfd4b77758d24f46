"""A review that revokes the first opinion, and a re-review that is final; what else may happen."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from commands.samples.office import CLERK, HOUSING, LEADER, at, file, open_matter
from commands.samples.sample import Sample, issued
from law.decision_facts import ReviewStage
from law.review import Applicant, RefusalReason, ReviewOutcome, ReviewState
from records.ledger import open_clock
from records.models import Matter, Petition, Review, Unit
from records.models.matter import MatterEnd
from records.models.petition import Outcome
from records.reviews import occasion_of, reviews_of
from workers.notices.accept_review import accept_review_notice
from workers.notices.issue_opinion import issue_opinion_notice
from workers.notices.issue_review_opinion import issue_review_opinion_notice
from workers.notices.notice import Notice, issue
from workers.notices.open_rehandling import open_rehandling_notice
from workers.notices.record_review_withdrawal import record_review_withdrawal_notice
from workers.notices.refuse_review import refuse_review_notice
from workers.notices.register_review import register_review_notice
from workers.notices.send_supplement_notice import send_supplement_notice_notice

BODY, ABOVE = "990100-fc", "990000-fc"
BASIS = "《信访工作条例》第三十五条、第三十六条第一款。"


@dataclass(frozen=True)
class Told:
    """The story so far."""

    session: Session
    petition: Petition
    matter: Matter

    def issue(self, notice: Notice, review: Review, on: datetime) -> Sample:
        """Issue a document of this review for good."""
        unit = self.session.get_one(Unit, review.unit_id)
        document = issue(
            self.session,
            notice,
            petition=self.petition,
            unit=unit,
            now=on,
            matter=self.matter,
            occasion=occasion_of(self.matter, review),
        )
        return Sample(notice, unit.name, document.number, on)


def tell(session: Session) -> dict[str, Sample]:
    """The documents of both levels, by their step."""
    story = _answered(session)
    first = _asked(story, ReviewStage.review, BODY, date(2026, 6, 1), posted_on=date(2026, 5, 29))
    lines = (session, story.petition, story.matter, first)
    told = {"register_review": story.issue(register_review_notice(*lines), first, at(2026, 6, 1))}
    first.missing, first.completion_asked_on = "opinion_copy,mandate", date(2026, 6, 2)
    supplement = send_supplement_notice_notice(*lines)
    told["send_supplement_notice"] = story.issue(supplement, first, at(2026, 6, 2))
    first.accepted_on = date(2026, 6, 8)
    told["accept_review"] = story.issue(accept_review_notice(*lines), first, at(2026, 6, 8))
    _decide(first, ReviewOutcome.revoked, at(2026, 6, 24))
    told["issue_review_opinion"] = story.issue(
        issue_review_opinion_notice(*lines), first, at(2026, 6, 24)
    )
    first.served_on = date(2026, 6, 26)
    _set_day(story, first)
    told["open_rehandling"] = story.issue(open_rehandling_notice(*lines), first, at(2026, 6, 26))
    return told | _rereviewed(story, first)


def _rereviewed(story: Told, first: Review) -> dict[str, Sample]:
    session, petition, matter = story.session, story.petition, story.matter
    second = _asked(story, ReviewStage.rereview, ABOVE, date(2026, 7, 6), previous_id=first.id)
    _decide(second, ReviewOutcome.upheld, at(2026, 7, 30))
    final = issue_review_opinion_notice(session, petition, matter, second)
    late = _asked(story, ReviewStage.review, BODY, date(2026, 8, 3))
    late.refusal_reason, late.state = RefusalReason.late, ReviewState.refused
    refusal = refuse_review_notice(session, petition, matter, late)
    back = _asked(story, ReviewStage.review, BODY, date(2026, 8, 10))
    ended = record_review_withdrawal_notice(session, petition, matter, back)
    return {
        "issue_review_opinion_rereview": story.issue(final, second, at(2026, 7, 30)),
        "refuse_review": story.issue(refusal, late, at(2026, 8, 4)),
        "record_review_withdrawal": story.issue(ended, back, at(2026, 8, 11)),
    }


def _answered(session: Session) -> Told:
    petition = file(session, "退还装修押金二千元。", on=at(2026, 4, 1))
    matter = open_matter(session, petition, on=at(2026, 4, 3))
    matter.accepted_on, matter.outcome = date(2026, 4, 8), Outcome.explain
    matter.facts = "经查，装修押金由物业服务企业收取，双方对扣款项目有争议。"
    matter.answer = "押金的收取和退还由双方约定，已经责成物业服务企业与您核对。"
    matter.legal_basis = "《信访工作条例》第三十二条第一款第二项。"
    matter.signed_by, matter.signed_at = LEADER, at(2026, 4, 29)
    opinion = issue_opinion_notice(session, petition, matter)
    issued(session, opinion, petition, matter, unit=HOUSING, on=at(2026, 4, 29))
    matter.served_on, matter.end = date(2026, 4, 30), MatterEnd.answered
    session.flush()
    return Told(session, petition, matter)


def _asked(
    story: Told,
    level: ReviewStage,
    unit: str,
    on: date,
    *,
    posted_on: date | None = None,
    previous_id: str | None = None,
) -> Review:
    name = "复查" if level is ReviewStage.review else "复核"
    ordinal = len(reviews_of(story.session, [story.matter.id])) + 1
    review = Review(
        petition_id=story.petition.id,
        matter_id=story.matter.id,
        ordinal=ordinal,
        level=level,
        unit_id=unit,
        applicant=Applicant.petitioner,
        requested_on=on,
        reference=f"信访人签名的{name}申请书",
        reasons="意见没有写明扣款的依据，也没有写明何时退还。",
        recorded_by=CLERK,
        recorded_at=at(on.year, on.month, on.day),
        posted_on=posted_on,
        previous_id=previous_id,
    )
    story.session.add(review)
    story.session.flush()
    return review


def _decide(review: Review, outcome: ReviewOutcome, on: datetime) -> None:
    review.outcome, review.signed_by, review.signed_at = outcome, LEADER, on
    review.facts = "经审查，原办理单位没有核对扣款清单，事实没有查清。"
    review.answer = "原意见事实不清。请核对扣款清单，查明应退金额。"
    if outcome is ReviewOutcome.upheld:
        review.facts = "经审查，扣款清单已经核对，复查意见认定的事实清楚。"
        review.answer = "复查意见事实清楚、依据正确、程序合法，予以维持。"
    review.legal_basis, review.issued_on = BASIS, on.date()
    review.state = outcome.state


def _set_day(story: Told, review: Review) -> None:
    open_clock(
        story.session,
        petition_id=story.petition.id,
        matter_id=story.matter.id,
        code="D16",
        started_on=review.served_on or date(2026, 6, 26),
        actor="engine",
        now=at(2026, 6, 26),
    )
