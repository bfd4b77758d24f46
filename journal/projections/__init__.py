"""One module per projection: what a record needs at hand, and what it changes.

Each module has two pure functions: `needs(record)` gives (column, key) pairs of rows to be read
before the fold; `fold(record, view)` gives the (table, row) pairs the record changes. Whatever
either raises sets that one record aside.
"""

from collections.abc import Callable, Iterable

from journal.projections import (
    definitions,
    elements,
    evaluations,
    incidents,
    subscriptions,
    tasks,
    timers,
    variables,
)
from journal.record import Record
from journal.shape import Change
from journal.view import Need, View

Needs = Callable[[Record], Iterable[Need]]
Fold = Callable[[Record, View], Iterable[Change]]

PROJECTIONS: dict[str, tuple[Needs, Fold]] = {
    "PROCESS_INSTANCE": (elements.needs, elements.fold),
    "VARIABLE": (variables.needs, variables.fold),
    "USER_TASK": (tasks.needs, tasks.fold),
    "TIMER": (timers.needs, timers.fold),
    "INCIDENT": (incidents.needs, incidents.fold),
    "PROCESS_MESSAGE_SUBSCRIPTION": (subscriptions.needs, subscriptions.fold),
    "PROCESS": (definitions.needs_process, definitions.fold_process),
    "FORM": (definitions.needs_form, definitions.fold_form),
    "DECISION": (definitions.needs_decision, definitions.fold_decision),
    "DECISION_REQUIREMENTS": (definitions.needs_requirements, definitions.fold_requirements),
    "DECISION_EVALUATION": (evaluations.needs, evaluations.fold),
}
"""By the record's valueType; other types are kept in the stored batch and change no projection."""
