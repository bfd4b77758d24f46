"""close_petition - articles 21 and 34: when the petition was closed, and how it ended."""

import pytest

from tests.workers.conftest import Case, StandingClock
from workers.petition.close_petition import close_petition


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    first = clock.moment
    assert close_petition(case.petition_id, "finished") == {"petition_end": "finished"}
    clock.moment = first.replace(day=9)
    assert close_petition(case.petition_id, "withdrawn") == {"petition_end": "finished"}
    assert case.petition().closed_at == first
    assert [entry.detail for entry in case.acts("close_petition")] == [{"end": "finished"}]


@pytest.mark.parametrize(
    ("admission", "end"),
    [
        ("link_to_running", "repeated"),
        ("refuse_procedural", "refused"),
        ("no_longer_accept", "no_longer_accepted"),
        ("guide", "guided"),
    ],
)
def test_what_was_not_taken_on_ends_as_its_examination_said(
    case: Case, admission: str, end: str
) -> None:
    assert close_petition(case.petition_id, None, admission) == {"petition_end": end}
    assert case.petition().end == end


def test_the_results_of_the_matters_come_before_the_examination(case: Case) -> None:
    assert close_petition(case.petition_id, "refused", "accept") == {"petition_end": "refused"}
