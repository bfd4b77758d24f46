"""notify_dispatch - articles 22 and 23: the petitioner learns where the petition went."""

from datetime import date

import pytest

from tests.workers.conftest import BUREAU, Case, StandingClock
from workers.errors import NotClassified
from workers.petition.notify_dispatch import notify_dispatch


def test_the_notice_names_the_unit_and_is_numbered_by_the_bureau(
    case: Case, clock: StandingClock
) -> None:
    case.dispatch(clock.moment)
    notify_dispatch(case.petition_id)
    (document,) = case.documents()
    assert document.number == "示信转告〔2026〕1号"
    assert document.issued_by == BUREAU
    assert document.issued_on == date(2026, 3, 2)
    assert "<td>示范市住房和城乡建设局</td>" in document.body
    assert "<td>2026年3月2日</td>" in document.body
    assert "15日内书面告知您接收情况以及处理途径和程序" in document.body


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    case.dispatch(clock.moment)
    notify_dispatch(case.petition_id)
    clock.moment = clock.moment.replace(day=3)
    notify_dispatch(case.petition_id)
    assert [document.issued_on.day for document in case.documents()] == [2]
    assert len(case.acts("issue_document")) == 1


def test_the_number_has_the_year_in_shanghai(case: Case, clock: StandingClock) -> None:
    case.dispatch(clock.moment)
    # Half past midnight on 1 January in Shanghai, still 31 December in UTC.
    clock.moment = clock.moment.replace(year=2027, month=1, day=1, hour=0, minute=30)
    notify_dispatch(case.petition_id)
    assert case.documents()[0].number == "示信转告〔2027〕1号"


def test_no_notice_before_the_petition_went_anywhere(case: Case) -> None:
    with pytest.raises(NotClassified):
        notify_dispatch(case.petition_id)
