"""What a petitioner is told about matters of litigation: one shape for letter and visit."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Matter, Petition
from records.units import BUREAU
from workers.cases import unit_of
from workers.notices.notice import Notice
from workers.notices.required import Says

BASIS = "regulation_2022:22(2)"
ANY_ORGAN = "有关政法部门"


@dataclass(frozen=True)
class LitigationGuidance(Notice):
    """To whom such a matter belongs, and why; printed by _litigation_guidance.html."""

    organ: Annotated[str, Says("有关政法部门")]
    explanation: Annotated[tuple[str, ...], Says("释法说明", optional=True)]


def organ_of(session: Session, petition: Petition, matter: Matter) -> str:
    """The organ that the matter was sorted to; no bureau is one."""
    unit = unit_of(session, matter.unit_id)
    is_bureau = unit.kind == BUREAU or unit.id == petition.bureau_id
    return ANY_ORGAN if is_bureau else unit.name
