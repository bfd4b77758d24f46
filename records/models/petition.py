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


class Petitioner(SQLModel, table=True):
    """Who petitions. The law needs name and address only (article 19)."""

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    name: str = Field(max_length=200)
    address: str | None = Field(default=None, max_length=500)
    phone: str | None = Field(default=None, max_length=50, index=True)
    id_number: str | None = Field(default=None, max_length=50, index=True)


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
    filed_at: datetime = Field(sa_type=Instant)
    filed_by: str | None = Field(default=None, foreign_key="user.id", max_length=60)
    petitioner_id: str = Field(foreign_key="petitioner.id", index=True, max_length=36)
    bureau_id: str = Field(foreign_key="unit.id", max_length=60)
    source_system: str | None = Field(default=None, max_length=60)
    source_id: str | None = Field(default=None, max_length=100)

    instance_key: int | None = Field(default=None, sa_type=BigInteger, index=True)
    registered_at: datetime | None = Field(default=None, sa_type=Instant)
    proposed_category: Category | None = Field(default=None, sa_type=coded(Category))
    category: Category | None = Field(default=None, sa_type=coded(Category))
    unit_id: str | None = Field(default=None, foreign_key="unit.id", index=True, max_length=60)
    dispatched_at: datetime | None = Field(default=None, sa_type=Instant)
    outcome: Outcome | None = Field(default=None, sa_type=coded(Outcome))
    answer: str | None = Field(default=None, sa_type=Text)
    closed_at: datetime | None = Field(default=None, sa_type=Instant, index=True)


class Claim(SQLModel, table=True):
    """One claim (诉求) of a petition; each is answered."""

    __table_args__ = (UniqueConstraint("petition_id", "ordinal"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    ordinal: int
    text: str = Field(sa_type=Text)
    outcome: Outcome | None = Field(default=None, sa_type=coded(Outcome))
