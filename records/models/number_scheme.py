"""How numbers are written, from which day on."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Integer, UniqueConstraint
from sqlmodel import Field, SQLModel

from records.types import Instant, coded


class Numbered(StrEnum):
    """What gets a number of a scheme."""

    petition = "petition"
    document = "document"


class NumberScheme(SQLModel, table=True):
    """A pattern and the days it holds, both ends included. The latest that has begun is used."""

    __tablename__ = "number_scheme"

    __table_args__ = (UniqueConstraint("what", "in_force_from"),)

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    what: Numbered = Field(sa_type=coded(Numbered))
    pattern: str = Field(max_length=120)
    in_force_from: date
    in_force_to: date | None = None
    reason: str = Field(max_length=300)
    actor: str = Field(max_length=60)
    at: datetime = Field(sa_type=Instant)
