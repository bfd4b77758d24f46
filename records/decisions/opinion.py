"""The opinion on a claim as drafted: complete (article 32(1)), and kept with its matter."""

from sqlmodel import select

from law.opinion import OpinionFacts, check_opinion
from records.decisions.case import Decision
from records.models import Claim
from records.models.petition import Outcome


def keep_opinion(case: Decision) -> Outcome:
    """Keep outcome, facts, answer and legal basis. Raises InterimAnswer, OpinionIncomplete."""
    matter = case.the_matter
    claim = case.session.exec(
        select(Claim).where(
            Claim.petition_id == matter.petition_id, Claim.ordinal == matter.ordinal
        )
    ).one()
    facts, answer, legal_basis = (case.text(key) for key in ("facts", "answer", "legal_basis"))
    check_opinion(
        OpinionFacts(
            requests=bool(claim.text.strip()),
            facts_and_reasons=bool(facts),
            decision=bool(answer),
            legal_basis=bool(legal_basis),
            unanswered=() if case.text("outcome") else (claim.ordinal,),
            is_interim=case.is_ticked("is_interim"),
        )
    )
    outcome = Outcome(case.text("outcome"))
    matter.facts, matter.answer, matter.legal_basis = facts, answer, legal_basis
    matter.outcome = claim.outcome = outcome
    case.session.add(claim)
    return outcome
