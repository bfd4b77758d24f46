"""Content classes proposed for a petition that is being classified, with what speaks for each."""

from pathlib import Path

from sqlmodel import Session

from api.shapes.class_proposal import ClassProposed
from proposals.classes.propose import classifier_folder, propose
from proposals.errors import ClassifierUnreadable, NoClassifier
from records.models import Petition
from records.similarity import whole_text
from records.vocabularies.terms import term_as_of

CLASSIFYING = "classify_petition"


def class_proposals(
    session: Session, petition: Petition | None, element_id: str, data_dir: Path
) -> list[ClassProposed]:
    """The likeliest classes, the best first; none where nothing has been learned yet."""
    if petition is None or element_id != CLASSIFYING:
        return []
    try:
        found = propose(whole_text(petition.subject, petition.text), classifier_folder(data_dir))
    except (NoClassifier, ClassifierUnreadable):
        return []
    return [
        ClassProposed(
            level1=one.level1,
            name=_name(session, petition, one.level1),
            score=one.score,
            reasons=list(one.reasons),
        )
        for one in found
    ]


def _name(session: Session, petition: Petition, level1: str) -> str:
    # Learned from this office's decisions it is a code, from a file of others their words.
    term = term_as_of(session, "content_class", level1, petition.received_on)
    return term.name_zh if term else level1
