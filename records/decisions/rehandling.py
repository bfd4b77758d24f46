"""Signing a new opinion after review: not the same one again on the same facts (local rule)."""

from law.errors import SameOutcomeUnexplained
from law.same_opinion import DEFAULT_POLICY, Sameness, compare_opinions
from proposals.likeness.shingles import likeness, shingles
from records.decisions.case import Decision
from records.models import Matter, Review
from records.reviews import reviews_of


def check_new_opinion(case: Decision) -> None:
    """Whether the opinion about to be signed may follow the one that was set aside, if any was.

    Raises law.errors.SameOpinionAgain; SameOutcomeUnexplained where the same outcome on the same
    facts is not explained in the note.
    """
    matter = case.the_matter
    review = set_aside(case, matter)
    if review is None:
        return
    sameness = compare_opinions(
        same_facts=_alike(review.old_facts, matter.facts) >= DEFAULT_POLICY.same_from,
        same_outcome=review.old_outcome is matter.outcome,
        likeness=_alike(review.old_answer, matter.answer),
    )
    if sameness is Sameness.ask and not case.text("note"):
        raise SameOutcomeUnexplained


def set_aside(case: Decision, matter: Matter) -> Review | None:
    """The review that the matter is being handled anew after."""
    found = [one for one in reviews_of(case.session, [matter.id]) if one.old_round is not None]
    return found[-1] if found else None


def _alike(one: str | None, other: str | None) -> float:
    return likeness(shingles(one or ""), shingles(other or ""))
