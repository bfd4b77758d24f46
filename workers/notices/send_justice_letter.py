"""涉法涉诉转送函 and the petitioner's notice: a letter about litigation (article 22(2))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Matter, Petition
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.litigation_guidance import BASIS, LitigationGuidance, organ_of
from workers.notices.notice import Notice
from workers.notices.petitioner_lines import PetitionerLines, petitioner_lines
from workers.notices.required import Says


@dataclass(frozen=True)
class JusticeNotice(LitigationGuidance):
    """The letter went to the organ."""

    element_id = "send_justice_letter"


@dataclass(frozen=True)
class JusticeLetter(Notice):
    """To the organ that deals with it by its own law."""

    element_id = "send_justice_letter__letter"

    petitioner: Annotated[PetitionerLines, Says("信访人")]


def send_justice_letter_notice(
    session: Session, petition: Petition, matter: Matter
) -> JusticeNotice:
    """The notice to the petitioner."""
    return JusticeNotice(
        kind="引导",
        title="涉法涉诉信访事项引导告知单",
        basis=BASIS,
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        organ=organ_of(session, petition, matter),
        explanation=(),
    )


def send_justice_letter_letter(
    session: Session, petition: Petition, matter: Matter
) -> JusticeLetter:
    """The letter to the organ that the matter was sorted to."""
    return JusticeLetter(
        kind="涉法",
        title="涉法涉诉信访事项转送函",
        basis=BASIS,
        addressee=organ_of(session, petition, matter),
        case=case_lines(session, petition, matter),
        petitioner=petitioner_lines(session, petition),
    )
