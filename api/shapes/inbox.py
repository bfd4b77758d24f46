"""What a list of tasks is asked for, as it is sent and as it is kept."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field

from api.queries.inbox_filter import Due, InboxFilter, Scope, Sort
from api.queries.paging import MOST_ROWS
from api.shapes.common import Code, Search

Codes = Annotated[list[Code], Field(max_length=50)]


class FilterSpec(BaseModel):
    """A filter without the tab and the order: of several codes of one kind, any fits."""

    q: Search = Field(default="", description="words of number, names, subject or claims; all fit")
    category: Codes = Field(default=[], description="of purpose; none: not classified yet")
    due: list[Due] = Field(default=[], max_length=5, description="a week ends on Sunday")
    unit: Codes = Field(default=[], description="waiting in this unit")
    channel: Codes = Field(default=[], description="form of the petition, article 17")
    content_class: Codes = Field(default=[], description="with the classes below")
    flag: Codes = Field(default=[], description="of case_flag; urgent_open: an open urgent report")
    element: Codes = Field(default=[], description="at this step")

    def stored(self) -> dict[str, Any]:
        """What is kept of it: nothing that says nothing."""
        return {name: value for name, value in self.model_dump().items() if value}

    def asks(
        self,
        scope: Scope,
        *,
        today: date,
        sort: Sort = "due",
        group: str | None = None,
        due_before: date | None = None,
    ) -> InboxFilter:
        """The list that this filter asks for in a tab."""
        return InboxFilter(
            scope=scope,
            group=group,
            units=tuple(self.unit),
            elements=tuple(self.element),
            q=self.q or None,
            due_before=due_before,
            sort=sort,
            categories=tuple(self.category),
            channels=tuple(self.channel),
            classes=tuple(self.content_class),
            flags=tuple(self.flag),
            due=tuple(self.due),
            today=today,
        )


class TaskSearch(FilterSpec):
    """A list asked for in a body: what somebody types, a name perhaps, is in no address."""

    scope: Scope = "groups"
    group: Code | None = Field(default=None, description="one queue, role@unit")
    due_before: date | None = None
    sort: Sort = "due"
    limit: int = Field(default=50, ge=1, le=MOST_ROWS)
    cursor: str | None = Field(default=None, max_length=500)


class QueueCount(BaseModel):
    """A queue and how many tasks wait in it, at most one more than is counted."""

    group: str
    number: int


class InboxCounts(BaseModel):
    """How many tasks each tab has; `most` + 1 means more than `most`."""

    most: int
    tabs: dict[Scope, int]
    queues: list[QueueCount]
