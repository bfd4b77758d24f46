"""Review (复查) and re-review (复核): regulation 35 and 36.

What a review may end in is a local model (维持、变更、撤销、责令重新办理), as the regulation names
no outcomes; that a refused or withdrawn request leaves the opinion as it is follows from 35.
"""

from enum import StrEnum

from law.decision_facts import MissingItems, ReviewStage
from law.errors import SupplementAskedBefore
from law.groups import check_representatives


class ReviewState(StrEnum):
    """Where a request is: the states of the review register, and withdrawn."""

    handling = "handling"  # 正在办理
    examining = "examining"  # 正在审核: the draft waits for its signature
    returned = "returned"  # 退回原办理机关: ordered to be handled again
    refused = "refused"  # 不予受理
    issued = "issued"  # 已出具
    withdrawn = "withdrawn"  # 已撤回

    @property
    def is_open(self) -> bool:
        """Whether somebody still works on it."""
        return self in (ReviewState.handling, ReviewState.examining)


class ReviewOutcome(StrEnum):
    """What the reviewing unit decides on the opinion before it."""

    upheld = "upheld"  # 维持
    changed = "changed"  # 变更
    revoked = "revoked"  # 撤销
    redo = "redo"  # 责令重新办理

    @property
    def is_handled_anew(self) -> bool:
        """Whether the first unit has to handle the matter again."""
        return self in (ReviewOutcome.revoked, ReviewOutcome.redo)

    @property
    def state(self) -> ReviewState:
        """How the register shows a review that ended so."""
        return ReviewState.returned if self is ReviewOutcome.redo else ReviewState.issued


class Applicant(StrEnum):
    """Who asks; anybody else is not the right person."""

    petitioner = "petitioner"
    agent = "agent"
    guardian = "guardian"
    successor = "successor"
    other = "other"


class RefusalReason(StrEnum):
    """Why a request is not taken on: the reasons of the table check_review_admissibility."""

    already_final = "already_final"
    no_opinion = "no_opinion"
    other_route = "other_route"
    wrong_person = "wrong_person"
    wrong_level = "wrong_level"
    late = "late"
    incomplete = "incomplete"


def check_applicants(people: int, representatives: int) -> None:
    """At most five speak for many (20(3), applied to a request for review).

    Raises:
        TooManyRepresentatives, RepresentativesMissing.
    """
    check_representatives(people, representatives, by_visit=True)


def check_supplement(missing: MissingItems) -> None:
    """What lacks is asked for once.

    Raises:
        SupplementAskedBefore: it was asked for already.
    """
    if missing is not MissingItems.first:
        raise SupplementAskedBefore


def level_basis(level: ReviewStage) -> str:
    """The article of the level, as documents cite it."""
    return "regulation_2022:35" if level is ReviewStage.review else "regulation_2022:36(1)"
