"""Refusals: the coded reason, its basis, and where to go instead (articles 19, 20, 23 and 31)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Petition
from records.vocabularies.terms import term_as_of
from workers.notices.notice import Notice
from workers.notices.required import Says

VOCABULARY = "refusal_reason"
NO_POWER, REVIEW_MISSED = "no_power", "review_missed"
# A local rule is no law that a document cites; the regulation's own place stands for it.
REGULATION_FOR = {"closed_after_verification": "regulation_2022:37(3)"}
# Reasons that the procedure finds itself and the vocabulary of 31 has no code for: name, basis.
OWN = {
    NO_POWER: ("不属于本单位和本系统的职权范围", "regulation_2022:23(1)"),
    REVIEW_MISSED: ("没有在规定期限内请求复查、复核，也没有正当理由", "regulation_2022:35"),
}


@dataclass(frozen=True)
class RefusalNotice(Notice):
    """Why the matter is not taken on; printed by _refusal.html."""

    nature: Annotated[str, Says("不予受理性质")]
    reason: Annotated[str, Says("不予受理理由")]
    explanation: Annotated[tuple[str, ...], Says("说明")]
    where_to_go: Annotated[tuple[str, ...], Says("应向何处提出")]


def reason_of(session: Session, petition: Petition, code: str) -> tuple[str, str]:
    """Chinese name and basis of a coded reason, as the vocabulary of the petition's day has them.

    Both empty for an unknown code.
    """
    if code in OWN:
        return OWN[code]
    term = term_as_of(session, VOCABULARY, code, petition.received_on)
    if term is None:
        return "", ""
    return term.name_zh, REGULATION_FOR.get(code, term.basis)
