"""The result of a simulated year in words."""

from collections.abc import Mapping
from typing import Any

from simulation.year.result import YearResult

MOST_PROBLEMS = 30


def sentences(result: YearResult, spent: Mapping[str, float]) -> list[str]:
    """One line per subject; problems last."""
    given = result.as_json()
    lines = [
        f"petitions {given['petitions']}: {_counts(given['ends'])}; open: "
        f"{_counts(given['open']) or 0}; last day {given['last_day']}",
        *(f"  {name}: {_counts(ends)}" for name, ends in given["by_category"].items()),
        f"time {given['seconds']} s, {given['petitions_per_second']} petitions/s; "
        f"{given['days']} days, {given['rounds']} rounds; {_seconds(spent)}",
        f"tasks {sum(given['tasks'].values())}: {_counts(given['tasks'])}",
        f"requests: {_counts(given['requests'])}",
        f"refused by rules, tried again or left: {_counts(given['refused']) or 0}",
        f"days to the answer: {_counts(given['days_to_answer'])}; "
        f"later than 60 days {given['answered_late']} of {given['answered']}",
        f"breaches: {_counts(given['breaches'])}; supervisions: {_counts(given['supervisions'])}",
        f"supervisions ended: {_counts(given['supervision_ends']) or 0}",
        f"hearings: {_counts(given['hearings']) or 0}; "
        f"mediations: {_counts(given['agreements']) or 0}",
        f"requests for review: {_counts(given['reviews'])}",
        f"running clocks: {_counts(given['running_clocks']) or 0}",
        f"numbers {given['numbers']} in {given['series']} series; incidents {given['incidents']}; "
        f"stuck {given['stuck']}; personal data found in {len(given['personal_data'])} of "
        f"{given['places_searched']} places",
    ]
    problems = given["problems"]
    lines += [f"PROBLEM {one}" for one in problems[:MOST_PROBLEMS]]
    if len(problems) > MOST_PROBLEMS:
        lines.append(f"... {len(problems)} problems")
    return [*lines, "all of it adds up" if not problems else f"{len(problems)} problems"]


def _counts(counts: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _seconds(spent: Mapping[str, float]) -> str:
    return ", ".join(f"{what} {seconds:.0f} s" for what, seconds in spent.items())
