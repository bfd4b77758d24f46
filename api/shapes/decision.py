"""What decision tables proposed, why, and what a person decided."""

from typing import Any

from pydantic import BaseModel, Field

from api.shapes.common import Key, Moment, Named


class Value(BaseModel):
    """One input or output of a table, with its words."""

    id: str = Field(description="id of the input column, name of the output")
    label: str
    value: Any = Field(description="as the engine has it: a code, a flag, a list of codes")
    text: str


class RuleHit(BaseModel):
    """A rule that matched, in the words of the version that was evaluated."""

    id: str
    number: int | None = Field(description="row of the table, from 1")
    description: str
    basis: list[str] = Field(description="ids of legal sources, as in regulation_2022:30")
    cited: list[str] = Field(description="the same in words")


class Verdict(BaseModel):
    """What a person decided about a proposal, at which task."""

    task_key: Key
    values: list[Value]
    is_override: bool
    reason: str | None = Field(description="given when the proposal is not followed")
    by: Named
    at: Moment


class Evaluation(BaseModel):
    """One evaluation of a decision table: what it read, which rules answered, what came of it."""

    key: Key
    decision_id: str
    name: str
    version: int
    element_id: str | None = Field(description="the step that asked")
    state: str = Field(description="evaluated, failed")
    evaluated_at: Moment
    is_proposal: bool = Field(description="a person decides about it")
    inputs: list[Value]
    outputs: list[Value] = Field(description="without the basis, which stands with the rules")
    rules: list[RuleHit]
    decided: Verdict | None = None
