"""What the journal knows of the engine, for those who run it."""

from pydantic import BaseModel, Field

from api.shapes.common import Key, Moment
from api.shapes.petition import Flow


class InstanceRow(BaseModel):
    """One process instance."""

    key: Key
    process_id: str
    definition_key: Key
    version: int
    parent_key: Key | None
    root_key: Key
    petition_id: str | None
    petition_number: str | None
    state: str
    started_at: Moment
    ended_at: Moment | None
    open_incidents: int


class InstancePage(BaseModel):
    """Instances, newest first; send `next` as `cursor` for the following ones."""

    instances: list[InstanceRow]
    next: str | None


class ElementRow(BaseModel):
    """One element instance."""

    key: Key
    element_id: str
    element_type: str
    name: str
    state: str
    started_at: Moment
    ended_at: Moment | None


class IncidentRow(BaseModel):
    """One incident. `message` is the engine's."""

    key: Key
    instance_key: Key
    process_id: str
    element_id: str
    error_type: str
    message: str
    state: str
    created_at: Moment
    resolved_at: Moment | None


class IncidentPage(BaseModel):
    """Incidents, newest first; send `next` as `cursor` for the following ones."""

    incidents: list[IncidentRow]
    next: str | None


class TimerRow(BaseModel):
    """One running timer."""

    key: Key
    element_id: str
    due_at: Moment


class InstanceDetail(InstanceRow):
    """An instance with its elements, children, incidents and timers."""

    elements: list[ElementRow]
    children: list[InstanceRow]
    incidents: list[IncidentRow]
    timers: list[TimerRow]
    drawing: Flow


class ElementCount(BaseModel):
    """How many cases are at an element, and how many of them are stuck."""

    active: int = 0
    completed: int = 0
    terminated: int = 0
    incidents: int = 0


class ProcessCounts(BaseModel):
    """Counts of one version of a process, by element id."""

    process_id: str
    definition_key: Key
    version: int
    versions: list[int]
    active_instances: int
    elements: dict[str, ElementCount]


class JournalHealth(BaseModel):
    """How fresh the journal is."""

    last_record_at: Moment | None
    set_aside: int = Field(description="records that could not be digested")


class Health(BaseModel):
    """Whether records answer, and what waits."""

    status: str
    journal: JournalHealth
    outbox_waiting: int
    outbox_refused: int = Field(description="commands the engine refused in the last 24 hours")
    oldest_waiting_seconds: int


class DemoClock(BaseModel):
    """The procedure's time and how far it has been moved."""

    now: Moment
    offset_seconds: int


class MoveClock(BaseModel):
    """How far to move: a number with d, h or m, as in `20d`."""

    add: str = Field(pattern=r"^[1-9][0-9]{0,4}[dhm]$")
