"""notify_dispatch - articles 22 and 23: the petitioner learns where each matter went."""

import pytest

from tests.workers.at_bureau import OTHER, AtBureau, at_bureau
from tests.workers.conftest import BUREAU, Case, StandingClock
from workers.errors import NotClassified
from workers.intake.dispatch_petition import dispatch_petition
from workers.intake.notify_dispatch import notify_dispatch

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def petition(case: Case) -> AtBureau:
    return at_bureau(case)


def notices(petition: AtBureau) -> list[tuple[str, str]]:
    return [
        (occasion, addressee)
        for step, occasion, addressee in petition.documents()
        if step == "notify_dispatch"
    ]


def test_one_notice_for_each_matter_names_its_unit(
    petition: AtBureau, clock: StandingClock
) -> None:
    petition.classified(clock.now(), claims=[{"ordinal": 2, "unit": OTHER}])
    dispatch_petition(petition.id)
    notify_dispatch(petition.id)
    assert notices(petition) == [("1.1", "petitioner"), ("2.1", "petitioner")]
    bodies = {
        one.occasion: one.body
        for one in petition.case.documents()
        if one.element_id == "notify_dispatch" and one.issued_by == BUREAU
    }
    assert "示范市住房和城乡建设局" in bodies["1.1"]
    assert "示范市人力资源和社会保障局" in bodies["2.1"]


def test_of_reports_and_litigation_nothing_is_said_here(
    petition: AtBureau, clock: StandingClock
) -> None:
    rows = [{"ordinal": 2, "category": "report"}]
    petition.classified(clock.now(), claims=rows, facts=["litigation"])
    dispatch_petition(petition.id)
    notify_dispatch(petition.id)
    assert notices(petition) == []


def test_who_cannot_be_reached_is_not_told(petition: AtBureau, clock: StandingClock) -> None:
    petition.change(is_name_clear=False)
    petition.classified(clock.now())
    dispatch_petition(petition.id)
    notify_dispatch(petition.id)
    assert notices(petition) == []


def test_twice_is_as_good_as_once(petition: AtBureau, clock: StandingClock) -> None:
    petition.classified(clock.now())
    dispatch_petition(petition.id)
    for day in (2, 3):
        clock.moment = clock.moment.replace(day=day)
        notify_dispatch(petition.id)
    assert len(notices(petition)) == 2


def test_no_notice_before_the_petition_went_anywhere(petition: AtBureau) -> None:
    with pytest.raises(NotClassified):
        notify_dispatch(petition.id)
