"""The whole case, with its claims and matters."""

from datetime import date

from pydantic import BaseModel, Field

from api.shapes.case_parts import (
    DocumentOut,
    ExtensionOut,
    InterimAnswerOut,
    RatingOut,
    SupervisionOut,
    WithdrawalOut,
)
from api.shapes.case_people import (
    AgentOut,
    CompanionOut,
    EarlierStepOut,
    PetitionerOut,
    RelatedOut,
)
from api.shapes.common import Key, Moment, Named
from api.shapes.decision import Evaluation
from api.shapes.petition import ClockOut, HistoryEntry, Step
from api.shapes.reviews import ReviewOut
from api.shapes.urgent import UrgentReportOut
from law.decision_words import DispatchMode, Procedure, Route
from records.models.matter import MatterEnd
from records.models.petition import Category, Outcome, PetitionEnd, PetitionForm


class ClaimOut(BaseModel):
    """One claim of the petition."""

    ordinal: int
    text: str
    outcome: Outcome | None


class MatterOut(BaseModel):
    """One matter: a claim on its way. `may` names the requests the reader may make about it."""

    ordinal: int
    category: Category
    unit: Named
    is_direct: bool
    is_sealed: bool
    round: int
    dispatch_mode: DispatchMode
    report_due_on: date | None
    received_on: date | None
    route: Route | None
    chosen_route: str | None
    procedure: Procedure | None
    accepted_on: date | None
    handler: Named | None
    outcome: Outcome | None
    answer: str | None
    served_on: date | None
    end: MatterEnd | None
    ended_at: Moment | None
    status: Named = Field(description="as the petitioner reads it")
    open_routes: list[str] = Field(description="those the petitioner may choose from now")
    may: list[str] = []


class CaseTask(BaseModel):
    """An open task of the case that the reader may open."""

    key: Key
    element_id: str
    name: str
    holder: Named | None


class Case(BaseModel):
    """The whole case: what it says, what is next, who must do it, until when, and what was.

    `may` names the requests about the whole petition that the reader may make.
    """

    id: str
    number: str
    query_code: str
    form: PetitionForm
    subject: str
    text: str
    received_on: date
    filed_at: Moment
    registered_at: Moment | None
    people: int
    incident_place: str | None
    division: Named | None
    content_class: Named | None
    is_name_clear: bool
    is_read_back: bool
    repetition: str | None
    petitioner: PetitionerOut
    companions: list[CompanionOut]
    agents: list[AgentOut]
    course: list[EarlierStepOut]
    flags: list[Named]
    related: list[RelatedOut]
    bureau: Named
    unit: Named | None
    proposed_category: Category | None
    category: Category | None
    outcome: Outcome | None
    answer: str | None
    dispatched_at: Moment | None
    closed_at: Moment | None
    end: PetitionEnd | None
    claims: list[ClaimOut]
    matters: list[MatterOut]
    steps: list[Step]
    tasks: list[CaseTask]
    urgeable: list[CaseTask] = Field(
        default=[], description="open tasks whose holder or groups the reader may urge"
    )
    clocks: list[ClockOut]
    documents: list[DocumentOut]
    supervisions: list[SupervisionOut]
    extensions: list[ExtensionOut]
    interim_answers: list[InterimAnswerOut]
    withdrawals: list[WithdrawalOut]
    reviews: list[ReviewOut]
    rating: RatingOut | None
    urgent: list[UrgentReportOut] = []
    decisions: list[Evaluation]
    history: list[HistoryEntry]
    instance_key: Key | None
    definition_key: Key | None
    may: list[str] = []
