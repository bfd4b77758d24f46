"""What the law and the vocabularies ask of a registration; everything else is filed as it came."""

from datetime import date

from sqlmodel import Session, col, func, or_, select

from law.groups import check_representatives
from law.representation import check_agents
from records.models import Division, Unit, VocabularyTerm
from records.models.petition import PetitionForm
from records.models.registration import Standing
from records.registration.errors import CodeUnknown
from records.registration.flags import VOCABULARY as CASE_FLAG
from records.registration.new_petition import NewPetition


def check_registration(session: Session, new: NewPetition, on: date) -> None:
    """Refuse what cannot be registered on that day.

    Raises law.errors.TooManyRepresentatives, RepresentativesMissing (regulation 20(3)),
    TooManyAgents, MandateMissing; CodeUnknown.
    """
    check_representatives(
        new.number_of_people, new.representatives, by_visit=new.form is PetitionForm.visit
    )
    agents = [one for one in new.agents if one.standing is Standing.agent]
    check_agents(len(agents), with_mandate=sum(one.has_mandate for one in agents))
    for flag in new.flags:
        _check_code(session, CASE_FLAG, flag, on, "flags")
    if new.certificate_type:
        _check_code(session, "certificate_type", new.certificate_type, on, "certificate_type")
    if new.content_class:
        _check_code(session, "content_class", new.content_class, on, "content_class")
    if new.division:
        _check_division(session, new.division)


def _check_code(session: Session, vocabulary: str, code: str, on: date, field: str) -> None:
    term = select(VocabularyTerm.id).where(
        VocabularyTerm.vocabulary_id == vocabulary,
        VocabularyTerm.code == code,
        VocabularyTerm.in_force_from <= on,
        or_(col(VocabularyTerm.in_force_to).is_(None), col(VocabularyTerm.in_force_to) >= on),
    )
    if session.exec(term.limit(1)).first() is None:
        raise CodeUnknown(field)


def _check_division(session: Session, code: str) -> None:
    """Known to the table of divisions, where that goes down to this level; or of a unit of ours."""
    if session.get(Division, code) is not None:
        return
    if session.exec(select(Unit.id).where(Unit.division == code).limit(1)).first() is not None:
        return
    level = select(Division.code).where(func.length(col(Division.code)) == len(code))
    if session.exec(level.limit(1)).first() is not None:
        raise CodeUnknown("division")
