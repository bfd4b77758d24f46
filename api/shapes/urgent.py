"""Reports of grave and urgent matters (article 25)."""

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from api.shapes.common import LongText, Moment, Named
from api.shapes.requests import Reason
from law.order import Conduct, OrderStep
from law.urgent import UrgentKind
from records.models.urgent import UrgentActKind


class UrgentReportIn(BaseModel):
    """A matter becomes grave or urgent. `conduct` is one of the six of article 26, if any."""

    model_config = ConfigDict(extra="forbid")

    kind: UrgentKind
    situation: LongText
    known_at: AwareDatetime | None = Field(default=None, description="now, unless said otherwise")
    conduct: Conduct | None = None
    is_serious: bool = Field(default=False, description="of the conduct: the police are called")


class MeasureIn(BaseModel):
    """What was done about it."""

    model_config = ConfigDict(extra="forbid")

    text: Reason


class UrgentActOut(BaseModel):
    """One entry of the log."""

    kind: UrgentActKind
    text: str
    actor: Named
    at: Moment


class UrgentReportOut(BaseModel):
    """One report. The limits are hours that the office has set; the article says in time."""

    kind: UrgentKind
    situation: str
    conduct: Conduct | None
    order_steps: list[OrderStep] = Field(description="what is done about the conduct")
    known_at: Moment
    raised_by: Named
    phone_due_at: Moment
    written_due_at: Moment
    phoned_at: Moment | None
    written_at: Moment | None
    is_phone_late: bool
    is_written_late: bool
    closed_at: Moment | None
    acts: list[UrgentActOut]
