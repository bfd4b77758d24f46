"""Hearings (regulation 31(六) and 36(2)): when one may be held, who leads it, what it must leave.

The regulation says that a hearing may be held and that in re-review its time is not counted. How
long before it the notice goes out, that whoever investigated does not lead it and when it may be
closed to the public are local rules; an office sets them. The time of a hearing is from the day of
its notice up to the day of its conclusion, which counts again: the due date moves by the days
between the two, and both are kept.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.clock_rule import ClockRule
from law.errors import (
    ChairInvestigated,
    EntryIncomplete,
    HearingClosedWithoutGround,
    HearingNotConcluded,
    HearingNoticeTooShort,
    HearingWaiverNotWritten,
    PostponementWithoutReason,
)
from law.instants import latest_day_before

NOTICE = "D20"
NOT_COUNTED = "regulation_2022:36(2)"
# Elsewhere than in re-review a hearing stops a clock only where the office has set it so.
OFFICE = "office_setting"


class HearingPhase(StrEnum):
    """Where in the procedure a hearing is held."""

    handling = "handling"
    review = "review"
    rereview = "rereview"

    @property
    def clock(self) -> str:
        """The clock that runs meanwhile."""
        return {"handling": "D05", "review": "D08", "rereview": "D10"}[self.value]

    @property
    def pause_basis(self) -> str:
        """On what basis that clock is paused."""
        return NOT_COUNTED if self is HearingPhase.rereview else OFFICE


class ClosedGround(StrEnum):
    """Why a hearing is not open to the public."""

    secret = "secret"  # noqa: S105 - a word of the law
    privacy = "privacy"
    business_secret = "business_secret"  # noqa: S105 - a word of the law


class HearingResult(StrEnum):
    """What became of a hearing that was arranged."""

    held = "held"
    postponed = "postponed"
    waived = "waived"


@dataclass(frozen=True)
class Minutes:
    """What a hearing that was held has left."""

    record: bool
    signed: bool
    conclusion: bool


def last_day_to_notify(held_on: date, rule: ClockRule) -> date:
    """The last day on which the notice of a hearing on that day is in time; `rule` is D20.

    Raises:
        EntryIncomplete: the rule has no length.
    """
    if rule.length is None:
        raise EntryIncomplete(rule.code)
    return latest_day_before(held_on, rule.length)


def check_notice(notified_on: date, held_on: date, rule: ClockRule) -> None:
    """Whether the hearing is far enough from its notice.

    Raises:
        HearingNoticeTooShort: the notice goes out later than the last day for it.
    """
    last_day = last_day_to_notify(held_on, rule)
    if notified_on > last_day:
        raise HearingNoticeTooShort(f"{notified_on} > {last_day}")


def check_chair(chair: str, investigators: Collection[str]) -> None:
    """Whoever investigated the matter does not lead its hearing. Ids of accounts.

    Raises:
        ChairInvestigated: somebody else must lead it.
    """
    if chair in investigators:
        raise ChairInvestigated


def check_openness(*, is_public: bool, ground: ClosedGround | None) -> None:
    """A hearing is public unless a secret, privacy or a business secret stands against it.

    Raises:
        HearingClosedWithoutGround: not public, and no ground is named.
    """
    if not is_public and ground is None:
        raise HearingClosedWithoutGround


def check_result(
    result: HearingResult, minutes: Minutes, *, has_reason: bool, is_waiver_written: bool
) -> None:
    """Whether what is said about a hearing suffices to go on.

    Raises:
        HearingNotConcluded: held, but the record, its signatures or the conclusion is missing.
        PostponementWithoutReason: postponed, and nobody says why.
        HearingWaiverNotWritten: waived by the petitioner, but not in writing.
    """
    if result is HearingResult.held and not (
        minutes.record and minutes.signed and minutes.conclusion
    ):
        raise HearingNotConcluded
    if result is HearingResult.postponed and not has_reason:
        raise PostponementWithoutReason
    if result is HearingResult.waived and not is_waiver_written:
        raise HearingWaiverNotWritten
