"""Decisions at the tasks of a review or re-review (articles 35 and 36)."""

from law.opinion import OpinionFacts, check_opinion
from law.review import RefusalReason, ReviewOutcome, ReviewState, check_supplement
from records.decisions.case import Decision, Variables
from records.decisions.investigation import check_who_investigated
from records.review_facts import missing_items

ASK, REFUSE = "ask_to_complete", "refuse"


def examine_request(case: Decision) -> Variables:
    """Whether the request is taken on; what lacks is asked for once. The reason is a code.

    Raises SupplementAskedBefore, also where nothing lacks that could be asked for.
    """
    review, answer = case.the_review, case.text("review_answer")
    if answer == ASK:
        review.missing = ",".join(case.chosen("missing")) or review.missing
        check_supplement(missing_items(review))
    if answer == REFUSE:
        review.refusal_reason = RefusalReason(case.text("review_reason"))
        review.where_to_go = case.text("legal_path")
    return {"review_answer": answer}


def obtain_file(case: Decision) -> Variables:
    """The unit whose opinion is reviewed hands over its file: kept. Raises DateInFuture."""
    _ = case.the_review
    case.past_day("on")
    return {}


def investigate_review(case: Decision) -> Variables:
    """Who looked into it, and facts, basis, procedure and appropriateness one by one: kept.

    Whether a hearing is held before the draft (36(2)) goes on.
    Raises InvestigatorsTooFew, HandlerHasInterest.
    """
    _ = case.the_review
    check_who_investigated(case)
    return {"is_hearing_wanted": True} if case.data.get("is_hearing_wanted") else {}


def draft_review_opinion(case: Decision) -> Variables:
    """The opinion of the reviewing unit; its text stays here. Raises OpinionIncomplete."""
    review = case.the_review
    facts, answer, legal_basis = (case.text(key) for key in ("facts", "answer", "legal_basis"))
    check_opinion(
        OpinionFacts(
            requests=bool(review.reasons),
            facts_and_reasons=bool(facts),
            decision=bool(answer),
            legal_basis=bool(legal_basis),
        )
    )
    review.outcome = ReviewOutcome(case.text("review_outcome"))
    review.facts, review.answer, review.legal_basis = facts, answer, legal_basis
    review.redo_until = case.day("redo_until") if review.outcome.is_handled_anew else None
    review.state = ReviewState.examining
    return {"review_outcome": review.outcome.value}


def sign_review_opinion(case: Decision) -> Variables:
    """The leader of the reviewing unit signs, or sends the draft back.

    Raises ReviewEnded: the request was withdrawn just before.
    """
    review = case.the_review
    is_signed = case.is_yes("is_review_signed")
    if is_signed:
        review.signed_at, review.signed_by = case.now, case.person_id
    else:
        review.state = ReviewState.handling
    return {"is_review_signed": is_signed}


def publish_review_opinion(case: Decision) -> Variables:
    """After a hearing the opinion may be made public (36(2)): whether it was."""
    review = case.the_review
    review.is_published = case.is_yes("is_published")
    return {}
