"""Signing in."""

from typing import Annotated

from pydantic import BaseModel, StringConstraints

from api.shapes.common import Code, Moment
from records.people import Person


class Credentials(BaseModel):
    """User name and password."""

    user: Code
    password: Annotated[str, StringConstraints(max_length=1000)]


class Who(BaseModel):
    """Who is signed in, and their groups `role@unit`."""

    id: str
    name: str
    language: str
    groups: list[str]


class SignedIn(Who):
    """A new sign-in: send the token as `Authorization: Bearer ...`, or use the cookie."""

    token: str
    expires_at: Moment


def who(person: Person) -> Who:
    """The person as the API shows them."""
    return Who(
        id=person.id, name=person.name, language=person.language, groups=sorted(person.groups)
    )
