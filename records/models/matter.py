"""One matter (事项): a claim of a petition on its way through the units."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from law.decision_facts import SimpleGround
from law.decision_words import DispatchMode, Procedure, Route
from records.models.petition import Category, Outcome, new_id
from records.types import Instant, coded


class MatterEnd(StrEnum):
    """How a matter ended."""

    answered = "answered"  # opinion, answer of a duty, or reply to a suggestion
    imported = "imported"  # into a legal procedure of article 31 (一) to (四)
    guided = "guided"  # a visitor or letter about litigation, article 22(2)
    refused = "refused"  # 实体性不予受理
    handed_over = "handed_over"  # a sealed report, article 30
    settled = "settled"  # the agreement of both sides is performed, article 33
    withdrawn = "withdrawn"


class Matter(SQLModel, table=True):
    """One claim of a petition, handled apart. Its step comes from the engine, as the petition's.

    `round` counts how often the unit has worked on it: 1, and one more each time it is returned
    (退回重办), objected to with success, or handed on. Documents of a step exist once per round.
    """

    __table_args__ = (UniqueConstraint("petition_id", "ordinal"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    ordinal: int = Field(description="number of its claim in the petition")
    category: Category = Field(sa_type=coded(Category))
    unit_id: str = Field(foreign_key="unit.id", index=True, max_length=60)
    is_direct: bool = Field(default=False, description="filed at the unit itself, article 23(2)")
    is_sealed: bool = False
    round: int = 1
    dispatch_mode: DispatchMode = Field(default=DispatchMode.forward, sa_type=coded(DispatchMode))
    report_due_on: date | None = Field(default=None, description="of the assignment letter, D11")
    dispatched_at: datetime | None = Field(default=None, sa_type=Instant)
    received_on: date | None = Field(default=None, description="by the unit that has it now")

    route: Route | None = Field(default=None, sa_type=coded(Route))
    chosen_route: str | None = Field(default=None, max_length=40)
    procedure: Procedure | None = Field(default=None, sa_type=coded(Procedure))
    simple_ground: SimpleGround | None = Field(default=None, sa_type=coded(SimpleGround))
    accepted_on: date | None = Field(default=None, description="受理之日, article 34")
    objections_agreed: int = 0
    is_objection_refused: bool = False

    handler_id: str | None = Field(default=None, foreign_key="user.id", max_length=60)
    outcome: Outcome | None = Field(default=None, sa_type=coded(Outcome))
    facts: str | None = Field(default=None, sa_type=Text, description="facts found")
    answer: str | None = Field(default=None, sa_type=Text, description="the decision on the claim")
    legal_basis: str | None = Field(default=None, sa_type=Text)
    signed_at: datetime | None = Field(default=None, sa_type=Instant, description="the opinion")
    signed_by: str | None = Field(default=None, foreign_key="user.id", max_length=60)
    served_on: date | None = Field(default=None, description="receipt of the opinion, starts D07")
    end: MatterEnd | None = Field(default=None, sa_type=coded(MatterEnd))
    ended_at: datetime | None = Field(default=None, sa_type=Instant)


class MatterFact(SQLModel, table=True):
    """What is known of a matter that decision tables ask: a word of law.decision_facts, or true.

    `name` is the variable of the tables: litigation, arbitration_open, is_in_media ...
    """

    __tablename__ = "matter_fact"

    matter_id: str = Field(foreign_key="matter.id", primary_key=True, max_length=36)
    name: str = Field(primary_key=True, max_length=60)
    value: str = Field(max_length=60, description="true, or the word")


class InterestedHandler(SQLModel, table=True):
    """Who has a direct interest in a matter and keeps out of it (回避, article 28(3))."""

    __tablename__ = "interested_handler"

    matter_id: str = Field(foreign_key="matter.id", primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="user.id", primary_key=True, max_length=60)
    noted_at: datetime = Field(sa_type=Instant)


class ExtensionRequest(SQLModel, table=True):
    """An extension of the handling period asked for (article 34); its message has only the id."""

    __tablename__ = "extension_request"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    matter_id: str = Field(foreign_key="matter.id", index=True, max_length=36)
    days: int
    reason: str = Field(max_length=1000)
    asked_by: str = Field(foreign_key="user.id", max_length=60)
    asked_at: datetime = Field(sa_type=Instant)
    is_approved: bool | None = None
    decided_by: str | None = Field(default=None, foreign_key="user.id", max_length=60)
    decided_at: datetime | None = Field(default=None, sa_type=Instant)


class InterimAnswer(SQLModel, table=True):
    """A message while work goes on (过程性答复): it finishes nothing and stops no clock."""

    __tablename__ = "interim_answer"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=36)
    petition_id: str = Field(foreign_key="petition.id", index=True, max_length=36)
    matter_id: str | None = Field(default=None, foreign_key="matter.id", max_length=36)
    text: str = Field(sa_type=Text)
    sent_by: str = Field(foreign_key="user.id", max_length=60)
    sent_at: datetime = Field(sa_type=Instant)


class Rating(SQLModel, table=True):
    """What the petitioner thinks of bureau and unit (满意度评价); once per petition."""

    petition_id: str = Field(foreign_key="petition.id", primary_key=True, max_length=36)
    bureau: str = Field(max_length=40, description="code of the vocabulary satisfaction")
    unit: str = Field(max_length=40, description="code of the vocabulary satisfaction")
    reason: str = Field(default="", max_length=1000)
    rated_at: datetime = Field(sa_type=Instant)
