"""close_matter - articles 22 and 32: how a matter ended, beside its claim."""

from datetime import date

import pytest
from sqlmodel import col, select

from law.decision_words import DispatchMode
from records.models import Claim
from records.models.matter import MatterEnd
from records.models.petition import Outcome
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import Case, StandingClock
from workers.matter.close_matter import close_matter
from workers.matter.start_report_clock import start_report_clock

pytestmark = pytest.mark.usefixtures("calendar")


def outcomes(matter: AtUnit) -> list[Outcome | None]:
    with matter.case.database.reading() as session:
        claims = session.exec(select(Claim).order_by(col(Claim.ordinal)))
        return [claim.outcome for claim in claims]


def test_the_report_is_in_and_the_claim_has_its_outcome(case: Case, clock: StandingClock) -> None:
    matter = at_unit(
        case,
        dispatch_mode=DispatchMode.assign,
        report_due_on=date(2026, 5, 20),
        end=MatterEnd.answered,
        outcome=Outcome.support,
    )
    start_report_clock(matter.id)
    first = clock.moment
    for day in (4, 5):
        clock.moment = first.replace(day=day)
        close_matter(matter.id, "finished")
    assert matter.row().ended_at == first.replace(day=4)
    assert outcomes(matter) == [Outcome.support, None]
    assert matter.entries() == {"D11": ["started", "met"]}


@pytest.mark.parametrize(
    ("result", "end"),
    [
        ("refused", MatterEnd.refused),
        ("imported", MatterEnd.imported),
        ("finished", MatterEnd.answered),
    ],
)
def test_an_end_that_no_step_has_set_follows_from_the_result(
    case: Case, result: str, end: MatterEnd
) -> None:
    matter = at_unit(case)
    close_matter(matter.id, result)
    assert matter.row().end is end


def test_the_end_that_a_step_has_set_stays(case: Case) -> None:
    matter = at_unit(case, end=MatterEnd.guided)
    close_matter(matter.id)
    assert matter.row().end is MatterEnd.guided
