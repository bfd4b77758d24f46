"""What people ask of a statutory clock: pause it, let it run again, correct where it starts."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import LongText

Reason = Annotated[LongText, StringConstraints(max_length=1000)]


class PauseIn(BaseModel):
    """Days that do not count, as hearing time in re-review (article 36)."""

    model_config = ConfigDict(extra="forbid")

    first_day: date | None = Field(default=None, description="first day that does not count: today")
    until: date | None = Field(default=None, description="first day that counts again, if known")
    reason: Reason


class ResumptionIn(BaseModel):
    """The pause is over."""

    model_config = ConfigDict(extra="forbid")

    first_day: date | None = Field(default=None, description="first day that counts again: today")
    reason: Reason


class ReceiptIn(BaseModel):
    """The day the period really starts from."""

    model_config = ConfigDict(extra="forbid")

    received_on: date
    reason: Reason
