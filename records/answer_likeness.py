"""Answers like one that is being written: a copied answer may not fit the claim it is given to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from proposals.likeness.shingles import Shingles, likeness, shingles
from records.models import AnswerTemplate, Matter, Petition, TaskDecision

# Answers of one unit share its phrases; from here on most of the words are the same.
THRESHOLD = 0.6
# Shorter ones are alike by chance.
SHORTEST = 40
# So many of the unit's latest matters are looked at.
RECENT_MATTERS = 300
MOST_NAMED = 5


@dataclass(frozen=True)
class LikeAnswer:
    """A field of an answer to another claim, like the one written; likeness from 0 to 1."""

    key: str
    petition_id: str
    likeness: float


def like_answers(
    session: Session, unit_id: str, texts: Mapping[str, str], *, except_matter: str | None
) -> list[LikeAnswer]:
    """Recent answers of the unit like these texts (by key of the form), the most alike first.

    What comes from the unit's own template texts does not count. Sealed matters are left out.
    """
    known = _template_pieces(session, unit_id)
    written = {
        key: pieces
        for key, text in texts.items()
        if len(text) >= SHORTEST and (pieces := shingles(text) - known)
    }
    found: dict[tuple[str, str], float] = {}
    for petition_id, data in _recent(session, unit_id, except_matter) if written else ():
        for key, pieces in written.items():
            theirs = data.get(key)
            if not isinstance(theirs, str) or len(theirs) < SHORTEST:
                continue
            alike = likeness(pieces, shingles(theirs) - known)
            if alike >= THRESHOLD:
                found[key, petition_id] = max(alike, found.get((key, petition_id), 0.0))
    most_alike = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return [LikeAnswer(key, petition, alike) for (key, petition), alike in most_alike]


def _template_pieces(session: Session, unit_id: str) -> Shingles:
    texts = session.exec(select(AnswerTemplate.text).where(AnswerTemplate.unit_id == unit_id))
    return frozenset[int]().union(*(shingles(text) for text in texts))


def _recent(
    session: Session, unit_id: str, except_matter: str | None
) -> list[tuple[str, Mapping[str, Any]]]:
    latest = (
        select(Matter.id)
        .where(Matter.unit_id == unit_id, col(Matter.is_sealed).is_(False))
        .order_by(col(Matter.received_on).desc(), col(Matter.id))
        .limit(RECENT_MATTERS)
    )
    rows = session.exec(
        select(TaskDecision.petition_id, TaskDecision.data)
        .join(Petition, col(Petition.id) == col(TaskDecision.petition_id))
        .where(
            col(TaskDecision.matter_id).in_(latest),
            col(TaskDecision.matter_id) != (except_matter or ""),
            col(Petition.is_sealed).is_(False),
        )
    )
    return [(petition_id, data) for petition_id, data in rows]
