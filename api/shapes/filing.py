"""Filing a petition: the registration record as it is handed in, and looking for earlier ones."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import Code, LongText, Words, storable
from records.models.petition import PetitionForm
from records.models.registration import Standing

Name = Annotated[Words, StringConstraints(max_length=200)]
Address = Annotated[Words, StringConstraints(max_length=500)]
Phone = Annotated[Words, StringConstraints(max_length=50)]
Certificate = Annotated[Words, StringConstraints(max_length=50)]
NameOrNone = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=200), AfterValidator(storable)
]
DIVISION = r"^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$"


class Source(BaseModel):
    """Where a petition came from: recognises it when it comes again."""

    system: Annotated[Words, StringConstraints(max_length=60)]
    id: Annotated[Words, StringConstraints(max_length=100)]


class CompanionIn(BaseModel):
    """Who petitions along (随访人、联名人). At most five speak for a visit of many (20(3))."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    id_number: Certificate | None = None
    phone: Phone | None = None
    address: Address | None = None
    is_representative: bool = False


class AgentIn(BaseModel):
    """Who acts for the petitioner (代理人、监护人、承继人)."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    standing: Standing = Standing.agent
    phone: Phone | None = None
    has_mandate: bool = Field(default=False, description="授权委托书 or proof was shown")


class EarlierStepIn(BaseModel):
    """One step of the course so far (信访过程)."""

    model_config = ConfigDict(extra="forbid")

    organ: Name
    what: LongText
    on: date | None = None


class NewPetitionIn(BaseModel):
    """What intake knows of a petition. The law needs name and address only (article 19).

    Without a name it is anonymous. Nothing but form, subject and text hinders filing.
    """

    model_config = ConfigDict(extra="forbid")

    form: PetitionForm
    subject: Words
    text: LongText
    petitioner_name: NameOrNone = Field(default="", description="empty: anonymous")
    former_name: Name | None = None
    received_on: date | None = Field(default=None, description="today when it is left out")
    posted_on: date | None = Field(
        default=None, description="postmark of what came by post: posted in time is in time"
    )
    bureau: Code | None = Field(
        default=None, description="bureau or unit it came to; your own when it is left out"
    )
    certificate_type: Code | None = Field(default=None, description="of that vocabulary")
    id_number: Certificate | None = None
    is_verified: bool = Field(default=False, description="an identity document was seen")
    household_address: Address | None = Field(default=None, description="户籍地")
    residence: Address | None = Field(default=None, description="常住地")
    address: Address | None = Field(default=None, description="送达地址")
    phone: Phone | None = None
    email: Annotated[Words, StringConstraints(max_length=200)] | None = None
    employer: Name | None = None
    accepts_electronic: bool = Field(default=False, description="agreed to electronic service")
    is_name_clear: bool = Field(
        default=True, description="name and address are clear; else no notice is owed (23(2))"
    )
    people: Annotated[int, Field(ge=1, le=100_000, description="信访人数")] = 1
    is_spokesperson: bool = Field(
        default=False, description="the petitioner is one of the representatives (20(3))"
    )
    incident_place: Address | None = Field(default=None, description="事发地")
    division: Annotated[Code, StringConstraints(pattern=DIVISION)] | None = Field(
        default=None, description="问题属地"
    )
    content_class: Code | None = Field(default=None, description="of that vocabulary")
    is_read_back: bool = Field(
        default=True, description="visit and phone: written down, read back and signed"
    )
    claims: Annotated[list[LongText], Field(max_length=50)] = []
    course: Annotated[list[EarlierStepIn], Field(max_length=100)] = []
    companions: Annotated[list[CompanionIn], Field(max_length=500)] = []
    agents: Annotated[list[AgentIn], Field(max_length=10)] = []
    flags: Annotated[list[Code], Field(max_length=50, description="of case_flag")] = []
    tags: Annotated[list[Code], Field(max_length=50)] = []
    source: Source | None = None


class Filed(BaseModel):
    """The petition as filed. The query code is for the petitioner: it opens the public page.

    `warnings` hinder nothing: `id_number_mistyped`.
    """

    id: str
    number: str
    query_code: str
    warnings: list[str] = []


class DuplicateQuery(BaseModel):
    """What is known of a petition before it is filed; the body of filing may be sent as it is."""

    model_config = ConfigDict(extra="ignore")

    subject: Annotated[NameOrNone, StringConstraints(max_length=300)] = ""
    text: Annotated[
        str, StringConstraints(strip_whitespace=True, max_length=50_000), AfterValidator(storable)
    ] = ""
    petitioner_name: NameOrNone = ""
    address: Address | None = None
    phone: Phone | None = None
    id_number: Certificate | None = None


class Duplicate(BaseModel):
    """A petition that may be about the same matter. `reasons`: same_phone, text 0.87, ..."""

    number: str
    subject: str
    received_on: date
    closed: bool
    reasons: list[str]
    score: float


class Duplicates(BaseModel):
    """Petitions like this one, the surest first; of those you may not see only how many."""

    candidates: list[Duplicate]
    hidden: int
