"""A request for review of a served opinion: what tests of its steps put on file and look at."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from law.decision_facts import ReviewStage
from law.decision_words import Procedure, Route
from law.instants import SHANGHAI
from law.review import Applicant, ReviewOutcome, ReviewState
from law.service import Way
from records.models import Document, Review, Unit
from records.models.matter import MatterEnd
from records.models.petition import Outcome
from records.services import record_service
from tests.workers.at_unit import CLERK, LEADER, REVIEW_BODY, AtUnit, at_unit, set_all
from tests.workers.conftest import MON_2_MARCH, Case, StandingClock, unit
from workers import runtime

ABOVE = "990000-fc"
TUE_10_MARCH, MON_16_MARCH = date(2026, 3, 10), date(2026, 3, 16)
ON_10_MARCH = datetime(2026, 3, 10, 9, 0, tzinfo=SHANGHAI)
ON_20_MARCH = datetime(2026, 3, 20, 9, 0, tzinfo=SHANGHAI)
ON_16_MARCH = datetime(2026, 3, 16, 9, 0, tzinfo=SHANGHAI)
OPINION: dict[str, Any] = {
    "outcome": ReviewOutcome.upheld,
    "facts": "经审查，维修资金征求意见的情况属实。",
    "answer": "原意见事实清楚、依据正确，予以维持。",
    "legal_basis": "《信访工作条例》第三十五条",
    "signed_by": LEADER,
    "signed_at": ON_16_MARCH,
}


@dataclass(frozen=True)
class InReview:
    """A request about the matter, and the matter."""

    matter: AtUnit
    id: str

    def row(self) -> Review:
        """As records have it."""
        with self.matter.case.database.reading() as session:
            return session.get_one(Review, self.id)

    def change(self, **values: Any) -> None:
        """Set fields of the request."""
        with self.matter.case.database.transaction() as session:
            set_all(session.get_one(Review, self.id), values)

    def served(self, document_id: str, on: date) -> None:
        """A document was handed over in person."""
        self.matter.write(
            lambda session: record_service(
                session,
                session.get_one(Document, document_id),
                way=Way.in_person,
                on=on,
                is_served=True,
                server_id=CLERK,
                now=ON_16_MARCH,
            )
        )


def in_review(case: Case, **values: Any) -> InReview:
    """A served opinion and a request for its review that came in on 16 March 2026, today."""
    runtime.start(case.database, StandingClock(ON_16_MARCH))
    matter = at_unit(
        case,
        route=Route.petition,
        procedure=Procedure.ordinary,
        accepted_on=MON_2_MARCH,
        outcome=Outcome.explain,
        facts="经查，电梯因维修资金未到位停运。",
        answer="维修资金尚在征求意见。",
        legal_basis="有关维修资金的规定。",
        signed_by=None,
        served_on=TUE_10_MARCH,
        end=MatterEnd.answered,
        ended_at=ON_10_MARCH,
    )
    matter.issued("issue_opinion", ON_10_MARCH)
    with case.database.transaction() as session:
        session.add(unit(ABOVE, "示范省复查复核办公室", "省复", "09"))
        session.flush()
        set_all(session.get_one(Unit, ABOVE), {"kind": "review_body", "division": "990000"})
        set_all(session.get_one(Unit, REVIEW_BODY), {"parent_id": ABOVE})
        given = {
            "level": ReviewStage.review,
            "unit_id": REVIEW_BODY,
            "ordinal": 1,
            "applicant": Applicant.petitioner,
            "requested_on": MON_16_MARCH,
            "reference": "复查申请书",
            "reasons": "维修资金早已征求意见。",
            "recorded_by": CLERK,
            "recorded_at": ON_16_MARCH,
        }
        review = Review(petition_id=case.petition_id, matter_id=matter.id, **(given | values))
        session.add(review)
        session.flush()
        return InReview(matter, review.id)


def in_rereview(case: Case, **values: Any) -> InReview:
    """A request for re-review, of 20 March 2026, of an opinion that was received on the 16th."""
    first = in_review(case, **OPINION, state=ReviewState.issued, issued_on=MON_16_MARCH)
    first.change(served_on=MON_16_MARCH, ended_at=ON_16_MARCH)
    runtime.start(case.database, StandingClock(ON_20_MARCH))
    with case.database.transaction() as session:
        given = {
            "level": ReviewStage.rereview,
            "unit_id": ABOVE,
            "ordinal": 2,
            "previous_id": first.id,
            "applicant": Applicant.petitioner,
            "requested_on": date(2026, 3, 20),
            "reference": "复核申请书",
            "reasons": "复查没有听取意见。",
            "recorded_by": CLERK,
            "recorded_at": ON_16_MARCH,
        }
        review = Review(petition_id=case.petition_id, matter_id=first.matter.id, **(given | values))
        session.add(review)
        session.flush()
        return InReview(first.matter, review.id)
