"""What was asked, sent, supervised and served in a case."""

from datetime import date

from pydantic import BaseModel

from api.shapes.common import Moment, Named
from law.service import Way


class SupervisionOut(BaseModel):
    """A supervision (督办) that a breach opened."""

    matter: int | None
    unit: Named
    trigger: Named
    due_on: date
    opened_at: Moment
    closed_at: Moment | None


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
