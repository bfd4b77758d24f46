"""Vocabularies: codes with names, dated and append-only, so that an old case keeps its words."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Integer, UniqueConstraint
from sqlmodel import Field, SQLModel

from law.clock_rule import Mark
from records.types import Instant, coded


class Origin(StrEnum):
    """Who wrote a row. Upgrades leave alone what the office wrote."""

    shipped = "shipped"
    office = "office"


class Vocabulary(SQLModel, table=True):
    """A list of codes. `basis` is an id of law.sources."""

    id: str = Field(primary_key=True, max_length=40)
    name_zh: str = Field(max_length=100)
    name_en: str = Field(max_length=100)
    basis: str = Field(max_length=60)
    mark: Mark = Field(sa_type=coded(Mark))


class VocabularyEdition(SQLModel, table=True):
    """One change of a vocabulary: who, when, why. Its id is the version of the vocabulary."""

    __tablename__ = "vocabulary_edition"

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    vocabulary_id: str = Field(foreign_key="vocabulary.id", index=True, max_length=40)
    origin: Origin = Field(sa_type=coded(Origin))
    actor: str = Field(max_length=60)
    reason: str = Field(max_length=300)
    at: datetime = Field(sa_type=Instant)


class VocabularyTerm(SQLModel, table=True):
    """A code with its names from one day to another; both days belong to it.

    A change closes the row (`in_force_to`, `closed_by`) and adds another; names are never written
    over. `maps_to` holds `vocabulary:code` pairs that stand for it elsewhere, divided by blanks.
    """

    __tablename__ = "vocabulary_term"

    __table_args__ = (UniqueConstraint("vocabulary_id", "code", "in_force_from"),)

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    vocabulary_id: str = Field(foreign_key="vocabulary.id", max_length=40)
    code: str = Field(max_length=40)
    parent_code: str | None = Field(default=None, max_length=40)
    name_zh: str = Field(max_length=200)
    name_en: str = Field(max_length=200)
    position: int = Field(description="order among its neighbours")
    basis: str = Field(max_length=60)
    mark: Mark = Field(sa_type=coded(Mark))
    national_code: str | None = Field(default=None, max_length=40)
    maps_to: str = Field(default="", max_length=200)
    origin: Origin = Field(sa_type=coded(Origin))
    in_force_from: date
    in_force_to: date | None = None
    added_by: int = Field(
        foreign_key="vocabulary_edition.id", sa_type=BigInteger().with_variant(Integer, "sqlite")
    )
    closed_by: int | None = Field(
        default=None,
        foreign_key="vocabulary_edition.id",
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
