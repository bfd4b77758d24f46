"""How each petition stands after the year: its end, or what it still waits for."""

from datetime import date
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from law.clock_rules import RULES
from simulation.year.facts import PetitionFact

PETITIONS = (
    'SELECT p.id, p.number, p.category, p.received_on, p."end", p.closed_at FROM petition p '
    "ORDER BY p.number"
)
# The documents that answer a matter.
ANSWERS = (
    "SELECT petition_id, min(issued_on) FROM document WHERE element_id IN ('issue_opinion', "
    "'send_duty_answer', 'send_suggestion_reply', 'send_result_notice') GROUP BY petition_id"
)
TASKS = (
    "SELECT DISTINCT i.business_key FROM journal.user_task t "
    "JOIN journal.instance i ON i.key = t.root_key WHERE t.state = 'created'"
)
# Watchers with a timer to come, by the clock that each watches.
WATCHED = (
    "SELECT v.value FROM journal.timer t JOIN journal.variable v "
    "ON v.instance_key = t.instance_key AND v.name = 'clock_id' WHERE t.state = 'created'"
)
WINDOWS = "SELECT id, petition_id, code FROM clock WHERE is_running"
WINDOW_CODES = {rule.code for rule in RULES if rule.is_window}


def petition_facts(session: Session) -> list[PetitionFact]:
    """Every petition on file."""
    answered = {row[0]: _day(row[1]) for row in session.execute(text(ANSWERS))}
    with_task = {row[0] for row in session.execute(text(TASKS))}
    watched = {str(row[0]).strip('"') for row in session.execute(text(WATCHED))}
    with_window = {
        row[1]
        for row in session.execute(text(WINDOWS))
        if row[2] in WINDOW_CODES and row[0] in watched
    }
    return [
        _fact(row, answered, with_task, with_window) for row in session.execute(text(PETITIONS))
    ]


def _fact(
    row: Any,  # noqa: ANN401 - a row of PETITIONS
    answered: dict[str, date],
    with_task: set[str],
    with_window: set[str],
) -> PetitionFact:
    received_on, answer = _day(row[3]), answered.get(row[0])
    return PetitionFact(
        number=row[1],
        category=row[2] or "",
        received_on=received_on,
        end=(row[4] or "unknown") if row[5] else "",
        answered_in=(answer - received_on).days if answer else None,
        has_task=row[0] in with_task,
        has_window=row[0] in with_window,
    )


def _day(value: Any) -> date:  # noqa: ANN401 - text in SQLite, a date in PostgreSQL
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
