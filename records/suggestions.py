"""What became of suggestions (article 29), unit by unit: what a yearly report counts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, col, select

from law.decision_facts import Adoption
from law.instants import end_of_day, start_of_day
from records.models import Matter, TaskDecision
from records.models.petition import Category

SUGGESTIONS = (Category.proposal, Category.opinion)
STUDIED = "study_suggestion"


@dataclass
class UnitSuggestions:
    """The suggestions that one unit studied, by what it decided; and those it still has."""

    unit_id: str
    studied: Counter[Adoption] = field(default_factory=Counter)
    rewarded: int = 0
    open: int = 0


def suggestions_by_unit(
    session: Session, since: date, until: date, units: Iterable[str] | None = None
) -> list[UnitSuggestions]:
    """Decided from one day to another, both included, by unit id; `units`: only of these.

    Of a matter that was studied twice the last decision counts. `open` is as of now.
    """
    wanted = None if units is None else {*units}
    found: dict[str, UnitSuggestions] = {}

    def of(unit_id: str) -> UnitSuggestions:
        return found.setdefault(unit_id, UnitSuggestions(unit_id))

    decided = session.exec(
        select(TaskDecision, Matter.unit_id)
        .join(Matter, col(Matter.id) == col(TaskDecision.matter_id))
        .where(
            TaskDecision.element_id == STUDIED,
            col(Matter.is_sealed).is_(False),
            col(TaskDecision.decided_at) >= start_of_day(since),
            col(TaskDecision.decided_at) < end_of_day(until),
        )
        .order_by(col(TaskDecision.decided_at))
    )
    last = {row.matter_id: (row, unit_id) for row, unit_id in decided}
    for row, unit_id in last.values():
        of(unit_id).studied[Adoption(row.data["adoption"])] += 1
        of(unit_id).rewarded += bool(row.data.get("is_rewarded"))
    waiting = select(Matter.unit_id).where(
        col(Matter.category).in_(SUGGESTIONS), col(Matter.end).is_(None)
    )
    for unit_id in session.exec(waiting):
        of(unit_id).open += 1
    return [found[one] for one in sorted(found) if wanted is None or one in wanted]
