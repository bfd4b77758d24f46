"""Petitions: filing, lists, and the whole case."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import Code, Key, LongText, Moment, Named, Words
from api.shapes.decision import Evaluation
from records.models.petition import Category, Outcome, PetitionForm


class Source(BaseModel):
    """Where a petition came from: recognises it when it comes again."""

    system: Annotated[Words, StringConstraints(max_length=60)]
    id: Annotated[Words, StringConstraints(max_length=100)]


class NewPetitionIn(BaseModel):
    """What intake knows of a petition. The law needs name and address only (article 19)."""

    model_config = ConfigDict(extra="forbid")

    form: PetitionForm
    subject: Words
    text: LongText
    petitioner_name: Annotated[Words, StringConstraints(max_length=200)]
    received_on: date | None = Field(default=None, description="today when it is left out")
    bureau: Code | None = Field(default=None, description="your bureau when it is left out")
    address: Annotated[Words, StringConstraints(max_length=500)] | None = None
    phone: Annotated[Words, StringConstraints(max_length=50)] | None = None
    id_number: Annotated[Words, StringConstraints(max_length=50)] | None = None
    claims: Annotated[list[LongText], Field(max_length=50)] = []
    tags: Annotated[list[Code], Field(max_length=50)] = []
    source: Source | None = None


class Filed(BaseModel):
    """The petition as filed. The query code is for the petitioner: it opens the public page."""

    id: str
    number: str
    query_code: str


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
    name: str
    due_on: date
    days_left: int
    is_running: bool
    is_breached: bool
    is_paused: bool
    is_provisional: bool = Field(description="the holidays of its year are not announced yet")
    can_extend: bool
    explanation: list[str]
    entries: list[LedgerEntry]


class DocumentOut(BaseModel):
    """An issued document; `link` gives it as issued, `pdf` as it is printed."""

    id: str
    number: str
    title: str
    issued_on: date
    link: str
    pdf: str


class ClaimOut(BaseModel):
    """One claim of the petition."""

    ordinal: int
    text: str
    outcome: Outcome | None


class PetitionerOut(BaseModel):
    """Who petitions."""

    name: str
    address: str | None
    phone: str | None
    id_number: str | None


class CaseTask(BaseModel):
    """An open task of the case that the reader may open."""

    key: Key
    element_id: str
    name: str
    holder: Named | None


class Case(BaseModel):
    """The whole case: what it says, what is next, who must do it, until when, and what was."""

    id: str
    number: str
    query_code: str
    form: PetitionForm
    subject: str
    text: str
    received_on: date
    filed_at: Moment
    registered_at: Moment | None
    petitioner: PetitionerOut
    bureau: Named
    unit: Named | None
    proposed_category: Category | None
    category: Category | None
    outcome: Outcome | None
    answer: str | None
    dispatched_at: Moment | None
    closed_at: Moment | None
    claims: list[ClaimOut]
    steps: list[Step]
    tasks: list[CaseTask]
    clocks: list[ClockOut]
    documents: list[DocumentOut]
    decisions: list[Evaluation]
    history: list[HistoryEntry]
    instance_key: Key | None
    definition_key: Key | None


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
