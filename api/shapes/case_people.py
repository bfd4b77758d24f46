"""Who brings a petition, with whom, and the course so far: as the case shows it."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from api.shapes.common import Code, Named
from records.models.registration import Standing


class MaskedPerson(BaseModel):
    """A person as the reader sees them: fields in `masked` are under a mask.

    Those in `may_reveal` can be asked for, one at a time, under the name `who`.
    """

    who: str
    masked: list[str]
    may_reveal: list[str]


class PetitionerOut(MaskedPerson):
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


class CompanionOut(MaskedPerson):
    """Who petitions along."""

    ordinal: int
    name: str
    id_number: str | None
    phone: str | None
    address: str | None
    is_representative: bool


class AgentOut(MaskedPerson):
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
    """Another petition about the same matter, if the reader may see it; `is_later`: it repeats
    this one."""

    number: str
    subject: str
    same_person: bool
    received_on: date
    is_later: bool
    is_closed: bool


class PersonsOut(BaseModel):
    """Everybody registered with a petition, under the masks that apply to the reader."""

    petitioner: PetitionerOut
    companions: list[CompanionOut]
    agents: list[AgentOut]


class RevealIn(BaseModel):
    """Which field of a person is asked for."""

    model_config = ConfigDict(extra="forbid")

    field: Code


class RevealedOut(BaseModel):
    """The field without its mask."""

    who: str
    field: str
    value: str
