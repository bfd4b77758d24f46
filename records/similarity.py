"""Earlier petitions like a new one: the same person, or nearly the same words. A person decides.

In the order of intake: certificate number, phone, name and address, then the text. A petition is
put into the index when it is filed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import insert, or_
from sqlmodel import Session, col, select

from proposals.likeness.index import BUCKET, likeliest
from proposals.likeness.pairs import SAME_PERSON_THRESHOLD, THRESHOLD
from proposals.likeness.shingles import likeness, shingles
from proposals.likeness.signature import keys_of
from records.database import Database
from records.models import Petition, Petitioner, SimilarityEntry, SimilarityKey
from records.models.petition import Category
from records.similarity_keys import PersonFacts, SameFact, fact_keys, fact_values, facts_of
from records.similarity_store import KeysInDatabase

# Reports and accusations are known to few: nobody else may learn that there is one (article 30).
SEALED = (Category.report, Category.accusation)
SURENESS = {SameFact.id_number: 1.0, SameFact.phone: 0.9, SameFact.name_and_address: 0.8}
BATCH = 500


@dataclass(frozen=True)
class Candidate:
    """A petition that may be about the same matter, or from the same person.

    score: 0 to 1, for putting in order. likeness: of the texts, 0 to 1. same: facts in common.
    """

    petition_id: str
    score: float
    likeness: float
    same: tuple[SameFact, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Codes for pages to put into words: `same_phone`, `text 0.87`."""
        facts = tuple(f"same_{fact.value}" for fact in self.same)
        return (*facts, f"text {self.likeness:.2f}") if self.likeness else facts


def remember(session: Session, petition: Petition, petitioner: Petitioner) -> None:
    """Put a petition that is being filed into the index. Once only."""
    remember_all(session, [(petition, petitioner)])


def remember_all(session: Session, filed: Sequence[tuple[Petition, Petitioner]]) -> None:
    """The same for many, with two statements in all."""
    if not filed:
        return
    session.flush()
    numbers = session.execute(
        insert(SimilarityEntry).returning(
            col(SimilarityEntry.petition_id), col(SimilarityEntry.id)
        ),
        [{"petition_id": petition.id} for petition, _ in filed],
    )
    entry_of = {petition_id: entry for petition_id, entry in numbers if entry is not None}
    KeysInDatabase(session).add_all(
        [
            (entry_of[petition.id], key)
            for petition, petitioner in filed
            for key in _keys(whole_text(petition.subject, petition.text), facts_of(petitioner))
        ]
    )


def remember_facts(session: Session, petition: Petition, petitioner: Petitioner) -> None:
    """Add what has become known of the petitioner since, if the petition is in the index."""
    entry = session.exec(
        select(SimilarityEntry.id).where(SimilarityEntry.petition_id == petition.id)
    ).first()
    if entry is None:
        return
    keys = fact_keys(facts_of(petitioner))
    known = session.exec(
        select(SimilarityKey.key).where(
            SimilarityKey.entry == entry, col(SimilarityKey.key).in_(keys)
        )
    )
    KeysInDatabase(session).add(entry, [*({*keys} - {*known})])


def remember_missing(database: Database) -> int:
    """Put petitions that are not in the index into it, batch by batch; how many these were."""
    number = 0
    while True:
        with database.transaction() as session:
            missing = session.exec(
                select(Petition, Petitioner)
                .join(Petitioner, col(Petitioner.id) == col(Petition.petitioner_id))
                .join(
                    SimilarityEntry,
                    col(SimilarityEntry.petition_id) == col(Petition.id),
                    isouter=True,
                )
                .where(col(SimilarityEntry.id).is_(None))
                .limit(BATCH)
            ).all()
            remember_all(session, [(petition, petitioner) for petition, petitioner in missing])
        number += len(missing)
        if len(missing) < BATCH:
            return number


def whole_text(subject: str, text: str) -> str:
    """What is compared of a petition."""
    return f"{subject}\n{text}"


def similar_petitions(
    session: Session,
    text: str,
    facts: PersonFacts,
    *,
    may_see_sealed: bool = False,
    except_petition: str | None = None,
    at_most: int = 20,
) -> list[Candidate]:
    """Petitions on file like this one, the surest first.

    text: subject and text together (`whole_text`). Texts of other people must be alike by 0.4, of
    the same person by 0.12 to be named as a reason. Without `may_see_sealed`, petitions decided or
    proposed to be reports or accusations are left out, whoever filed them.
    """
    pieces, values = shingles(text), fact_values(facts)
    store = KeysInDatabase(session)
    same_person = store.sharing(fact_keys(facts), BUCKET)
    likely = {*same_person, *likeliest(store.sharing(keys_of(pieces), BUCKET))}
    found = [
        candidate
        for petition_id, subject, other, petitioner in _petitions(session, likely, may_see_sealed)
        if petition_id != except_petition
        and (
            candidate := _compare(
                petition_id,
                likeness(pieces, shingles(whole_text(subject, other))),
                values,
                fact_values(facts_of(petitioner)),
            )
        )
    ]
    return list(islice(sorted(found, key=lambda one: (-one.score, -one.likeness)), at_most))


def _keys(text: str, facts: PersonFacts) -> list[int]:
    return [*fact_keys(facts), *keys_of(shingles(text))]


def _compare(
    petition_id: str, alike: float, ours: dict[SameFact, str], theirs: dict[SameFact, str]
) -> Candidate | None:
    same = tuple(fact for fact in SameFact if fact in ours and ours[fact] == theirs.get(fact))
    if alike < (SAME_PERSON_THRESHOLD if same else THRESHOLD):
        alike = 0.0
    if not same and not alike:
        return None
    return Candidate(petition_id, max(alike, *(SURENESS[one] for one in same), 0.0), alike, same)


def _petitions(
    session: Session, entries: set[int], may_see_sealed: bool
) -> Iterable[tuple[str, str, str, Petitioner]]:
    query = (
        select(Petition.id, Petition.subject, Petition.text, Petitioner)
        .join(SimilarityEntry, col(SimilarityEntry.petition_id) == col(Petition.id))
        .join(Petitioner, col(Petitioner.id) == col(Petition.petitioner_id))
        .where(col(SimilarityEntry.id).in_(entries))
        .order_by(col(SimilarityEntry.id))
    )
    if not may_see_sealed:
        # What a person decided counts; before that, what the petitioner said or was proposed.
        decided, proposed = col(Petition.category), col(Petition.proposed_category)
        undecided_open = decided.is_(None) & or_(proposed.is_(None), proposed.not_in(SEALED))
        query = query.where(
            col(Petition.is_sealed).is_(False), or_(decided.not_in(SEALED), undecided_open)
        )
    return session.exec(query).all()
