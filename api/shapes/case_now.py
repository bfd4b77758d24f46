"""Where a case is now: the top of its page."""

from datetime import date

from pydantic import BaseModel, Field

from api.shapes.common import Key, Moment, Named


class DueOut(BaseModel):
    """Until when, and why that day."""

    on: date
    days_left: int
    clock: str
    why: list[str]


class NowStep(BaseModel):
    """What must be done now, by whom, until when."""

    name: str
    who: str
    since: Moment
    matter: int | None
    due: DueOut | None
    has_incident: bool
    task_key: Key | None = Field(description="of the task, if the reader may open it")


class SummaryOut(BaseModel):
    """What it is about and where it is. `due` is the first of its running deadlines."""

    number: str
    subject: str
    bureau: Named
    category: str | None
    content_class: Named | None
    state: str = Field(description="where it is, in words")
    closed_at: Moment | None
    due: DueOut | None
    steps: list[NowStep]
