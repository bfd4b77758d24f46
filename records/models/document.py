"""Documents and their numbers: 单位代字 + 种类 +〔year〕+ serial 号."""

from datetime import date, datetime

from sqlalchemy import LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant


class NumberSeries(SQLModel, table=True):
    """The last serial given out, per unit, kind and year: gapless, never reused."""

    __tablename__ = "number_series"

    unit_id: str = Field(foreign_key="unit.id", primary_key=True, max_length=60)
    kind: str = Field(primary_key=True, max_length=60)
    year: int = Field(primary_key=True)
    last: int


class Document(SQLModel, table=True):
    """An issued document, kept as it was issued. One per step of a case and `occasion`.

    `occasion` tells apart the documents of one step: the matter's number and round ("2.1"), or the
    document that it is about; empty where a step issues one document for the petition.
    """

    __table_args__ = (UniqueConstraint("petition_id", "element_id", "occasion"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    matter_id: str | None = Field(default=None, foreign_key="matter.id", index=True, max_length=36)
    element_id: str = Field(max_length=200, description="the step that issued it, and its template")
    occasion: str = Field(default="", max_length=60)
    addressee: str = Field(
        default="petitioner", max_length=20, description="petitioner, unit, bureau, organ or file"
    )
    number: str = Field(unique=True, max_length=60)
    title: str = Field(max_length=200)
    body: str = Field(sa_type=Text, description="HTML as issued")
    sha256: str = Field(max_length=64, description="of the body")
    template_sha256: str = Field(max_length=64)
    basis: str = Field(max_length=200)
    issued_by: str = Field(foreign_key="unit.id", max_length=60)
    issued_on: date
    issued_at: datetime = Field(sa_type=Instant)


class DocumentRendition(SQLModel, table=True):
    """An issued document as printed: made when first asked for, then kept as it is."""

    __tablename__ = "document_rendition"

    document_id: str = Field(foreign_key="document.id", primary_key=True, max_length=36)
    content: bytes = Field(sa_type=LargeBinary, description="PDF")
    sha256: str = Field(max_length=64, description="of the content")
    pages: int
    renderer: str = Field(max_length=100, description="typesetter and layout that made it")
    made_at: datetime = Field(sa_type=Instant)
