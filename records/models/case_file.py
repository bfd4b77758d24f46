"""What the office itself puts on file beside the procedure: notes, and files handed in."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from records.models.petition import new_id
from records.types import Instant, coded


class Part(StrEnum):
    """Which part of a petition its writer had in view; where a claim is sealed they are apart."""

    whole = "whole"  # nothing was sealed then
    open = "open"  # what is not sealed
    desk = "desk"  # the sealed desk: for it alone


class CaseNote(SQLModel, table=True):
    """A remark of the office on a case (办理备注), in its words of today.

    `edition` counts from 1; what it said before stands in the earlier editions.
    """

    __tablename__ = "case_note"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    part: Part = Field(sa_type=coded(Part))
    author_id: str = Field(foreign_key="user.id", max_length=60)
    written_at: datetime = Field(sa_type=Instant)
    edition: int = 1
    edited_at: datetime | None = Field(default=None, sa_type=Instant)
    text: str = Field(sa_type=Text)


class CaseNoteEdition(SQLModel, table=True):
    """What a note said before it was edited; never changed, never removed."""

    __tablename__ = "case_note_edition"

    __table_args__ = (UniqueConstraint("note_id", "edition"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    note_id: str = Field(foreign_key="case_note.id", index=True, max_length=36)
    edition: int
    text: str = Field(sa_type=Text)
    written_at: datetime = Field(sa_type=Instant, description="since when it said so")


class ScanResult(StrEnum):
    """What a virus scanner said of a file. One with a virus is not taken."""

    not_scanned = "not_scanned"  # no scanner is set up
    clean = "clean"


class Attachment(SQLModel, table=True):
    """A file of a case. Its bytes are kept outside the database, under their hash.

    A removed one stays as a row, the trace of what was there; its bytes are gone.
    """

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    part: Part = Field(sa_type=coded(Part))
    name: str = Field(max_length=200, description="as its bringer called it")
    kind: str = Field(max_length=20, description="code of records.case_file.kinds, by content")
    size: int = Field(description="bytes")
    sha256: str = Field(max_length=64, index=True)
    scan: ScanResult = Field(sa_type=coded(ScanResult))
    uploaded_by: str = Field(foreign_key="user.id", max_length=60)
    uploaded_at: datetime = Field(sa_type=Instant)
    removed_at: datetime | None = Field(default=None, sa_type=Instant)
