"""Serving a document (送达): every attempt, and the day that counts as receipt."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from law.service import Way
from records.models.petition import new_id
from records.types import Instant, coded


class DocumentService(SQLModel, table=True):
    """One attempt to serve a document. `received_on` is set when it succeeded, by law.service."""

    __tablename__ = "document_service"

    __table_args__ = (UniqueConstraint("document_id", "ordinal"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    document_id: str = Field(foreign_key="document.id", index=True, max_length=36)
    ordinal: int
    way: Way = Field(sa_type=coded(Way))
    on: date = Field(description="receipt signed, left, arrived, returned slip or published")
    is_served: bool
    is_proved: bool = True
    refused: bool = False
    consented: bool = False
    recipient: str = Field(default="", max_length=200, description="who signed, if another")
    relation: str = Field(default="", max_length=200, description="of that person")
    witness: str = Field(default="", max_length=200)
    place: str = Field(default="", max_length=500)
    note: str = Field(default="", max_length=1000)
    received_on: date | None = None
    server_id: str = Field(max_length=60, description="user id, or `engine`")
    recorded_at: datetime = Field(sa_type=Instant)
