"""The result of a year: figures, and what is wrong; nothing wrong means that it all adds up."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from simulation.year.facts import Facts, PetitionFact
from simulation.year.plan import PetitionPlan
from simulation.year.reconcile import (
    UNEXPLAINED,
    Reconciliation,
    balance_reviews,
    reconcile,
)
from simulation.year.series import gaps
from simulation.year.tally import Tally

SHARES = (5, 25, 50, 75, 95, 99)
LATE_AFTER = 60


@dataclass(frozen=True)
class YearResult:
    """How it went. `problems` is empty when all is well."""

    facts: Facts
    tally: Tally
    reconciliation: Reconciliation
    last_day: date
    seconds: float
    problems: list[str]

    def as_json(self) -> dict[str, Any]:
        """Everything, for other programs."""
        facts, tally, found = self.facts, self.tally, self.reconciliation
        days = sorted(one.answered_in for one in facts.petitions if one.answered_in is not None)
        return {
            "petitions": found.received,
            "ends": found.ends,
            "open": found.open,
            "by_category": found.by_category,
            "last_day": self.last_day.isoformat(),
            "days": tally.days,
            "rounds": tally.rounds,
            "seconds": round(self.seconds, 1),
            "petitions_per_second": round(found.received / self.seconds, 3) if self.seconds else 0,
            "tasks": dict(sorted(tally.tasks.items())),
            "requests": dict(sorted(tally.requests.items())),
            "refused": dict(sorted(tally.refused.items())),
            "days_to_answer": {f"{share}%": quantile(days, share) for share in SHARES},
            "answered": len(days),
            "answered_late": sum(one > LATE_AFTER for one in days),
            "breaches": dict(sorted(facts.breaches.items())),
            "supervisions": dict(sorted(facts.supervisions.items())),
            "supervision_ends": dict(sorted(facts.supervision_ends.items())),
            "hearings": dict(sorted(facts.hearings.items())),
            "agreements": dict(sorted(facts.agreements.items())),
            "reviews": asdict(balance_reviews(tally.requests["ask_review"], facts.reviews)),
            "running_clocks": dict(sorted(facts.running_clocks.items())),
            "incidents": len(facts.incidents),
            "stuck": len(found.stuck),
            "numbers": len(facts.serials),
            "series": len(facts.series),
            "personal_data": facts.personal,
            "places_searched": facts.places_searched,
            "problems": self.problems,
            "unexplained": found.unexplained,
            "reconciliation": asdict(found) if not found.is_balanced else "balanced",
        }


def quantile(ordered: Sequence[int], percent: int) -> int | None:
    """The value that this many percent do not exceed; None of nothing."""
    if not ordered:
        return None
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def why_open(
    plans: Sequence[PetitionPlan], tally: Tally, last_day: date
) -> Callable[[PetitionFact], str]:
    """Says of an open petition why it is: answered after the last day, or in an open window."""
    index_of = tally.index_of()

    def why(fact: PetitionFact) -> str:
        index = index_of.get(fact.number)
        index = tally.split.get(index, index) if index is not None else None
        if index is not None and fact.has_task and plans[index].answered_on > last_day:
            return "answer is given later"
        if fact.has_window and not fact.has_task:
            return "petitioner may still rate, choose or ask for review"
        if fact.has_task and fact.answered_in is not None:
            return "answered, work after the answer goes on"
        return UNEXPLAINED

    return why


def conclude(
    plans: Sequence[PetitionPlan], tally: Tally, facts: Facts, last_day: date, seconds: float
) -> YearResult:
    """Put figures and findings together."""
    found = reconcile(tally.numbers.values(), facts.petitions, why_open(plans, tally, last_day))
    reviews = balance_reviews(tally.requests["ask_review"], facts.reviews)
    wrong = [
        *(f"incident at {one}" for one in facts.incidents),
        *(f"stuck: {one}" for one in found.stuck),
        *(f"filed, but not on file: {one}" for one in found.missing),
        *(f"on file, but not filed: {one}" for one in found.strange),
        *(f"open without reason: {one}" for one in found.unexplained),
        *([] if found.is_balanced else ["received is not the sum of ends and open"]),
        *([] if reviews.is_balanced else [f"requests for review do not add up: {reviews}"]),
        *(f"number: {one}" for one in gaps(facts.series, facts.serials)),
        *(f"clock: {one}" for one in facts.clocks_astray),
        *(f"supervision: {one}" for one in facts.supervisions_astray),
        *(f"{task} was filled in wrongly: {why}" for task, why in tally.misfilled.items()),
        *(f"personal data in {place}: {n} words" for place, n in facts.personal.items()),
    ]
    for count, what in (
        (facts.breaches_unsupervised, "breaches without a supervision"),
        (facts.refused_commands, "commands that the engine refused"),
        (facts.records_set_aside, "records that the journal could not digest"),
        (facts.active_without_petition, "process instances of closed petitions still run"),
        (len(plans) - len(tally.numbers) + len(tally.split), "planned petitions were not filed"),
    ):
        if count:
            wrong.append(f"{count} {what}")
    return YearResult(facts, tally, found, last_day, seconds, wrong)
