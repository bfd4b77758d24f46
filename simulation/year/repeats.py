"""Which earlier petition one that repeats can be about: one that stands as it must on that day."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from simulation.year.paths import COMPLAINT, PLAIN

# Days between the answer to the earlier petition and the new one. An opinion is served within days
# of the answer, and its petitioner has about thirty days from then: these are well within, or past.
AFTER_ANSWER = {
    "repeats_answered": (12, 25),
    "repeats_answered_long_ago": (48, 120),
    "repeats_with_new_facts": (12, 25),
}
LONGEST_IN_PROGRESS = 50  # within the period of handling


class Earlier(Protocol):
    """What is asked of a plan."""

    index: int
    day: date
    kind: str
    path: str
    days: float
    answered_on: date


def find_earlier(plan: Earlier, path: str, plans: Sequence[Earlier]) -> int | None:
    """The index of a petition filed before that this one can repeat that way; None: there is none.

    Of several the latest.
    """
    found = (
        one.index
        for one in reversed(plans[: plan.index])
        if one.kind == COMPLAINT and one.path == PLAIN and _stands(one, plan.day, path)
    )
    return next(found, None)


def _stands(earlier: Earlier, day: date, path: str) -> bool:
    if path in AFTER_ANSWER:
        least, most = AFTER_ANSWER[path]
        return least <= (day - earlier.answered_on).days <= most
    waited = (day - earlier.day).days
    return waited >= 2 and (earlier.answered_on - day).days >= 3 and waited <= LONGEST_IN_PROGRESS
