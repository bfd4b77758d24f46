"""Work around a task: delegation, opinions, urging, remarks, drafts, several tasks at once."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import Code, JsonObject, Key, LongText, Moment, Named
from api.shapes.requests import Note, Reason
from records.task_work.opinions import Stance

MOST_AT_ONCE = 100
Version = Annotated[int, Field(ge=0, le=2**31 - 2)]
Origin = Annotated[Code, StringConstraints(max_length=40)]
Urging = Annotated[LongText, StringConstraints(max_length=200)]


class DelegationIn(BaseModel):
    """A task given to a colleague with a question (委托)."""

    model_config = ConfigDict(extra="forbid")

    user: Code
    question: Reason
    may_complete: bool = Field(default=False, description="the colleague may also complete it")


class DelegationAnswerIn(BaseModel):
    """What the colleague answers; the task returns to its owner."""

    model_config = ConfigDict(extra="forbid")

    answer: Reason


class OpinionsIn(BaseModel):
    """Co-workers whose opinion is asked for: one (加签) or several (会签)."""

    model_config = ConfigDict(extra="forbid")

    users: list[Code] = Field(min_length=1, max_length=20)
    question: Reason


class OpinionIn(BaseModel):
    """An opinion that was asked for."""

    model_config = ConfigDict(extra="forbid")

    stance: Stance
    answer: Note = ""


class UrgeIn(BaseModel):
    """A short text to whoever has the task (催办)."""

    model_config = ConfigDict(extra="forbid")

    text: Urging


class RemarkIn(BaseModel):
    """A note at the task."""

    model_config = ConfigDict(extra="forbid")

    text: Reason


class SendBackIn(BaseModel):
    """Why the task is sent back (退回); the reason fills the form's own field."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason
    version: Version | None = Field(default=None, description="of the task as it was read")


class DraftIn(BaseModel):
    """The form as typed so far. `version` is that of the draft it goes on from, 0 for none."""

    model_config = ConfigDict(extra="forbid")

    data: JsonObject
    version: Version = 0
    origin: Origin = Field(default="", description="names the tab that saves")


class DraftOut(BaseModel):
    """One's own draft."""

    data: JsonObject
    version: int
    origin: str
    saved_at: Moment


class Delegation(BaseModel):
    """A delegation of the task; `end` is empty while it is with the colleague."""

    owner: Named
    delegate: Named
    question: str
    may_complete: bool
    given_at: Moment
    answer: str
    end: str | None = Field(description="answered, returned, recalled, overruled, completed")
    ended_at: Moment | None


class Opinion(BaseModel):
    """An opinion asked for; without `answered_at` it is awaited."""

    asked_by: Named
    asked_of: Named
    question: str
    asked_at: Moment
    stance: str | None
    answer: str
    answered_at: Moment | None
    is_mine: bool


class Urge(BaseModel):
    """One urging."""

    by: Named
    at: Moment
    text: str


class Remark(BaseModel):
    """A note; `kind` is remark, or without_opinions for the reason not to wait for them."""

    by: Named
    at: Moment
    kind: str
    text: str


class TaskWork(BaseModel):
    """What people did around the task, and what the reader may do now."""

    delegations: list[Delegation]
    opinions: list[Opinion]
    is_awaiting_opinions: bool
    urges: list[Urge]
    remarks: list[Remark]
    may_delegate_to: list[Named]
    may_ask: list[Named]
    may_answer_delegation: bool
    may_recall: bool
    may_give_opinion: bool
    may_urge: bool
    way_back: str | None = Field(description="label of the step that sending back leads to")
    barred_by: str | None = Field(description="the article why another person must do it")


class AskedTask(BaseModel):
    """A task that waits for something of the reader, or that a colleague has for them."""

    key: Key
    name: str
    number: str | None
    subject: str | None
    kind: Literal["opinion", "delegation", "given"] = Field(
        description="opinion: asked of you. delegation: given to you. given: colleagues have it"
    )
    who: Named = Field(description="who asked, or who has it")
    question: str
    at: Moment


class NextTask(BaseModel):
    """The next task of the list; none when there is no other."""

    key: Key | None


class BulkIn(BaseModel):
    """The same for several tasks, each for itself.

    assign needs `user`, remark `text`, complete `data`: one form for tasks of one step.
    """

    model_config = ConfigDict(extra="forbid")

    action: Literal["claim", "assign", "remark", "complete"]
    keys: list[int] = Field(min_length=1, max_length=MOST_AT_ONCE)
    user: Code | None = None
    text: Reason | None = None
    data: JsonObject | None = None


class BulkDone(BaseModel):
    """A task for which it worked."""

    key: Key
    number: str | None
    name: str | None


class BulkFailed(BulkDone):
    """A task for which it did not, and why; nothing of it was changed."""

    error: str
    detail: str


class BulkReport(BaseModel):
    """What became of each task, in the order given."""

    action: str
    done: list[BulkDone]
    failed: list[BulkFailed]
