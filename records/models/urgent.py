"""Grave and urgent matters (article 25): the report, and the log of what was done."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Text
from sqlmodel import Field, SQLModel

from law.order import Conduct
from law.urgent import UrgentKind
from records.models.petition import new_id
from records.types import Instant, coded


class UrgentReport(SQLModel, table=True):
    """One report about a petition; at most one of a petition is open at a time.

    The two limits are computed when it is raised, by the hours that the office has set then.
    """

    __tablename__ = "urgent_report"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    kind: UrgentKind = Field(sa_type=coded(UrgentKind))
    situation: str = Field(sa_type=Text)
    conduct: Conduct | None = Field(default=None, sa_type=coded(Conduct), description="article 26")
    is_serious: bool = Field(default=False, description="of the conduct: the police are called")
    known_at: datetime = Field(sa_type=Instant)
    raised_by: str = Field(foreign_key="user.id", max_length=60)
    raised_at: datetime = Field(sa_type=Instant)
    instance_key: int | None = Field(default=None, sa_type=BigInteger)
    phone_due_at: datetime = Field(sa_type=Instant)
    written_due_at: datetime = Field(sa_type=Instant)
    phoned_at: datetime | None = Field(default=None, sa_type=Instant)
    written_at: datetime | None = Field(default=None, sa_type=Instant)
    updates: int = Field(default=0, description="续报 sent so far")
    closed_at: datetime | None = Field(default=None, sa_type=Instant)


class UrgentActKind(StrEnum):
    """What an entry of the log is about."""

    phone = "phone"
    written = "written"
    measure = "measure"
    update = "update"
    late_phone = "late_phone"
    late_written = "late_written"
    closing = "closing"


class UrgentAct(SQLModel, table=True):
    """One entry of the log; never changed."""

    __tablename__ = "urgent_act"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    urgent_id: str = Field(foreign_key="urgent_report.id", index=True, max_length=36)
    kind: UrgentActKind = Field(sa_type=coded(UrgentActKind))
    text: str = Field(default="", sa_type=Text)
    actor: str = Field(max_length=60, description="user id, or `engine`")
    at: datetime = Field(sa_type=Instant)
