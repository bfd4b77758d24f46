"""Units (机构) and the people who work in them."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from records.types import Instant


class Unit(SQLModel, table=True):
    """An organ or unit (机关、单位); units form a tree by territory and system."""

    id: str = Field(primary_key=True, max_length=60)
    name: str = Field(max_length=200)
    designation: str = Field(max_length=20, description="代字, opens the document number")
    division: str = Field(max_length=12, description="administrative division code")
    serial: str = Field(max_length=4, description="two digits within the division")
    kind: str = Field(max_length=40)
    parent_id: str | None = Field(default=None, foreign_key="unit.id", max_length=60)
    is_demo: bool = False


class User(SQLModel, table=True):
    """A person who signs in."""

    id: str = Field(primary_key=True, max_length=60)
    name: str = Field(max_length=100)
    password_hash: str = Field(max_length=200)
    language: str = Field(default="zh", max_length=5)
    is_active: bool = True
    is_demo: bool = False


class Membership(SQLModel, table=True):
    """A role in a unit: the candidate group `role@unit`."""

    user_id: str = Field(foreign_key="user.id", primary_key=True, max_length=60)
    role: str = Field(primary_key=True, max_length=40)
    unit_id: str = Field(foreign_key="unit.id", primary_key=True, max_length=60)


class SignIn(SQLModel, table=True):
    """A running sign-in; only a hash of its token is kept."""

    __tablename__ = "sign_in"

    token_hash: str = Field(primary_key=True, max_length=64)
    user_id: str = Field(foreign_key="user.id", index=True, max_length=60)
    expires_at: datetime = Field(sa_type=Instant)
