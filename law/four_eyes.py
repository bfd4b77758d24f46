"""Steps that one person may not take both (四眼原则): who prepared something does not pass it.

The regulation gives the two steps to two roles (承办人 and 负责人, unit and bureau, first and next
organ up). Where somebody has both roles, the second step waits for another person. What it leaves
to one and the same leader (an extension, an urgent report on duty) is not in the table.
"""

from dataclasses import dataclass

from law.errors import StepRefused


class SecondPersonNeeded(StepRefused):
    """You prepared what is decided here. Another person has to do it: leave it to a colleague."""


@dataclass(frozen=True)
class Pair:
    """Whoever took the step `first` last, in the same matter, does not take the step `second`."""

    first: str
    second: str
    basis: str


OPINION, REPORT, ASSIGNMENT = "regulation_2022:32(1)", "regulation_2022:22(1)", "regulation_2022:22"
REVIEW, FINAL = "regulation_2022:35", "regulation_2022:36(3)"
ORDINARY = "regulation_2022:34"

FOUR_EYES = (
    Pair("classify_petition", "sign_assignment", ASSIGNMENT),
    Pair("judge_repetition", "confirm_new_facts", FINAL),
    Pair("draft_opinion", "review_legality", OPINION),
    Pair("draft_opinion", "sign_opinion", OPINION),
    Pair("answer_simply", "sign_opinion", OPINION),
    Pair("answer_simply", "approve_switch", ORDINARY),
    Pair("write_closing_report", "check_closing_report", REPORT),
    Pair("draft_review_opinion", "sign_review_opinion", REVIEW),
    *(
        Pair(first, second, REVIEW)
        for first in ("investigate_facts", "draft_opinion", "answer_simply", "sign_opinion")
        for second in ("investigate_review", "draft_review_opinion", "sign_review_opinion")
    ),
)


def pairs_before(step: str) -> list[Pair]:
    """The pairs whose second step this is."""
    return [pair for pair in FOUR_EYES if pair.second == step]
