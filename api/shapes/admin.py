"""Administration: people with their roles, units as a tree."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from api.shapes.common import Code, Moment, Named, storable

Short = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=255), AfterValidator(storable)
]


class RoleOut(BaseModel):
    """A role in a unit."""

    role: str
    unit: Named


class PersonOut(BaseModel):
    """An account."""

    id: str
    name: str
    is_active: bool
    must_change_password: bool
    has_password: bool
    subject: str | None = Field(description="identifier at the identity provider")
    locked_until: Moment | None = Field(description="locked after failed sign-ins until then")
    roles: list[RoleOut]


class People(BaseModel):
    """A page of accounts by id; send `next` as `cursor` for the following one."""

    people: list[PersonOut]
    next: str | None


class PersonIn(BaseModel):
    """A new account."""

    id: Code = Field(description="letters, digits, . - and _; stands in the audit trail")
    name: Short
    subject: Short | None = None
    has_password: bool = Field(True, description="false: only by the identity provider")


class PersonChange(BaseModel):
    """Name and identifier as they shall be."""

    name: Short
    subject: Short | None = None


class Opening(BaseModel):
    """Whether the account may sign in."""

    is_active: bool


class PersonMade(PersonOut):
    """The account, with the temporary password: it is shown this once."""

    password: str | None = Field(description="to be changed at the first sign-in")


class UnitOut(BaseModel):
    """A unit in its place in the tree."""

    id: str
    name: str
    designation: str
    division: str
    serial: str
    kind: str
    level: str | None
    parent: str | None
    depth: int = Field(description="0 at the top")
    dissolved_on: date | None
    people: int = Field(description="active accounts with a role in it")


class Units(BaseModel):
    """Every unit, each before those below it."""

    units: list[UnitOut]


class UnitIn(BaseModel):
    """A new unit."""

    id: Code
    name: Short
    designation: Short = Field(description="代字, opens the document number")
    division: Short = Field(description="six-digit division code")
    serial: Short = Field(description="two digits within the division")
    kind: Code = "department"
    level: Code | None = None
    parent: Code | None = None
    in_force_from: date | None = None


class Parent(BaseModel):
    """The unit above; null at the top."""

    parent: Code | None
