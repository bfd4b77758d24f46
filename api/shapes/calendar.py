"""The work calendar: days that differ from the ordinary week, editions, what a change moves."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import LongText, Moment, Named, Words, storable
from law.calendar import DayKind

MOST_MOVES = 200  # told in one answer; the rest is counted


class DayOut(BaseModel):
    """A listed day. Dates that are not listed follow the ordinary week."""

    date: date
    kind: DayKind
    name: str
    source: str = Field(description="who says so, in words")
    provisional: bool


class EditionOut(BaseModel):
    """Where a state of the calendar came from."""

    version: str
    kind: str = Field(description="seed, notice, edit")
    source: str
    reason: str
    actor: Named
    loaded_at: Moment


class CalendarOut(BaseModel):
    """One year of the newest edition, and how far the announced years reach."""

    year: int
    is_announced: bool
    days: list[DayOut]
    edition: EditionOut
    announced_years: list[int]
    horizon: date | None = Field(description="last announced day")
    days_left: int
    is_horizon_near: bool


class DayChange(BaseModel):
    """A day before and after."""

    date: date
    before: DayOut
    after: DayOut


class ClockMove(BaseModel):
    """A running clock that would move, and what moves it."""

    petition: str
    clock: str
    name: str
    old_due: date
    new_due: date
    edition: str | None
    setting: int | None


class ChangeOut(BaseModel):
    """What a notice or an edit changes. The clocks named follow by POST /api/calendar/moves."""

    edition: str | None = Field(description="the new edition; null when nothing was written")
    changes: list[DayChange]
    clocks: list[ClockMove] = Field(description=f"the first {MOST_MOVES} clocks that would move")
    clocks_total: int


class MovedOut(BaseModel):
    """How many running clocks were moved, and how many are left for the next time."""

    moved: int
    left: int


class NoticeIn(BaseModel):
    """A holiday notice: its plain text, or the content of a JSON or CSV file."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[
        str, StringConstraints(min_length=1, max_length=200_000), AfterValidator(storable)
    ]
    source: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    dry_run: bool = False


class DayIn(BaseModel):
    """What a day is from now on, and why. `source` is an id of law.sources."""

    model_config = ConfigDict(extra="forbid")

    kind: DayKind
    name: Annotated[Words, StringConstraints(max_length=60)]
    reason: Annotated[LongText, StringConstraints(max_length=1000)]
    source: Annotated[Words, StringConstraints(max_length=120)] = "office_setting"
    dry_run: bool = False
