"""What goes out about a sealed report: one shape for transfer, notice and report to leaders."""

from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from sqlmodel import Session

from records.models import Matter, Petition, Unit
from records.task_decisions import latest
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.petitioner_lines import PetitionerLines, petitioner_lines
from workers.notices.required import Says
from workers.notices.words import CATEGORY, paragraphs

# Marked for few readers, whatever the marks of state secrets say of its content.
SECRECY = "保密件·仅限收件机关承办人员阅办"
ANY_ORGAN = "有管理权限的机关"
HAND_OVER = "hand_over_report"


@dataclass(frozen=True)
class SealedLetter(Notice):
    """The report with its mark; printed by _sealed_letter.html."""

    secrecy: Annotated[str, Says("保密标志")]
    category: Annotated[str, Says("信访目的")]
    petitioner: Annotated[PetitionerLines, Says("信访人")]
    text: Annotated[tuple[str, ...], Says("反映的情况", optional=True)]
    organ: Annotated[str, Says("受理机关")]


Shape = TypeVar("Shape", bound=SealedLetter)


def sealed_letter(
    shape: type[Shape],
    session: Session,
    petition: Petition,
    matter: Matter,
    *,
    kind: str,
    title: str,
    addressee: str,
    basis: str,
) -> Shape:
    """The letter of this step; whom it goes to is what the sealed desk wrote."""
    return shape(
        kind=kind,
        title=title,
        basis=basis,
        addressee=addressee,
        case=case_lines(session, petition, matter),
        secrecy=SECRECY,
        category=CATEGORY[matter.category],
        petitioner=petitioner_lines(session, petition),
        text=paragraphs(petition.text),
        organ=organ_of(session, matter),
    )


def organ_of(session: Session, matter: Matter) -> str:
    """The organ that the report goes to: a unit here, or one that was named."""
    said = said_of(session, matter)
    unit = session.get(Unit, said["recipient"]) if said.get("recipient") else None
    return unit.name if unit else str(said.get("organ") or "").strip() or ANY_ORGAN


def said_of(session: Session, matter: Matter) -> dict[str, Any]:
    """What the sealed desk filled in."""
    decision = latest(session, HAND_OVER, matter_id=matter.id)
    return decision.data if decision else {}
