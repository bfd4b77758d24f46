"""Everything that happened in a case, newest first."""

from enum import StrEnum

from pydantic import BaseModel, Field

from api.shapes.common import Key, Moment, Named


class TimelineKind(StrEnum):
    """What an entry is about: the chips of the page."""

    people = "people"
    documents = "documents"
    deadlines = "deadlines"
    engine = "engine"


class TimelineEntry(BaseModel):
    """One thing that happened, in plain words."""

    at: Moment
    kind: TimelineKind
    code: str
    words: str
    detail: str | None = None
    actor: Named | None = None
    represents: Named | None = Field(default=None, description="in whose name (代理)")
    link: str | None = None


class EngineGroup(BaseModel):
    """What one process instance went through: its steps are read apart."""

    instance_key: Key
    process_id: str
    name: str
    started_at: Moment
    ended_at: Moment | None
    state: str
    steps: int


class TimelinePage(BaseModel):
    """A page of the timeline. `engine` holds groups of steps, for the kind of that name only."""

    entries: list[TimelineEntry]
    engine: list[EngineGroup] = []
    counts: dict[TimelineKind, int] = Field(description="entries, or groups, by kind")
    next: str | None


class EngineStepOut(BaseModel):
    """A step of the engine."""

    element_id: str
    name: str
    state: str
    at: Moment
    ended_at: Moment | None
