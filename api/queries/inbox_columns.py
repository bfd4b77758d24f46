"""The columns of the inbox: those there are, what stands in them, and what a person has chosen."""

from collections.abc import Sequence
from typing import Literal, get_args

from sqlmodel import Session

from api.queries.inbox_filter import Sort
from api.shapes.task import TaskRow
from records.inbox.people import choice_of
from records.people import Person

Column = Literal[
    "step",
    "due",
    "category",
    "unit",
    "received",
    "channel",
    "content_class",
    "flags",
    "created",
    "holder",
]
COLUMNS: tuple[Column, ...] = get_args(Column)
USUAL: tuple[Column, ...] = ("step", "due", "category", "received", "holder")
SORTED: tuple[Column, ...] = ("due", "unit", "received", "created")
SORTS: tuple[Sort, ...] = get_args(Sort)


def columns_of(session: Session, person: Person) -> tuple[Column, ...]:
    """The columns the person sees, in the order of COLUMNS."""
    choice = choice_of(session, person)
    chosen = USUAL if choice is None else choice.columns
    return tuple(column for column in COLUMNS if column in chosen)


def sort_of(session: Session, person: Person) -> Sort:
    """The order the person had last."""
    choice = choice_of(session, person)
    return next((sort for sort in SORTS if choice and sort == choice.sort), "due")


def cell(row: TaskRow, column: Column, nobody: str, due: str) -> str:
    """What stands in a column, as plain text. `due`: the words beside the due day."""
    match column:
        case "step":
            return row.name
        case "due":
            return f"{row.due_on} {due}" if row.due_on else due
        case "category":
            return row.category.name if row.category else ""
        case "unit":
            return row.unit.name if row.unit else ""
        case "received":
            return str(row.received_on or "")
        case "channel":
            return row.channel.name if row.channel else ""
        case "content_class":
            return row.content_class.name if row.content_class else ""
        case "flags":
            return "、".join(flag.name for flag in row.flags)
        case "created":
            return f"{row.created_at:%Y-%m-%d %H:%M}"
        case "holder":
            return row.holder.name if row.holder else nobody


def kept_columns(chosen: Sequence[str]) -> list[str]:
    """Those of the chosen ones that there are."""
    return [column for column in COLUMNS if column in chosen]
