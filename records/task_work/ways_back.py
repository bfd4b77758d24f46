"""Sending a task back (退回): the answers of forms for which the diagram leads back to a step.

Nothing is drawn or jumped here: a way back is an answer that the form has anyway.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from records.errors import RecordsError


class NoWayBack(RecordsError):
    """From this step the procedure leads nowhere back. Decide it, or give the task back."""


@dataclass(frozen=True)
class WayBack:
    """The answer `no` of the field `question`; the reason goes into the field `reason`.

    `to` is the user task that is done again.
    """

    question: str
    reason: str
    to: str

    def is_taken(self, data: Mapping[str, Any]) -> bool:
        """Whether the form says so."""
        return data.get(self.question) == "no"

    def filled_in(self, reason: str) -> dict[str, Any]:
        """The form as it is handed in."""
        return {self.question: "no", self.reason: reason}


WAYS_BACK: dict[str, WayBack] = {
    "sign_assignment": WayBack("is_assignment_signed", "note", "classify_petition"),
    "review_legality": WayBack("is_lawful", "note", "draft_opinion"),
    "sign_opinion": WayBack("is_opinion_signed", "note", "draft_opinion"),
    "approve_switch": WayBack("is_switch_approved", "note", "answer_simply"),
    "check_closing_report": WayBack("is_report_accepted", "defects", "write_closing_report"),
    "sign_review_opinion": WayBack("is_review_signed", "note", "draft_review_opinion"),
    "sign_urgent_report": WayBack("is_urgent_signed", "note", "draft_urgent_report"),
}


def way_back(element_id: str) -> WayBack:
    """The way back from this user task. Raises NoWayBack."""
    found = WAYS_BACK.get(element_id)
    if found is None:
        raise NoWayBack
    return found
