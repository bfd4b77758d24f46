"""Earlier petitions that may be about the same matter: a person judges (articles 19(3), 36(3))."""

from typing import Any

from api.i18n import text
from api.queries.initial.start import Option, Start
from records.earlier import earlier_like
from records.models import Petition
from records.similarity import Candidate


def options(start: Start) -> dict[str, Any]:
    """`earlier_options`: number, subject and how alike they are."""
    found = earlier_like(start.session, start.petition)
    return {"earlier_options": [_option(start, one, earlier) for one, earlier in found]}


def _option(start: Start, candidate: Candidate, earlier: Petition) -> Option:
    reasons = [text(start.language, f"earlier.same_{fact.value}") for fact in candidate.same]
    if candidate.likeness:
        percent = round(candidate.likeness * 100)
        reasons.append(text(start.language, "earlier.alike", percent=percent))
    alike = text(start.language, "earlier.join").join(reasons)
    return {"label": f"{earlier.number} {earlier.subject} ({alike})", "value": earlier.id}
