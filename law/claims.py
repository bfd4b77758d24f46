"""Several claims in one petition: parts that go separate ways, and one answer to all.

Regulation 22(2), 30(3), 31: a report on an official is sealed and taken out; claims on different
routes are handled apart. 32(1): each claim is answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from law.decision_words import Route


@dataclass(frozen=True)
class ClaimFacts:
    """One claim: its number in the petition, its route, whether sealed, whether answered."""

    ordinal: int
    route: Route
    is_sealed: bool = False
    is_answered: bool = False


@dataclass(frozen=True)
class Part:
    """Claims that are handled together. An open part never names a sealed one."""

    route: Route
    is_sealed: bool
    ordinals: tuple[int, ...]


def parts_of(claims: Sequence[ClaimFacts]) -> list[Part]:
    """The parts a petition falls into, in the order of their first claims."""
    grouped: dict[tuple[Route, bool], list[int]] = {}
    for claim in claims:
        grouped.setdefault((claim.route, claim.is_sealed), []).append(claim.ordinal)
    return [
        Part(route, is_sealed, tuple(ordinals)) for (route, is_sealed), ordinals in grouped.items()
    ]


def unanswered(claims: Sequence[ClaimFacts]) -> list[int]:
    """The claims that still need an answer before the case can close."""
    return [claim.ordinal for claim in claims if not claim.is_answered]
