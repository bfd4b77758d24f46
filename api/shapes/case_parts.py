"""What was asked, sent, supervised and served in a case."""

from datetime import date

from pydantic import BaseModel

from api.shapes.common import Key, Moment, Named
from law.service import Way


class AdviceOut(BaseModel):
    """A suggestion (三项建议) and what its addressee made of it."""

    kind: Named
    unit: Named
    suggestion: str
    issued_on: date | None
    due_on: date | None
    adoption: Named | None
    adoption_reason: str | None
    answered_on: date | None


class WaitingOut(BaseModel):
    """An open task of a supervision: who must do what, and until when if a period runs."""

    task_key: Key
    element_id: str
    name: str
    who: str
    due_on: date | None
    can_open: bool


class SupervisionOut(BaseModel):
    """A supervision (督办): `due_on` is the day that passed, `step` what was done last."""

    id: str
    matter: int | None
    unit: Named
    trigger: Named
    reason: str
    due_on: date | None
    opened_at: Moment
    opened_by: Named
    step: Named
    step_on: date | None
    state: Named
    feedback_due_on: date | None
    feedback: str | None
    feedback_on: date | None
    verification: Named | None
    verified_on: date | None
    is_corrected: bool | None
    end: Named | None
    closed_at: Moment | None
    advice: AdviceOut | None
    waiting: list[WaitingOut]


class InterimAnswerOut(BaseModel):
    """A message to the petitioner while work goes on."""

    matter: int | None
    text: str
    sent_by: Named
    sent_at: Moment


class ExtensionOut(BaseModel):
    """An extension that was asked for; `is_approved` is empty while it waits."""

    matter: int
    days: int
    reason: str
    asked_by: Named
    asked_at: Moment
    is_approved: bool | None


class WithdrawalOut(BaseModel):
    """That the petitioner took the petition back, in writing."""

    reason: str
    recorded_by: Named
    recorded_at: Moment


class RatingOut(BaseModel):
    """What the petitioner thinks of bureau and unit."""

    bureau: Named
    unit: Named
    reason: str
    rated_at: Moment


class ServiceOut(BaseModel):
    """One attempt to serve a document; `received_on` is the day that counts as receipt."""

    ordinal: int
    way: Way
    on: date
    is_served: bool
    refused: bool
    recipient: str
    relation: str
    witness: str
    place: str
    note: str
    received_on: date | None
    server: str


class DocumentOut(BaseModel):
    """An issued document; `link` gives it as issued, `pdf` as it is printed."""

    id: str
    number: str
    title: str
    issued_on: date
    link: str
    pdf: str
    addressee: str
    matter: int | None
    services: list[ServiceOut]
    can_record_service: bool
