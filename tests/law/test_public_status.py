"""The statuses that a petitioner reads: in order, and of a report no more than that it came in."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest

from law.public_status import PublicFacts, PublicStatus, current_status, public_path

REGISTERED = date(2026, 3, 2)
NEW = PublicFacts(REGISTERED)


def after(days: int) -> date:
    return REGISTERED + timedelta(days=days)


def codes(facts: PublicFacts) -> list[str]:
    return [step.status.value for step in public_path(facts)]


def every_day() -> dict[str, Any]:
    return {one.name: after(9) for one in fields(PublicFacts) if one.name.endswith("_on")}


def test_what_came_in_is_registered() -> None:
    assert codes(NEW) == ["registered"]
    assert public_path(NEW)[0].on == REGISTERED


@pytest.mark.parametrize(("is_assigned", "code"), [(False, "forwarded"), (True, "assigned")])
def test_sending_says_how(is_assigned: bool, code: str) -> None:
    sent = replace(NEW, sent_on=after(3), is_assigned=is_assigned)
    assert codes(sent) == ["registered", code]


def test_an_ordinary_matter_goes_through_its_statuses_in_order() -> None:
    facts = replace(
        NEW,
        sent_on=after(3),
        accepted_on=after(10),
        handled_from=after(10),
        extended_on=after(60),
        answered_on=after(80),
        concluded_on=after(120),
    )
    assert codes(facts) == [
        "registered",
        "forwarded",
        "accepted",
        "in_progress",
        "extended",
        "answered",
        "concluded",
    ]
    assert current_status(facts) is PublicStatus.concluded


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("refused_on", PublicStatus.refused),
        ("no_longer_accepted_on", PublicStatus.no_longer_accepted),
        ("imported_on", PublicStatus.imported),
        ("review_asked_on", PublicStatus.under_review),
        ("review_answered_on", PublicStatus.review_answered),
        ("rereview_asked_on", PublicStatus.under_rereview),
        ("rereview_answered_on", PublicStatus.rereview_answered),
    ],
)
def test_each_day_has_its_status(day: str, status: PublicStatus) -> None:
    facts: dict[str, Any] = {day: after(5)}
    assert current_status(replace(NEW, **facts)) is status


def test_of_a_report_only_that_it_came_in_and_was_passed_on() -> None:
    """Regulation 30(3): whatever else is known of it is not said."""
    days = every_day()
    report = replace(NEW, is_sealed=True)
    everything = replace(report, **days, handled_from=after(9), is_assigned=True)
    assert codes(report) == ["received"]
    assert codes(everything) == ["received", "passed_on"]


def test_an_open_matter_has_no_status_of_a_report() -> None:
    assert codes(replace(NEW, passed_on=after(4))) == ["registered"]


def test_every_status_can_be_reached() -> None:
    days = every_day()
    everything = replace(NEW, **days, handled_from=after(9))
    sealed = replace(everything, is_sealed=True)
    assigned = replace(everything, is_assigned=True)
    reached = {*codes(everything), *codes(sealed), *codes(assigned)}
    assert reached == {status.value for status in PublicStatus}
