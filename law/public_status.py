"""How far a matter has come, in the words that the petitioner reads (办理状态).

Regulation 21(2): the petitioner can look up progress and result. Of a report or accusation only
that it came in and was passed on, never to whom (30(3)).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PublicStatus(StrEnum):
    """The statuses, in their order."""

    registered = "registered"  # 已登记
    forwarded = "forwarded"  # 已转送
    assigned = "assigned"  # 已交办
    accepted = "accepted"  # 已受理
    refused = "refused"  # 不予受理
    no_longer_accepted = "no_longer_accepted"  # 不再受理
    imported = "imported"  # 已导入法定途径
    in_progress = "in_progress"  # 办理中
    extended = "extended"  # 已延期
    answered = "answered"  # 已答复
    settled = "settled"  # 已调解办结
    under_review = "under_review"  # 复查中
    review_answered = "review_answered"  # 复查已答复
    under_rereview = "under_rereview"  # 复核中
    rereview_answered = "rereview_answered"  # 复核已答复
    concluded = "concluded"  # 已终结
    # Of a report or accusation, nothing else:
    received = "received"  # 已接收
    passed_on = "passed_on"  # 已转有关机关


@dataclass(frozen=True)
class PublicFacts:
    """What has happened to one matter, or to a petition without matters yet: the day of each.

    `is_sealed`: a report or accusation. `sent_on`: to the unit, by a bureau; not of a matter that
    was filed at the unit itself. `passed_on`: to the organ in charge of a report.
    """

    registered_on: date
    is_sealed: bool = False
    sent_on: date | None = None
    is_assigned: bool = False
    accepted_on: date | None = None
    refused_on: date | None = None
    no_longer_accepted_on: date | None = None
    imported_on: date | None = None
    handled_from: date | None = None
    extended_on: date | None = None
    answered_on: date | None = None
    settled_on: date | None = None
    review_asked_on: date | None = None
    review_answered_on: date | None = None
    rereview_asked_on: date | None = None
    rereview_answered_on: date | None = None
    concluded_on: date | None = None
    passed_on: date | None = None


@dataclass(frozen=True)
class PublicStep:
    """A status that was reached, and when."""

    status: PublicStatus
    on: date


def public_path(facts: PublicFacts) -> tuple[PublicStep, ...]:
    """Every status reached, in the order of the statuses; the last one is where the matter is."""
    return tuple(_sealed(facts) if facts.is_sealed else _open(facts))


def current_status(facts: PublicFacts) -> PublicStatus:
    """Where the matter is."""
    return public_path(facts)[-1].status


def _sealed(facts: PublicFacts) -> Iterator[PublicStep]:
    yield PublicStep(PublicStatus.received, facts.registered_on)
    if facts.passed_on:
        yield PublicStep(PublicStatus.passed_on, facts.passed_on)


def _open(facts: PublicFacts) -> Iterator[PublicStep]:
    sent = PublicStatus.assigned if facts.is_assigned else PublicStatus.forwarded
    reached = (
        (PublicStatus.registered, facts.registered_on),
        (sent, facts.sent_on),
        (PublicStatus.accepted, facts.accepted_on),
        (PublicStatus.refused, facts.refused_on),
        (PublicStatus.no_longer_accepted, facts.no_longer_accepted_on),
        (PublicStatus.imported, facts.imported_on),
        (PublicStatus.in_progress, facts.handled_from),
        (PublicStatus.extended, facts.extended_on),
        (PublicStatus.answered, facts.answered_on),
        (PublicStatus.settled, facts.settled_on),
        (PublicStatus.under_review, facts.review_asked_on),
        (PublicStatus.review_answered, facts.review_answered_on),
        (PublicStatus.under_rereview, facts.rereview_asked_on),
        (PublicStatus.rereview_answered, facts.rereview_answered_on),
        (PublicStatus.concluded, facts.concluded_on),
    )
    for status, on in reached:
        if on is not None:
            yield PublicStep(status, on)
