"""What the filter of the inbox offers to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select, text
from sqlmodel import Session, col

from api.i18n import text as words
from api.language import Language
from api.queries.diagram import element_name
from api.queries.inbox_filter import DUES, NO_CATEGORY, Scope
from api.queries.inbox_reach import groups_of
from api.queries.inbox_rows import CLASSES
from api.shapes.common import Named
from api.shapes.inbox import FilterSpec
from records.inbox.tasks import URGENT
from records.models import InboxEntry, VocabularyTerm
from records.models.petition import Category, PetitionForm
from records.people import Person, unit_names
from records.registration.flags import VOCABULARY as FLAGS

# From one step to the next along the index: as many look-ups as there are steps.
_STEPS = text("""
WITH RECURSIVE step(element_id) AS (
  SELECT (SELECT min(element_id) FROM inbox_entry WHERE is_sealed = :sealed)
  UNION ALL
  SELECT (SELECT min(e.element_id) FROM inbox_entry e
          WHERE e.is_sealed = :sealed AND e.element_id > step.element_id)
  FROM step WHERE step.element_id IS NOT NULL
)
SELECT element_id FROM step WHERE element_id IS NOT NULL
""")


@dataclass(frozen=True)
class Choice:
    """One thing to choose, and whether the filter has it."""

    id: str
    name: str
    is_chosen: bool


Choices = dict[str, list[Choice]]


def filter_choices(
    session: Session,
    person: Person,
    scope: Scope,
    spec: FilterSpec,
    *,
    today: date,
    language: Language,
) -> Choices:
    """By field of the filter, in the order shown. What is chosen is offered, whatever it is."""
    offered: dict[str, list[Named]] = {
        "category": _labels(language, "category", [*Category, NO_CATEGORY]),
        "due": _labels(language, "due_kind", DUES),
        "channel": _labels(language, "form", PetitionForm),
        "flag": [
            *_labels(language, "inbox_flag", [URGENT]),
            *_terms(session, FLAGS, today, language),
        ],
        "content_class": _terms(session, CLASSES, today, language, top=True),
        "unit": _units(session, person, scope),
        "element": _steps(session),
    }
    return {field: _choices(options, getattr(spec, field)) for field, options in offered.items()}


def chosen_words(choices: Choices) -> dict[str, list[str]]:
    """What is chosen, in words, by field; fields without a choice are left out."""
    chosen = {
        field: [one.name for one in options if one.is_chosen] for field, options in choices.items()
    }
    return {field: names for field, names in chosen.items() if names}


def _choices(options: list[Named], chosen: Iterable[str]) -> list[Choice]:
    known = {one.id for one in options}
    unknown = [Named(id=code, name=code) for code in chosen if code not in known]
    return [Choice(one.id, one.name, one.id in {*chosen}) for one in (*options, *unknown)]


def _labels(language: Language, kind: str, codes: Iterable[str]) -> list[Named]:
    return [Named(id=str(code), name=words(language, f"{kind}.{code}")) for code in codes]


def _terms(
    session: Session, vocabulary: str, today: date, language: Language, *, top: bool = False
) -> list[Named]:
    """Terms in force; `top`: of the first level. Columns alone: a page does this each time."""
    term = VocabularyTerm
    name = term.name_zh if language == "zh" else term.name_en
    query = (
        select(col(term.code), col(name))
        .where(
            col(term.vocabulary_id) == vocabulary,
            col(term.in_force_from) <= today,
            or_(col(term.in_force_to).is_(None), col(term.in_force_to) >= today),
        )
        .order_by(col(term.position), col(term.code))
    )
    if top:
        query = query.where(col(term.parent_code).is_(None))
    return [Named(id=code, name=word) for code, word in session.execute(query)]


def _units(session: Session, person: Person, scope: Scope) -> list[Named]:
    groups = groups_of(person, scope)
    units = None if groups is None else {group.partition("@")[2] for group in groups}
    found = [Named(id=key, name=name) for key, name in unit_names(session, units).items()]
    # Who works in one unit has nothing to choose.
    return found if len(found) > 1 else []


def _steps(session: Session) -> list[Named]:
    """Steps with open tasks; steps of sealed cases are in nobody's choice."""
    elements = session.execute(_STEPS, {"sealed": False}).scalars().all()
    newest = select(func.max(col(InboxEntry.definition_key)))
    found = []
    for element in elements:
        key = session.execute(
            newest.where(
                col(InboxEntry.is_sealed).in_([False]), col(InboxEntry.element_id) == element
            )
        ).scalar_one()
        found.append(Named(id=element, name=element_name(session, key, element)))
    return found
