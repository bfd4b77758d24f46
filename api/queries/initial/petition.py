"""The petition as a whole: what is known of it when it is classified."""

from typing import Any

from sqlmodel import col, select

from api.queries.initial.start import Start
from records.models import Claim


def claims(start: Start) -> dict[str, Any]:
    """`claims`: a row for each of several claims, in which a category or unit of its own may go."""
    ordinals = start.session.exec(
        select(Claim.ordinal)
        .where(Claim.petition_id == start.petition.id)
        .order_by(col(Claim.ordinal))
    ).all()
    several = len(ordinals) > 1
    rows = [{"ordinal": ordinal} for ordinal in ordinals] if several else []
    return {"has_several_claims": several, "claims": rows}


def classified(start: Start) -> dict[str, Any]:
    """What was decided before: the form comes again when an assignment is not signed."""
    petition = start.petition
    known = {
        "category": petition.category and petition.category.value,
        "unit": petition.unit_id,
        "content_class": petition.content_class,
    }
    return {key: value for key, value in known.items() if value}
