"""Deciding one task of the made-up petition, without engine or journal."""

from typing import Any

from sqlmodel import Session

from records.decisions import decide
from records.models import Matter, Petition
from tests.records.cases import NOON


def decided(
    session: Session,
    element_id: str,
    about: Matter | str,
    *,
    by: Any = "handler_zj",
    now: Any = NOON,
    proposals: Any = (),
    review: Any = None,
    **data: Any,
) -> dict[str, Any]:
    """Routing variables of this decision about a matter, or about the petition with this id.

    `by` is a user id, `now` a moment, `proposals` a list of Proposed; the rest is the form.
    """
    matter = about if isinstance(about, Matter) else None
    petition_id = about.petition_id if isinstance(about, Matter) else about
    petition = session.get_one(Petition, petition_id)
    variables = decide(
        session,
        element_id,
        petition,
        matter,
        data,
        {},
        person_id=by,
        now=now,
        proposals=proposals,
        review=review,
    )
    session.flush()
    return variables
