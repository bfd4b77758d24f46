"""Units (机构), what became of them, and the people who work in them."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Integer
from sqlmodel import Field, SQLModel

from law.succession import SuccessionKind
from records.types import Instant, coded


class Unit(SQLModel, table=True):
    """An organ or unit (机关、单位); units form a tree by territory and system.

    `dissolved_on` is the first day without it; its successors are in UnitSuccession.
    """

    id: str = Field(primary_key=True, max_length=60)
    name: str = Field(max_length=200)
    designation: str = Field(max_length=20, description="代字, opens the document number")
    division: str = Field(max_length=12, description="administrative division code")
    serial: str = Field(max_length=4, description="two digits within the division")
    kind: str = Field(max_length=40, description="code of the vocabulary unit_kind")
    level: str | None = Field(default=None, max_length=40, description="code of unit_level")
    parent_id: str | None = Field(default=None, foreign_key="unit.id", max_length=60)
    in_force_from: date | None = None
    dissolved_on: date | None = None
    is_demo: bool = False


class UnitSuccession(SQLModel, table=True):
    """Who carries on the powers of a unit (article 24(2)); append-only.

    No successor: abolished, and nobody named. `share` says which powers went there.
    """

    __tablename__ = "unit_succession"

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    predecessor_id: str = Field(foreign_key="unit.id", index=True, max_length=60)
    successor_id: str | None = Field(default=None, foreign_key="unit.id", index=True, max_length=60)
    kind: SuccessionKind = Field(sa_type=coded(SuccessionKind))
    on: date
    share: str = Field(default="", max_length=200)
    basis: str = Field(max_length=200, description="the document that decided it")
    note: str = Field(default="", max_length=500)
    actor: str = Field(max_length=60)
    recorded_at: datetime = Field(sa_type=Instant)


class User(SQLModel, table=True):
    """A person who signs in: with a password, or as `subject` of the identity provider.

    An empty `password_hash` fits no password.
    """

    id: str = Field(primary_key=True, max_length=60)
    name: str = Field(max_length=100)
    password_hash: str = Field(max_length=200)
    language: str = Field(default="zh", max_length=5)
    is_active: bool = True
    must_change_password: bool = Field(
        default=False, description="an administrator set it; the first sign-in changes it"
    )
    subject: str | None = Field(default=None, unique=True, index=True, max_length=255)
    is_demo: bool = False


class Membership(SQLModel, table=True):
    """A role in a unit: the candidate group `role@unit`."""

    user_id: str = Field(foreign_key="user.id", primary_key=True, max_length=60)
    role: str = Field(primary_key=True, max_length=40)
    unit_id: str = Field(foreign_key="unit.id", primary_key=True, max_length=60)


class UnitHandOver(SQLModel, table=True):
    """A unit that has ended and whose running matters its heir has taken on (article 24(2)).

    Whoever works in the heir also has the groups of the unit: its open tasks are theirs.
    """

    __tablename__ = "unit_hand_over"

    unit_id: str = Field(foreign_key="unit.id", primary_key=True, max_length=60)
    heir_id: str = Field(foreign_key="unit.id", index=True, max_length=60)
    actor: str = Field(max_length=60)
    at: datetime = Field(sa_type=Instant)
