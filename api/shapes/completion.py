"""Completing a registration record later."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import Code, Words
from api.shapes.filing import (
    DIVISION,
    Address,
    AgentIn,
    Certificate,
    CompanionIn,
    EarlierStepIn,
    Name,
    NameOrNone,
    Phone,
)


class CompletionIn(BaseModel):
    """What the window had left out. Nothing is overwritten; rows are added to the lists."""

    model_config = ConfigDict(extra="forbid")

    petitioner_name: NameOrNone = ""
    former_name: Name | None = None
    certificate_type: Code | None = None
    id_number: Certificate | None = None
    is_verified: bool = False
    household_address: Address | None = None
    residence: Address | None = None
    address: Address | None = None
    phone: Phone | None = None
    email: Annotated[Words, StringConstraints(max_length=200)] | None = None
    employer: Name | None = None
    accepts_electronic: bool = False
    is_name_clear: bool = Field(default=False, description="name and address are clear by now")
    is_spokesperson: bool = False
    incident_place: Address | None = None
    division: Annotated[Code, StringConstraints(pattern=DIVISION)] | None = None
    content_class: Code | None = None
    course: Annotated[list[EarlierStepIn], Field(max_length=100)] = []
    companions: Annotated[list[CompanionIn], Field(max_length=500)] = []
    agents: Annotated[list[AgentIn], Field(max_length=10)] = []
    flags: Annotated[list[Code], Field(max_length=50)] = []


class Completed(BaseModel):
    """Names of the fields that were added."""

    added: list[str]
