"""Who petitions, as a unit that handles the matter must know."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Petition
from workers.cases import petitioner_of
from workers.notices.case_lines import addressee_of
from workers.notices.required import Says

UNKNOWN = "未留"


@dataclass(frozen=True)
class PetitionerLines:
    """Name, and how to reach the petitioner."""

    name: Annotated[str, Says("信访人姓名（名称）")]
    address: Annotated[str, Says("住址")]
    phone: Annotated[str, Says("联系电话")]


def petitioner_lines(session: Session, petition: Petition) -> PetitionerLines:
    """The petitioner of this petition; what was not left says so."""
    petitioner = petitioner_of(session, petition)
    return PetitionerLines(
        name=addressee_of(session, petition),
        address=(petitioner.address or petitioner.residence or "").strip() or UNKNOWN,
        phone=(petitioner.phone or "").strip() or UNKNOWN,
    )
