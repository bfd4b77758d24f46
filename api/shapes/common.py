"""Kinds of values that many shapes share."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Path
from pydantic import AfterValidator, BaseModel, BeforeValidator, PlainSerializer, StringConstraints

from law.instants import SHANGHAI

LARGEST_KEY = 2**63 - 1


def shanghai(moment: datetime) -> datetime:
    """The same moment, in Asia/Shanghai."""
    return moment.astimezone(SHANGHAI)


def from_millis(millis: int) -> datetime:
    """A journal time (epoch milliseconds) as a moment in Asia/Shanghai."""
    return datetime.fromtimestamp(millis / 1000, UTC).astimezone(SHANGHAI)


def end_from_millis(millis: int | None) -> datetime | None:
    """The same for an end, which may not have come."""
    return None if millis is None else from_millis(millis)


def is_storable(value: object) -> bool:
    """Whether every text in this JSON value can be stored: no NUL, no halves of surrogate pairs."""
    match value:
        case str():
            return "\x00" not in value and not any("\ud800" <= c <= "\udfff" for c in value)
        case dict():
            return all(is_storable(key) and is_storable(item) for key, item in value.items())
        case list():
            return all(is_storable(item) for item in value)
        case _:
            return True


def storable(value: Any) -> Any:  # noqa: ANN401 - any JSON value, given back as it is
    """The value itself. Raises ValueError when no database would take it."""
    if not is_storable(value):
        raise ValueError("not storable")
    return value


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) else value


Moment = Annotated[
    datetime,
    PlainSerializer(lambda value: shanghai(value).isoformat(timespec="seconds"), return_type=str),
]
Key = Annotated[str, BeforeValidator(_as_text)]
KeyInPath = Annotated[int, Path(ge=0, le=LARGEST_KEY, description="engine key")]
Code = Annotated[str, StringConstraints(max_length=200), AfterValidator(storable)]
Search = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=100), AfterValidator(storable)
]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    AfterValidator(storable),
]
LongText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=50_000),
    AfterValidator(storable),
]


class Named(BaseModel):
    """An id with its name in the language of the answer."""

    id: str
    name: str


class Fault(BaseModel):
    """What is wrong with one field."""

    key: str
    message: str
    label: str | None = None


class ChangeTold(BaseModel):
    """What somebody else changed meanwhile."""

    version: int
    kind: str
    text: str
    by: Named
    at: Moment


class ErrorBody(BaseModel):
    """Every error: its name, what to do, and the fields concerned where there are some.

    `TaskChanged` says what others changed, and the version to send once that has been read.
    """

    error: str
    detail: str
    errors: list[Fault] | None = None
    changes: list[ChangeTold] | None = None
    version: int | None = None


JsonObject = Annotated[dict[str, Any], AfterValidator(storable)]
