"""The petition itself: who asks (信访人), what is asked (信访事项), claim by claim (诉求)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import BigInteger, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from records.types import Instant, coded


def new_id() -> str:
    """A new random id, as text."""
    return str(uuid4())


class PetitionForm(StrEnum):
    """信访形式 (article 17)."""

    online = "online"
    letter = "letter"
    phone = "phone"
    fax = "fax"
    visit = "visit"


class Category(StrEnum):
    """信访目的, the six of articles 29 to 31."""

    proposal = "proposal"
    opinion = "opinion"
    report = "report"
    accusation = "accusation"
    appeal = "appeal"
    claim = "claim"


class Outcome(StrEnum):
    """Result of handling (article 32)."""

    support = "support"
    explain = "explain"
    reject = "reject"


class PetitionEnd(StrEnum):
    """How a petition was closed: the end events of bpmn/petition.bpmn."""

    finished = "finished"  # 办结
    guided = "guided"  # 引导、导入法定途径
    repeated = "repeated"  # 重复，已告知进展
    refused = "refused"  # 不予受理
    no_longer_accepted = "no_longer_accepted"  # 不再受理
    withdrawn = "withdrawn"  # 撤回


class Petitioner(SQLModel, table=True):
    """Who petitions. The law needs name and address only (article 19).

    `address` is where notices go (送达地址).
    """

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    name: str = Field(max_length=200, description="empty for who stays anonymous")
    former_name: str | None = Field(default=None, max_length=200)
    address: str | None = Field(default=None, max_length=500)
    phone: str | None = Field(default=None, max_length=50, index=True)
    id_number: str | None = Field(default=None, max_length=50, index=True)
    certificate_type: str | None = Field(default=None, max_length=40)
    household_address: str | None = Field(default=None, max_length=500, description="户籍地")
    residence: str | None = Field(default=None, max_length=500, description="常住地")
    email: str | None = Field(default=None, max_length=200)
    employer: str | None = Field(default=None, max_length=200)
    accepts_electronic: bool = Field(default=False, description="agreed to electronic service")
    is_verified: bool = Field(default=False, description="an identity document was seen")


class Petition(SQLModel, table=True):
    """One petition. There is no status column: the step it is in comes from the engine."""

    __table_args__ = (UniqueConstraint("source_system", "source_id"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    number: str = Field(unique=True, max_length=40)
    query_code: str = Field(unique=True, max_length=10)
    form: PetitionForm = Field(sa_type=coded(PetitionForm))
    subject: str = Field(max_length=300)
    text: str = Field(sa_type=Text)
    received_on: date = Field(index=True)
    posted_on: date | None = Field(default=None, description="postmark of what came by post")
    filed_at: datetime = Field(sa_type=Instant)
    filed_by: str | None = Field(default=None, foreign_key="user.id", max_length=60)
    petitioner_id: str = Field(foreign_key="petitioner.id", index=True, max_length=36)
    bureau_id: str = Field(foreign_key="unit.id", max_length=60)
    source_system: str | None = Field(default=None, max_length=60)
    source_id: str | None = Field(default=None, max_length=100)
    people: int = Field(default=1, description="信访人数")
    incident_place: str | None = Field(default=None, max_length=500, description="事发地")
    division: str | None = Field(default=None, max_length=12, description="问题属地")
    content_class: str | None = Field(default=None, max_length=12, description="内容分类")
    is_name_clear: bool = Field(default=True, description="name and address are clear, 23(2)")
    is_read_back: bool = Field(default=False, description="oral: written down, read back, signed")
    repetition: str | None = Field(default=None, max_length=40, description="as judged at intake")

    instance_key: int | None = Field(default=None, sa_type=BigInteger, index=True)
    registered_at: datetime | None = Field(default=None, sa_type=Instant)
    proposed_category: Category | None = Field(default=None, sa_type=coded(Category))
    category: Category | None = Field(default=None, sa_type=coded(Category))
    unit_id: str | None = Field(default=None, foreign_key="unit.id", index=True, max_length=60)
    dispatched_at: datetime | None = Field(default=None, sa_type=Instant)
    outcome: Outcome | None = Field(default=None, sa_type=coded(Outcome))
    answer: str | None = Field(default=None, sa_type=Text)
    is_sealed: bool = Field(default=False, index=True, description="every matter is sealed")
    closed_at: datetime | None = Field(default=None, sa_type=Instant, index=True)
    end: PetitionEnd | None = Field(default=None, sa_type=coded(PetitionEnd))


class Claim(SQLModel, table=True):
    """One claim (诉求) of a petition; each is answered."""

    __table_args__ = (UniqueConstraint("petition_id", "ordinal"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    ordinal: int
    text: str = Field(sa_type=Text)
    outcome: Outcome | None = Field(default=None, sa_type=coded(Outcome))
