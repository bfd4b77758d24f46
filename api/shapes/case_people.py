"""Who brings a petition, with whom, and the course so far: as the case shows it."""

from datetime import date

from pydantic import BaseModel, Field

from api.shapes.common import Named
from records.models.registration import Standing


class PetitionerOut(BaseModel):
    """Who petitions; an empty name stands for somebody anonymous."""

    name: str
    former_name: str | None
    certificate_type: Named | None
    id_number: str | None
    is_id_number_mistyped: bool = Field(description="its check character does not fit")
    is_verified: bool
    household_address: str | None
    residence: str | None
    address: str | None
    phone: str | None
    email: str | None
    employer: str | None
    accepts_electronic: bool


class CompanionOut(BaseModel):
    """Who petitions along."""

    ordinal: int
    name: str
    id_number: str | None
    phone: str | None
    address: str | None
    is_representative: bool


class AgentOut(BaseModel):
    """Who acts for the petitioner."""

    standing: Standing
    name: str
    phone: str | None
    has_mandate: bool


class EarlierStepOut(BaseModel):
    """One step of the course before this petition."""

    on: date | None
    organ: str
    what: str


class RelatedOut(BaseModel):
    """An earlier petition about the same matter, if the reader may see it."""

    number: str
    subject: str
    same_person: bool
