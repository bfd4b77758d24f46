"""How a decision table is tested: facts go to the engine, a rule and its answer come back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.channel import open_channel
from engine.gateway import EvaluatedDecision, Gateway
from tests.running import Running


@dataclass(frozen=True)
class Row:
    """One case: the place it proves, what it says, the rule to match and the values it answers.

    `answer` holds the outputs in the order of the table, `basis` last.
    """

    place: str
    says: str
    rule: str
    facts: Mapping[str, Any]
    answer: tuple[str | bool, ...]

    def __str__(self) -> str:
        return f"{self.place}: {self.says}"


async def evaluated(
    xinfang: Running, decision_id: str, facts: Mapping[str, Any]
) -> EvaluatedDecision:
    """What the deployed table says to these variables."""
    async with open_channel(xinfang.broker_state()["grpc"]) as channel:
        return await Gateway(channel).evaluate_decision(decision_id, facts)


async def check_row(xinfang: Running, decision_id: str, row: Row, outputs: tuple[str, ...]) -> None:
    """The row's rule alone matches, and answers what the row says."""
    found = await evaluated(xinfang, decision_id, row.facts)
    assert found.rule_ids == (row.rule,)
    assert found.output == dict(zip(outputs, row.answer, strict=True))
