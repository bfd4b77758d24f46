"""Administrative divisions (行政区划)."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field, SQLModel

from records.types import coded


class DivisionLevel(StrEnum):
    """省、市、县、乡: codes of two, four, six and nine digits."""

    province = "province"
    city = "city"
    county = "county"
    township = "township"


class Division(SQLModel, table=True):
    """One division. Some are no places but stand for the level between (市辖区, 县)."""

    code: str = Field(primary_key=True, max_length=12)
    name: str = Field(max_length=100, index=True)
    parent_code: str | None = Field(
        default=None, foreign_key="division.code", index=True, max_length=12
    )
    level: DivisionLevel = Field(sa_type=coded(DivisionLevel))
    is_place: bool = True
    in_force_from: date | None = None
    in_force_to: date | None = None
