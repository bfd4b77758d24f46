"""collect_answers - article 32: every claim has its result before the petition ends."""

import pytest

from records.models.matter import MatterEnd
from records.models.petition import Outcome
from tests.workers.at_bureau import AtBureau, at_bureau
from tests.workers.conftest import Case, StandingClock, result_of
from workers.errors import NotAnswered
from workers.petition.collect_answers import collect_answers


@pytest.fixture
def petition(case: Case, clock: StandingClock) -> AtBureau:
    """A petition with two matters under way."""
    found = at_bureau(case)
    found.classified(clock.now())
    return found


def ended(petition: AtBureau, first: MatterEnd, second: MatterEnd) -> dict[str, object]:
    petition.matter(1).change(end=first)
    petition.matter(2).change(end=second)
    return result_of(collect_answers(petition.id))


@pytest.mark.parametrize(
    ("first", "second", "end"),
    [
        (MatterEnd.refused, MatterEnd.answered, "finished"),
        (MatterEnd.handed_over, MatterEnd.guided, "finished"),
        (MatterEnd.settled, MatterEnd.refused, "finished"),
        (MatterEnd.refused, MatterEnd.imported, "guided"),
        (MatterEnd.withdrawn, MatterEnd.guided, "guided"),
        (MatterEnd.withdrawn, MatterEnd.refused, "refused"),
        (MatterEnd.withdrawn, MatterEnd.withdrawn, "withdrawn"),
    ],
)
def test_the_strongest_result_says_how_it_ends(
    petition: AtBureau, first: MatterEnd, second: MatterEnd, end: str
) -> None:
    assert ended(petition, first, second)["petition_end"] == end


def test_the_first_answer_stands_for_the_petition(petition: AtBureau) -> None:
    petition.matter(2).change(outcome=Outcome.support, answer="已经修好。")
    told = ended(petition, MatterEnd.refused, MatterEnd.answered)
    assert told["needs_aftercare"] is True
    assert (petition.row().outcome, petition.row().answer) == (Outcome.support, "已经修好。")
    assert result_of(collect_answers(petition.id)) == told


def test_nobody_is_called_back_about_a_sealed_report(petition: AtBureau) -> None:
    petition.matter(2).change(is_sealed=True)
    told = ended(petition, MatterEnd.refused, MatterEnd.handed_over)
    assert (told["needs_aftercare"], told["petition_end"]) == (False, "finished")


def test_one_result_missing_and_nothing_ends(petition: AtBureau) -> None:
    petition.matter(1).change(end=MatterEnd.answered)
    with pytest.raises(NotAnswered):
        collect_answers(petition.id)
