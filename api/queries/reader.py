"""One person reading one case: which matters they see, and names in their language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from api.language import Language
from api.queries.actors import Actors
from api.queries.visibility import sees_sealed
from api.shapes.common import Named
from records.matters import matters_of
from records.models import Matter, Petition
from records.people import Person
from records.vocabularies.terms import term_as_of


@dataclass(frozen=True)
class Reader:
    """`matters` are those shown; `hidden` are the sealed ones that are not (article 30)."""

    session: Session
    person: Person
    petition: Petition
    actors: Actors
    language: Language
    today: date
    matters: tuple[Matter, ...]
    hidden: tuple[Matter, ...]

    @property
    def hidden_ids(self) -> frozenset[str]:
        """Ids of the matters that are not shown."""
        return frozenset(one.id for one in self.hidden)

    @property
    def hidden_ordinals(self) -> frozenset[int]:
        """Numbers of the claims that are not shown."""
        return frozenset(one.ordinal for one in self.hidden)

    def shows(self, matter_id: str | None) -> bool:
        """Whether what belongs to this matter, or to the whole petition, is shown."""
        return matter_id not in self.hidden_ids

    def ordinal(self, matter_id: str | None) -> int | None:
        """The number of a matter that is shown."""
        return next((one.ordinal for one in self.matters if one.id == matter_id), None)

    def unit(self, unit_id: str) -> Named:
        """A unit with its name."""
        return Named(id=unit_id, name=self.actors.unit(unit_id))

    def actor(self, actor: str) -> Named:
        """A person, or the engine, with their name."""
        return Named(id=actor, name=self.actors.name(actor))

    def term(self, vocabulary: str, code: str) -> Named:
        """A code with the name that a case of that day carries."""
        term = term_as_of(self.session, vocabulary, code, self.petition.received_on)
        name = (term.name_zh if self.language == "zh" else term.name_en) if term else code
        return Named(id=code, name=name)

    def terms(self, vocabulary: str, codes: Iterable[str]) -> list[Named]:
        """The same for several."""
        return [self.term(vocabulary, code) for code in codes]


def reader_of(
    session: Session, person: Person, petition: Petition, language: Language, today: date
) -> Reader:
    """The person as reader of this petition, which they may see."""
    matters = matters_of(session, petition.id)
    all_shown = sees_sealed(person, petition)
    return Reader(
        session=session,
        person=person,
        petition=petition,
        actors=Actors(session, language),
        language=language,
        today=today,
        matters=tuple(one for one in matters if all_shown or not one.is_sealed),
        hidden=tuple(one for one in matters if not all_shown and one.is_sealed),
    )


def hidden_from(session: Session, person: Person, petition: Petition) -> list[str]:
    """Ids of the matters of a petition that are not for this person, who may see the rest."""
    if sees_sealed(person, petition):
        return []
    return [matter.id for matter in matters_of(session, petition.id) if matter.is_sealed]
