"""What an inbox can be asked for."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Scope = Literal["mine", "free", "groups", "unit", "all"]
Sort = Literal["due", "-due", "created", "-created"]


@dataclass(frozen=True)
class InboxFilter:
    """What to list. `due_before`: only tasks whose due day is earlier than this day."""

    scope: Scope = "groups"
    unit: str | None = None
    element: str | None = None
    q: str | None = None
    due_before: date | None = None
    sort: Sort = "due"
