"""Petitions on file like one that is being filed (判重、查重); a person decides."""

from sqlmodel import Session, col, select

from api.queries.visibility import may_see
from api.shapes.filing import Duplicate, DuplicateQuery, Duplicates
from records.models import Petition
from records.people import SEALED_ROLES, Person
from records.similarity import similar_petitions, whole_text
from records.similarity_keys import PersonFacts


def duplicates_of(session: Session, person: Person, asked: DuplicateQuery) -> Duplicates:
    """The candidates, the surest first; those the person may not see are counted only.

    What is sealed is neither shown nor counted, but to its own clerk (article 30).
    """
    facts = PersonFacts(
        name=asked.petitioner_name or None,
        address=asked.address,
        phone=asked.phone,
        id_number=asked.id_number,
    )
    found = similar_petitions(
        session,
        whole_text(asked.subject, asked.text),
        facts,
        may_see_sealed=person.has(*SEALED_ROLES),
    )
    ids = [one.petition_id for one in found]
    rows = session.exec(select(Petition).where(col(Petition.id).in_(ids)))
    petitions = {one.id: one for one in rows}
    shown, hidden = list[Duplicate](), 0
    for candidate in found:
        petition = petitions[candidate.petition_id]
        if may_see(session, person, petition):
            shown.append(
                Duplicate(
                    number=petition.number,
                    subject=petition.subject,
                    received_on=petition.received_on,
                    closed=petition.closed_at is not None,
                    reasons=list(candidate.reasons),
                    score=round(candidate.score, 2),
                )
            )
        elif not petition.is_sealed:
            hidden += 1
    return Duplicates(candidates=shown, hidden=hidden)
