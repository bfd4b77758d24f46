"""The petition as the petitioner reads it, by its query code."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, select

from api.i18n import text_or
from api.language import Language
from api.shapes.common import Named
from api.shapes.public import (
    PublicAnswer,
    PublicDocument,
    PublicDue,
    PublicPart,
    PublicPetition,
    PublicStepOut,
)
from law.explain import explain_state
from law.public_status import PublicFacts, public_path
from records.documents import documents_of
from records.ledger import clocks_of, states_of
from records.matters import matters_of
from records.models import Matter, Petition
from records.numbers import is_query_code
from records.people import unit_names
from records.public_facts import matter_facts, petition_facts
from records.requests.interim_answer import interim_answers_of
from records.services import services_of

# Periods of the petitioner, and of who owes the petitioner something; not those among organs.
TOLD = ("D01", "D02", "D03", "D05", "D07", "D12", "D13", "D18", "D19", "D21", "D24", "D25", "D26")
PETITIONER = "petitioner"


@dataclass(frozen=True)
class Belongings:
    """What belongs to a matter (its id), or to the petition as a whole (None)."""

    due: dict[str | None, list[PublicDue]]
    documents: dict[str | None, list[PublicDocument]]
    answers: dict[str | None, list[PublicAnswer]]

    def part(
        self, ordinal: int, key: str | None, facts: PublicFacts, unit: str | None, words: Language
    ) -> PublicPart:
        """One part of the page; of a report only how far it has come."""
        path = [
            PublicStepOut(status=_word(words, "public", step.status.value), on=step.on)
            for step in public_path(facts)
        ]
        told = not facts.is_sealed
        return PublicPart(
            ordinal=ordinal,
            status=path[-1].status,
            path=path,
            unit=unit if told else None,
            due=self.due.get(key, []) if told else [],
            documents=self.documents.get(key, []) if told else [],
            interim_answers=self.answers.get(key, []) if told else [],
        )


def find_by_query_code(session: Session, code: str) -> Petition | None:
    """The petition with this code, however it was typed."""
    bare = "".join(code.split()).replace("-", "").upper()
    if not is_query_code(bare):
        return None
    return session.exec(select(Petition).where(Petition.query_code == bare)).first()


def public_view(session: Session, petition: Petition, language: Language) -> PublicPetition:
    """Everything that is shown; no name, no text of the petition, no opinion from inside."""
    matters = matters_of(session, petition.id)
    belongings = Belongings(
        _due(session, petition, language),
        _documents(session, petition),
        _answers(session, petition),
    )
    names = unit_names(session, {petition.bureau_id, *(one.unit_id for one in matters)})
    whole = belongings.part(0, None, petition_facts(session, petition), None, language)
    parts = [
        belongings.part(
            one.ordinal,
            one.id,
            matter_facts(session, petition, one),
            names.get(one.unit_id) if _has_gone(one) else None,
            language,
        )
        for one in matters
    ]
    return PublicPetition(
        number=petition.number,
        form=petition.form,
        received_on=petition.received_on,
        bureau=names[petition.bureau_id],
        end=_word(language, "end", petition.end.value)
        if petition.end and not petition.is_sealed
        else None,
        parts=[whole, *parts],
    )


def _has_gone(matter: Matter) -> bool:
    return matter.is_direct or matter.dispatched_at is not None


def _due(
    session: Session, petition: Petition, language: Language
) -> dict[str | None, list[PublicDue]]:
    found = [
        pair
        for pair in clocks_of(session, petition.id)
        if pair[0].is_running and pair[0].code in TOLD
    ]
    due: dict[str | None, list[PublicDue]] = {}
    for (clock, _), (rule, state) in zip(found, states_of(session, found), strict=True):
        due.setdefault(clock.matter_id, []).append(
            PublicDue(
                name=rule.name_zh if language == "zh" else rule.name_en,
                due_on=clock.due_on,
                reason=explain_state(state, rule, language),
            )
        )
    return due


def _documents(session: Session, petition: Petition) -> dict[str | None, list[PublicDocument]]:
    """The disclosure list of the rules for handling online: what was issued, and when."""
    found = [one for one in documents_of(session, petition.id) if one.addressee == PETITIONER]
    services = services_of(session, [one.id for one in found])
    documents: dict[str | None, list[PublicDocument]] = {}
    for one in found:
        received: list[date] = [
            service.received_on for service in services.get(one.id, []) if service.received_on
        ]
        documents.setdefault(one.matter_id, []).append(
            PublicDocument(
                title=one.title,
                number=one.number,
                issued_on=one.issued_on,
                received_on=min(received, default=None),
            )
        )
    return documents


def _answers(session: Session, petition: Petition) -> dict[str | None, list[PublicAnswer]]:
    answers: dict[str | None, list[PublicAnswer]] = {}
    for one in interim_answers_of(session, petition.id):
        answers.setdefault(one.matter_id, []).append(
            PublicAnswer(text=one.text, sent_at=one.sent_at)
        )
    return answers


def _word(language: Language, kind: str, code: str) -> Named:
    return Named(id=code, name=text_or(language, f"{kind}.{code}", code))
