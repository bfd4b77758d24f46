"""The window: the queue of the day, quick registration, the receipt."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import Code, LongText, Moment, Named, Words, storable
from api.shapes.filing import Address, NameOrNone, Phone, Source
from api.shapes.requests import Note
from records.models.petition import PetitionForm
from records.models.reception import Unregistered

About = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=300), AfterValidator(storable)
]


class VisitorIn(BaseModel):
    """Who takes a number. Nothing is needed: name and matter can be asked at the window."""

    model_config = ConfigDict(extra="forbid")

    name: NameOrNone = ""
    phone: Phone | None = None
    about: About = ""
    people: Annotated[int, Field(ge=1, le=100_000)] = 1


class VisitorOut(BaseModel):
    """One of the queue. `state`: waiting, received, registered, unregistered.

    Of a petition that you may not see, nobody is named.
    """

    id: str
    number: int
    state: str
    name: str
    phone: str | None
    about: str
    people: int
    arrived_at: Moment
    called_at: Moment | None
    received_by: Named | None
    ended_at: Moment | None
    petition: str | None = Field(description="number of the petition the visit ended as")
    unregistered: Unregistered | None
    note: str
    is_mine: bool = Field(description="you are receiving this visitor")


class WindowOut(BaseModel):
    """The queue of a window on a day."""

    unit: Named
    day: date
    can_work: bool
    waiting: int
    visitors: list[VisitorOut]


class UnregisteredIn(BaseModel):
    """Why the visit ends without a petition; `other` is said in words."""

    model_config = ConfigDict(extra="forbid")

    reason: Unregistered
    note: Note = ""


class QuickRegistrationIn(BaseModel):
    """The few things asked first of who comes or calls; the rest of the record is added later."""

    model_config = ConfigDict(extra="forbid")

    form: PetitionForm = PetitionForm.visit
    subject: Words
    text: LongText
    petitioner_name: NameOrNone = Field(default="", description="empty: anonymous")
    phone: Phone | None = None
    address: Address | None = None
    incident_place: Address | None = None
    people: Annotated[int, Field(ge=1, le=100_000)] = 1
    is_read_back: bool = Field(description="written down, read back and signed")
    is_spokesperson: bool = False
    visitor: Code | None = Field(default=None, description="whose visit ends with it")
    source: Source | None = None


class ReceiptOut(BaseModel):
    """What the petitioner takes along. `document` comes a moment after filing."""

    number: str
    subject: str
    query_code: str
    query_address: str = Field(description="what the QR code says; empty: none is set")
    document: str | None = Field(description="address of the receipt as HTML, once issued")
    pdf: str | None = Field(description="address of the same to print, once issued")
