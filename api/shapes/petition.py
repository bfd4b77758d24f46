"""Petitions: lists, steps and history, clocks, and where a case is in its diagram."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from api.shapes.common import Key, LongText, Moment, Named
from records.models.petition import Category, Outcome, PetitionForm


class PetitionRow(BaseModel):
    """One line of the list."""

    id: str
    number: str
    subject: str
    form: PetitionForm
    received_on: date
    category: Category | None
    unit: Named | None
    outcome: Outcome | None
    due_on: date | None
    closed_at: Moment | None


class PetitionPage(BaseModel):
    """A page of petitions, newest first; send `next` as `cursor` for the following one."""

    petitions: list[PetitionRow]
    next: str | None


class Step(BaseModel):
    """A step the case is in now."""

    element_id: str
    element_type: str
    name: str
    process_id: str
    instance_key: Key
    since: Moment
    task_key: Key | None = None
    groups: list[str] = []
    who: str = Field(default="", description="who must do it, in words")
    holder: Named | None = None
    has_incident: bool = False


class HistoryEntry(BaseModel):
    """One thing that happened: a step of the engine, a decision, an act."""

    at: Moment
    ended_at: Moment | None = None
    kind: str = Field(description="step, decision, act")
    code: str
    name: str
    state: str | None = None
    actor: Named | None = None
    represents: Named | None = Field(None, description="for whom the actor stood in")


class LedgerEntry(BaseModel):
    """One entry of a clock's ledger."""

    on: date
    kind: str
    name: str
    days: int | None = None
    until: date | None = None
    reason: str | None = None
    basis: str | None = None
    actor: str


class ClockOut(BaseModel):
    """A statutory clock: until when, and why that day."""

    id: str
    code: str
    matter: int | None = Field(default=None, description="number of its matter, if it has one")
    name: str
    due_on: date
    days_left: int
    is_running: bool
    is_breached: bool
    is_paused: bool
    is_provisional: bool = Field(description="the holidays of its year are not announced yet")
    can_extend: bool = Field(description="by the reader, at once")
    explanation: list[str]
    entries: list[LedgerEntry]


class Flow(BaseModel):
    """Where the case is in its diagram, for drawing."""

    instance_key: Key | None
    definition_key: Key | None
    state: str = Field(description="waiting (for the engine), active, completed, terminated")
    active_ids: list[str]
    done_ids: list[str]
    taken_flows: list[str]
    version: str = Field(description="changes whenever the case has moved")


class ExtensionIn(BaseModel):
    """An extension asked for: days and reason (article 34: once, at most 30 days)."""

    days: Annotated[int, Field(ge=1, le=366)]
    reason: Annotated[LongText, StringConstraints(max_length=1000)]
