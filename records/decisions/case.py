"""What a decision is about and what was filled in, read with the right types."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from law.instants import SHANGHAI
from law.review import ReviewState
from records.errors import MatterNotFound, RecordsError
from records.models import Matter, Petition, Review, Supervision, Unit
from records.proposals import Proposed
from records.reviews import ReviewEnded, ReviewNotFound
from records.supervisions.find import supervision_of
from records.units import require_unit

Variables = dict[str, Any]
YES = "yes"


class DateInFuture(RecordsError):
    """The day lies in the future. Give today or an earlier day."""

    def __init__(self, field: str = "") -> None:
        """`field` is the key of the form field."""
        super().__init__()
        self.field = field or None


@dataclass(frozen=True)
class Decision:
    """One form handed in, found valid: `data` by key. `matter` is None at tasks of the petition.

    `review` is there at tasks of a review only. `proposals` is what decision tables answered
    before the task.
    """

    session: Session
    petition: Petition
    matter: Matter | None
    data: dict[str, Any]
    person_id: str
    now: datetime
    proposals: Sequence[Proposed] = ()
    review: Review | None = None
    supervision_id: str | None = None

    @property
    def the_supervision(self) -> Supervision:
        """The supervision of a task that has one. Raises SupervisionNotFound."""
        return supervision_of(self.session, self.supervision_id)

    @property
    def today(self) -> date:
        """The day of the decision."""
        return self.now.astimezone(SHANGHAI).date()

    @property
    def the_matter(self) -> Matter:
        """The matter of a task that has one. Raises MatterNotFound."""
        if self.matter is None:
            raise MatterNotFound
        return self.matter

    @property
    def the_review(self) -> Review:
        """The review of a task that has one, and goes on. Raises ReviewNotFound, ReviewEnded."""
        if self.review is None:
            raise ReviewNotFound
        if self.review.state is ReviewState.withdrawn:
            raise ReviewEnded
        return self.review

    def text(self, key: str) -> str:
        """What was written, without blanks around it; empty when nothing was."""
        return str(self.data.get(key) or "").strip()

    def is_yes(self, key: str) -> bool:
        """Whether a question was answered with yes."""
        return bool(self.data.get(key) == YES)

    def is_ticked(self, key: str) -> bool:
        """Whether a box is ticked."""
        return bool(self.data.get(key))

    def chosen(self, key: str) -> list[str]:
        """What was chosen of a list, each once, in the order given."""
        return list(dict.fromkeys(str(one) for one in self.data.get(key) or ()))

    def day(self, key: str) -> date | None:
        """A day that was filled in."""
        return date.fromisoformat(given) if (given := self.text(key)) else None

    def past_day(self, key: str) -> date | None:
        """The same of something that has happened. Raises DateInFuture."""
        day = self.day(key)
        if day is not None and day > self.today:
            raise DateInFuture(key)
        return day

    def proposed(self, decision_id: str, output: str) -> Any:  # noqa: ANN401 - any JSON value
        """What this table answered; None when it did not, or is not known to have."""
        found = (one for one in self.proposals if one.decision_id == decision_id)
        return next((one.values.get(output) for one in found), None)

    def unit(self, key: str = "unit") -> Unit:
        """A unit that was chosen, and exists today. Raises UnitNotFound."""
        return require_unit(self.session, self.text(key), self.today)


Decide = Callable[[Decision], Variables]
