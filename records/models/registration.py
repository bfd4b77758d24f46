"""The rest of the registration record: companions, agents, the course so far, and flags."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant, coded


class Companion(SQLModel, table=True):
    """Somebody who petitions together with the petitioner (随访人、联名人); all are listed.

    At most five speak for a group that visits (article 20(3)).
    """

    __table_args__ = (UniqueConstraint("petition_id", "ordinal"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    ordinal: int
    name: str = Field(max_length=200)
    id_number: str | None = Field(default=None, max_length=50)
    phone: str | None = Field(default=None, max_length=50)
    address: str | None = Field(default=None, max_length=500)
    is_representative: bool = False


class Standing(StrEnum):
    """In what capacity somebody acts for the petitioner; see law.representation."""

    agent = "agent"
    guardian = "guardian"
    successor = "successor"


class Agent(SQLModel, table=True):
    """Who acts for the petitioner (代理人、监护人、承继人)."""

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    standing: Standing = Field(sa_type=coded(Standing))
    name: str = Field(max_length=200)
    phone: str | None = Field(default=None, max_length=50)
    has_mandate: bool = Field(default=False, description="授权委托书 or proof of the standing")


class EarlierStep(SQLModel, table=True):
    """One step of the course before this petition (信访过程): when, where, with what result."""

    __tablename__ = "earlier_step"

    __table_args__ = (UniqueConstraint("petition_id", "ordinal"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    ordinal: int
    on: date | None = None
    organ: str = Field(max_length=200)
    what: str = Field(sa_type=Text)


class PetitionFlag(SQLModel, table=True):
    """A flag of the registration record: a code of the vocabulary case_flag."""

    __tablename__ = "petition_flag"

    petition_id: str = Field(foreign_key="petition.id", primary_key=True, max_length=36)
    flag: str = Field(primary_key=True, max_length=60)


class RelatedPetition(SQLModel, table=True):
    """An earlier petition that a person found to be about the same matter: linked, not merged."""

    __tablename__ = "related_petition"

    petition_id: str = Field(foreign_key="petition.id", primary_key=True, max_length=36)
    earlier_id: str = Field(foreign_key="petition.id", primary_key=True, max_length=36)
    same_person: bool = True
    linked_by: str = Field(foreign_key="user.id", max_length=60)
    linked_at: datetime = Field(sa_type=Instant)
