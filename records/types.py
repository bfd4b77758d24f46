"""Column types shared by the tables."""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum
from sqlalchemy.types import TypeDecorator


def coded(codes: type[StrEnum]) -> Enum:
    """A column that holds one of these codes as text (a new code needs no migration)."""
    return Enum(codes, native_enum=False, length=30, values_callable=lambda e: [c.value for c in e])


class Instant(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC without zone in the database (SQLite has no zones)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveMoment
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class NaiveMoment(ValueError):
    """A moment without a time zone cannot be stored: give it Asia/Shanghai or UTC."""

    def __init__(self) -> None:
        super().__init__(self.__class__.__doc__)
