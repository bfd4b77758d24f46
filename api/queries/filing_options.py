"""What the form of filing offers to choose from."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from api.actions.filing import filing_bureaus
from api.language import Language
from api.shapes.common import Named
from records.models import Division, Unit, VocabularyTerm
from records.models.petition import PetitionForm
from records.models.registration import Standing
from records.people import Person
from records.registration.flags import DERIVED, VOCABULARY
from records.units import exists_on
from records.vocabularies.terms import terms_on

# Set by the procedure, or said of a case later: not for the window.
LATER = frozenset(
    {
        *("supervised", "under_review", "under_re_review", "finished", "approved_as_finished"),
        *("public_online", "public_to_petitioner", "sorted_by_law", "evaluated", "understood"),
    }
)


@dataclass(frozen=True)
class FilingOptions:
    """Codes with their names; content classes by their first level."""

    units: list[Named]
    forms: list[str]
    standings: list[str]
    certificates: list[Named]
    classes: list[tuple[str, list[Named]]]
    flags: list[Named]
    divisions: list[Named]


def filing_options(
    session: Session, person: Person, today: date, language: Language
) -> FilingOptions:
    """What this person may choose from on that day."""
    return FilingOptions(
        units=_units(session, person, today),
        forms=[form.value for form in PetitionForm],
        standings=[standing.value for standing in Standing],
        certificates=[
            _named(term, language) for term in terms_on(session, "certificate_type", today)
        ],
        classes=_classes(terms_on(session, "content_class", today), language),
        flags=[
            _named(term, language)
            for term in terms_on(session, VOCABULARY, today)
            if term.code not in DERIVED | LATER
        ],
        divisions=_divisions(session, person),
    )


def _units(session: Session, person: Person, today: date) -> list[Named]:
    rows = session.exec(select(Unit).where(col(Unit.id).in_(filing_bureaus(person))))
    found = sorted(rows, key=lambda unit: unit.id)
    return [Named(id=unit.id, name=unit.name) for unit in found if exists_on(unit, today)]


def _classes(terms: list[VocabularyTerm], language: Language) -> list[tuple[str, list[Named]]]:
    """The second level below the first; the third is for who classifies."""
    first = [term for term in terms if term.parent_code is None]
    return [
        (
            _named(top, language).name,
            [_named(term, language) for term in terms if term.parent_code == top.code]
            or [_named(top, language)],
        )
        for top in first
    ]


def _divisions(session: Session, person: Person) -> list[Named]:
    """The divisions of the person's own units, and those right below."""
    own = session.exec(
        select(Unit.division).where(col(Unit.id).in_(filing_bureaus(person))).distinct()
    ).all()
    rows = session.exec(
        select(Division)
        .where(col(Division.code).in_(own) | col(Division.parent_code).in_(own))
        .order_by(col(Division.code))
    )
    return [Named(id=row.code, name=row.name) for row in rows]


def _named(term: VocabularyTerm, language: Language) -> Named:
    return Named(id=term.code, name=term.name_zh if language == "zh" else term.name_en)
