"""Signing in."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from api.shapes.common import Code, Moment, Named, storable
from records.people import Person


class Credentials(BaseModel):
    """User name and password."""

    user: Code
    password: Annotated[str, StringConstraints(max_length=1000)]


class NewPassword(BaseModel):
    """The password as it is and as it shall be."""

    current: Annotated[str, StringConstraints(max_length=1000)]
    password: Annotated[str, StringConstraints(max_length=1000), AfterValidator(storable)]


class Who(BaseModel):
    """Who is signed in, and their groups `role@unit`."""

    id: str
    name: str
    language: str
    groups: list[str] = Field(description="with those of the people they stand in for")
    represents: list[Named] = Field(description="whom they stand in for today")
    must_change_password: bool = Field(description="first of all, with POST /api/session/password")


class SignedIn(Who):
    """A new sign-in: send the token as `Authorization: Bearer ...`, or use the cookie."""

    token: str
    expires_at: Moment


def who(person: Person) -> Who:
    """The person as the API shows them."""
    return Who(
        id=person.id,
        name=person.name,
        language=person.language,
        groups=sorted(person.groups),
        represents=[Named(id=one.id, name=one.name) for one in person.represents],
        must_change_password=person.must_change_password,
    )
