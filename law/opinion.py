"""What a written opinion contains (regulation 32(1)); an interim answer (过程性答复) is none.

An interim answer may be sent as a message. It finishes nothing and stops no clock, however long.
Whether facts and reasons convince is left to the legal reviewer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from law.errors import InterimAnswer, OpinionIncomplete

PARTS = ("requests", "facts_and_reasons", "decision", "legal_basis")


@dataclass(frozen=True)
class OpinionFacts:
    """Whether each part is there. `unanswered`: numbers of claims without an outcome."""

    requests: bool
    facts_and_reasons: bool
    decision: bool
    legal_basis: bool
    unanswered: Sequence[int] = field(default=())
    is_interim: bool = False


def check_opinion(opinion: OpinionFacts) -> None:
    """Whether the answer finishes the handling of the matter.

    Raises:
        InterimAnswer: it says only that work goes on.
        OpinionIncomplete: parts are missing, or claims have no outcome; named in the message.
    """
    if opinion.is_interim:
        raise InterimAnswer
    missing = [part for part in PARTS if not getattr(opinion, part)]
    missing += [f"claim {ordinal}" for ordinal in opinion.unanswered]
    if missing:
        raise OpinionIncomplete(", ".join(missing))
