"""Mediation and settlement (调解、和解, article 33): consents, agreement, what became of it."""

from datetime import date, datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from law.mediation import AgreementKind
from records.models.petition import new_id
from records.types import Instant, coded


class Mediation(SQLModel, table=True):
    """One attempt. What is None has not been answered, or not been come to."""

    __table_args__ = (UniqueConstraint("matter_id", "ordinal"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    matter_id: str = Field(foreign_key="matter.id", index=True, max_length=36)
    ordinal: int
    other_side: str = Field(default="", max_length=500, description="the other party's name")
    within_discretion: bool
    petitioner_agrees: bool
    other_side_agrees: bool
    asked_by: str = Field(foreign_key="user.id", max_length=60)
    asked_at: datetime = Field(sa_type=Instant)

    mediator: str = Field(default="", max_length=500, description="names; none at a settlement")
    is_agreed: bool | None = None
    kind: AgreementKind | None = Field(default=None, sa_type=coded(AgreementKind))
    is_oral: bool = Field(default=False, description="reached by word, then written down")
    parties: str = Field(default="", max_length=1000)
    dispute: str = Field(default="", sa_type=Text, description="facts and what is disputed")
    content: str = Field(default="", sa_type=Text)
    way: str = Field(default="", max_length=1000, description="of performance")
    agreed_on: date | None = Field(default=None, description="it takes effect, D19 and D26 start")
    perform_until: date | None = None

    is_confirmation_wanted: bool = Field(default=False, description="司法确认")
    confirmation_asked_on: date | None = None
    is_confirmed: bool | None = None
    confirmation_answered_on: date | None = None
    is_performed: bool | None = None
    performed_on: date | None = None
