"""Tasks as inbox rows and as pages."""

from datetime import date

from pydantic import BaseModel, Field

from api.shapes.common import Code, JsonObject, Key, Moment, Named
from api.shapes.decision import Evaluation
from api.shapes.requests import Note
from api.shapes.task_work import TaskWork, Urge, Version


class TaskRow(BaseModel):
    """One line of the inbox."""

    key: Key
    element_id: str
    name: str = Field(description="label of the step in its diagram")
    petition_id: str | None
    number: str | None
    subject: str | None
    groups: list[str]
    holder: Named | None
    can_claim: bool
    due_on: date | None = Field(description="last day of the running clock that ends first")
    days_left: int | None = Field(description="calendar days to due_on; negative once passed")
    received_on: date | None
    created_at: Moment
    urges: list[Urge] = Field(description="who urged it and how, newest first")
    category: Named | None = Field(default=None, description="of its matter, else of the petition")
    channel: Named | None = Field(default=None, description="form of the petition, article 17")
    content_class: Named | None = None
    flags: list[Named] = []
    unit: Named | None = Field(default=None, description="where it waits")
    is_unread: bool = Field(default=False, description="you have not opened it yet")


class TaskPage(BaseModel):
    """A page of the inbox; send `next` as `cursor` for the following one."""

    tasks: list[TaskRow]
    next: str | None


class TaskDetail(TaskRow):
    """A task with its form and what the form starts from."""

    instance_key: Key
    definition_key: Key
    state: str = Field(description="open, decided (on its way to the engine), ended")
    is_mine: bool = Field(description="you work on it: you hold it, or stand in for who does")
    stands_in_for: Named | None = Field(description="for whom you would work on it, or do")
    can_complete: bool = Field(description="you hold it, and its owner left the decision to you")
    version: int = Field(description="grows with each change; send it with the completion")
    work: TaskWork
    can_assign: bool
    candidates: list[Named] = Field(description="whom a leader may assign it to; empty for others")
    proposals: list[Evaluation] = Field(description="what tables proposed for it, and why")
    form_key: Key | None
    form: JsonObject | None = Field(description="form-js schema, in the task's own version")
    data: JsonObject


class Assignment(BaseModel):
    """Whom a leader gives the task to."""

    user: Code


class Completion(BaseModel):
    """The form as filled in. `version`: of the task as it was read; without it nothing is asked."""

    data: JsonObject
    version: Version | None = None
    without_opinions: Note = Field(
        default="", description="why you do not wait for opinions that were asked for"
    )


class Decided(BaseModel):
    """The decision as recorded; the engine goes on within moments."""

    key: Key
    element_id: str
    petition_id: str
    decided_by: str
    decided_at: Moment
