"""notify_review_guidance - article 35: there is an opinion, and a review can still be asked."""

from datetime import date

import pytest

from records.documents import issue_document
from records.models import Matter, Petition, Unit
from records.models.matter import MatterEnd
from tests.workers.at_bureau import AtBureau, at_bureau
from tests.workers.conftest import BUREAU, UNIT, Case, StandingClock, unit
from tests.workers.earlier import add_earlier_matter, file_earlier, link
from workers.screening.notify_review_guidance import notify_review_guidance

pytestmark = pytest.mark.usefixtures("calendar")


def answered(petition: AtBureau, clock: StandingClock) -> None:
    """An earlier matter whose opinion the petitioner has, and a body that reviews."""
    earlier = file_earlier(petition, clock.now())
    served = {"end": MatterEnd.answered, "served_on": date(2026, 2, 10)}
    matter_id = add_earlier_matter(petition, earlier, **served)
    link(petition, earlier, clock.now())
    with petition.case.database.transaction() as session:
        body = unit("990100-fc", "示范市复查复核办公室", "示复", "03")
        body.kind = "review_body"
        session.add(body)
        issue_document(
            session,
            petition=session.get_one(Petition, earlier),
            matter=session.get_one(Matter, matter_id),
            element_id="issue_opinion",
            kind="意见",
            title="信访事项处理意见书",
            html=str,
            basis="regulation_2022:32(1)",
            unit=session.get_one(Unit, UNIT),
            template_sha256="0" * 64,
            now=clock.now(),
        )


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    petition = at_bureau(case)
    answered(petition, clock)
    for _ in range(2):
        notify_review_guidance(petition.id)
    notice = petition.document("notify_review_guidance")
    assert (notice.issued_by, notice.addressee) == (BUREAU, "petitioner")
    assert "示范市复查复核办公室" in notice.body
