"""Requests about a running case, as they are handed in, and what became of them."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import Code, LongText, storable
from law.decision_facts import RouteChoice, SupervisionTrigger
from law.decision_words import Route
from law.service import Way
from records.supervisions.start import BY_HAND

Reason = Annotated[LongText, StringConstraints(max_length=1000)]
Ordinal = Annotated[int, Field(ge=1, le=1000)]
Note = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=1000), AfterValidator(storable)
]
Name = Annotated[Note, StringConstraints(max_length=200)]


class WithdrawalIn(BaseModel):
    """The petitioner takes the petition back (撤回)."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason
    is_written: bool = Field(description="a signed statement is on file")
    in_public_interest: bool = Field(
        default=True, description="of a report: it goes on; said by the sealed desk only"
    )


class WithdrawnOut(BaseModel):
    """What the withdrawal ends: all of it, or the matters with these numbers.

    A report on an official may go on in the public interest: then nothing ends.
    """

    petition: bool
    matters: list[int]


class RouteIn(BaseModel):
    """The route that the petitioner chose (article 31)."""

    model_config = ConfigDict(extra="forbid")

    route: RouteChoice


class RouteCorrectionIn(BaseModel):
    """The right route of a matter whose route was wrong (article 31), and why."""

    model_config = ConfigDict(extra="forbid")

    route: Route
    reason: Reason


class TransferIn(BaseModel):
    """The unit that gets a matter that another one handles, and why (article 22)."""

    model_config = ConfigDict(extra="forbid")

    unit: Code
    reason: Reason


class RecusalIn(BaseModel):
    """Who keeps out of a matter, who follows if it is the handler, and why (article 28(3))."""

    model_config = ConfigDict(extra="forbid")

    user: Code
    handler: Code | None = None
    reason: Reason


class InterimAnswerIn(BaseModel):
    """A message to the petitioner; it finishes nothing. `matter`: number, if about one only."""

    model_config = ConfigDict(extra="forbid")

    text: LongText
    matter: Ordinal | None = None


class RatingIn(BaseModel):
    """What the petitioner thinks of bureau and unit: codes of the vocabulary satisfaction."""

    model_config = ConfigDict(extra="forbid")

    bureau: Code
    unit: Code
    reason: Note = Field(default="", description="needed from who is not satisfied")


def _by_hand(trigger: SupervisionTrigger) -> SupervisionTrigger:
    if trigger not in BY_HAND:
        message = "this is found by the clocks and the records, not by hand"
        raise ValueError(message)
    return trigger


class SupervisionIn(BaseModel):
    """A supervision ordered by hand; `matter`: number, if about one only."""

    model_config = ConfigDict(extra="forbid")

    trigger: Annotated[SupervisionTrigger, AfterValidator(_by_hand)]
    reason: Reason
    matter: Ordinal | None = None


class ServiceIn(BaseModel):
    """One attempt to serve a document (送达), recorded by hand."""

    model_config = ConfigDict(extra="forbid")

    way: Way
    on: date
    is_served: bool = True
    is_proved: bool = Field(
        default=True, description="receipt or slip on file; of one left: witness or pictures"
    )
    refused: bool = False
    consented: bool = Field(default=False, description="to electronic service")
    other_ways_failed: bool = False
    recipient: Name = Field(default="", description="who signed, if another")
    relation: Name = Field(default="", description="of that person to the petitioner")
    witness: Name = ""
    place: Annotated[Note, StringConstraints(max_length=500)] = ""
    note: Note = ""
