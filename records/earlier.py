"""Earlier petitions that may be, or were found to be, about the same matter as a new one."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlmodel import Session, col, select

from law.decision_facts import Repetition, ReviewStage
from law.decision_words import Route
from law.levels import Level
from law.repetition import EarlierMatter, Stage
from records.clocks.find import running
from records.matters import matters_of
from records.models import Matter, Petition, Petitioner, RelatedPetition, Unit
from records.models.matter import MatterEnd
from records.models.petition import Category
from records.reviews import is_handled_anew, open_review, standing_review
from records.similarity import Candidate, similar_petitions, whole_text
from records.similarity_keys import facts_of

# Until when a matter is being handled; the shares of levels and of simple handling lie within.
HANDLING_PERIODS = ("D01", "D02", "D03", "D05", "D08", "D10", "D15", "D16", "D18")
FINAL = {
    Repetition.final: Stage.rereview_opinion_served,
    Repetition.litigation_final: Stage.litigation_concluded,
    Repetition.unreasonable_final: Stage.found_unreasonable,
}
STAGES = {
    ReviewStage.review: Stage.review_opinion_served,
    ReviewStage.rereview: Stage.rereview_opinion_served,
}
LEVELS = {"township": Level.town}
SUGGESTIONS = (Category.proposal, Category.opinion)


def earlier_like(session: Session, petition: Petition) -> list[tuple[Candidate, Petition]]:
    """Petitions filed before that are like this one, the surest first; reports are left out."""
    petitioner = session.get_one(Petitioner, petition.petitioner_id)
    text = whole_text(petition.subject, petition.text)
    found = similar_petitions(session, text, facts_of(petitioner), except_petition=petition.id)
    ids = [one.petition_id for one in found]
    rows = {one.id: one for one in session.exec(select(Petition).where(col(Petition.id).in_(ids)))}
    # Of two that are alike only one repeats the other.
    return [
        (one, earlier)
        for one in found
        if _order(earlier := rows[one.petition_id]) < _order(petition)
    ]


def related_matters(session: Session, petition: Petition, at: Level) -> list[EarlierMatter]:
    """The matters of the petitions that a person linked to this one, as the law asks for them.

    `at` stands for the level of a unit whose level nobody has recorded.
    """
    links = session.exec(
        select(RelatedPetition)
        .where(RelatedPetition.petition_id == petition.id)
        .order_by(col(RelatedPetition.earlier_id))
    )
    return [
        matter
        for link in links
        for matter in _matters(session, link, session.get_one(Petition, link.earlier_id), at)
    ]


def level_of(session: Session, unit_id: str, otherwise: Level) -> Level:
    """The level of a unit; `otherwise` where it is not recorded."""
    unit = session.get(Unit, unit_id)
    code = unit.level if unit else None
    if not code:
        return otherwise
    return LEVELS.get(code) or Level(code)


def _order(petition: Petition) -> tuple[datetime, str]:
    return petition.filed_at, petition.number


def _matters(
    session: Session, link: RelatedPetition, earlier: Petition, at: Level
) -> Iterator[EarlierMatter]:
    matters = [one for one in matters_of(session, earlier.id) if not one.is_sealed]
    if not matters:
        yield EarlierMatter(
            earlier.id,
            _stage_of_petition(earlier),
            level_of(session, earlier.bureau_id, at),
            same_person=link.same_person,
            last_day=_last_day(session, petition_id=earlier.id),
        )
    for matter in matters:
        yield EarlierMatter(
            matter.id,
            _stage_of_matter(session, matter),
            level_of(session, matter.unit_id, at),
            same_person=link.same_person,
            last_day=_last_day(session, matter_id=matter.id),
            served_on=_served_on(session, matter),
        )


def _stage_of_petition(earlier: Petition) -> Stage:
    if earlier.closed_at is None:
        return Stage.in_progress
    found = Repetition(earlier.repetition) if earlier.repetition else Repetition.none
    return FINAL.get(found, Stage.withdrawn)


def _stage_of_matter(session: Session, matter: Matter) -> Stage:
    """Only an opinion of the petition procedure has a review; what else ended is only linked."""
    if matter.end is None or open_review(session, matter.id) is not None:
        return Stage.in_progress
    if matter.served_on is None and is_handled_anew(session, matter):
        return Stage.in_progress
    if matter.end is MatterEnd.settled:
        return Stage.settled
    has_opinion = (
        matter.end is MatterEnd.answered
        and matter.category not in SUGGESTIONS
        and matter.route is not Route.duty
    )
    if not has_opinion:
        return Stage.withdrawn
    reviewed = standing_review(session, matter)
    return STAGES[reviewed.level] if reviewed else Stage.opinion_served


def _served_on(session: Session, matter: Matter) -> date | None:
    """When the petitioner received the latest opinion on the matter."""
    reviewed = standing_review(session, matter)
    return reviewed.served_on if reviewed else matter.served_on


def _last_day(
    session: Session, *, petition_id: str | None = None, matter_id: str | None = None
) -> date | None:
    clocks = running(session, petition_id=petition_id, matter_id=matter_id, codes=HANDLING_PERIODS)
    return max((clock.due_on for clock in clocks), default=None)
