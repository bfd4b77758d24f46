"""反映干部问题通报函: the organisation department is told of what is about a cadre (article 30)."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Matter, Petition
from workers.notices.sealed_letter import SealedLetter, said_of, sealed_letter

ANY_DEPARTMENT = "组织（人事）部门"


@dataclass(frozen=True)
class CadreNotice(SealedLetter):
    """To the department in charge of the cadre."""

    element_id = "inform_organisation_department"


def inform_organisation_department_notice(
    session: Session, petition: Petition, matter: Matter
) -> CadreNotice:
    """The notice, with its mark."""
    named = str(said_of(session, matter).get("organisation_department") or "").strip()
    return sealed_letter(
        CadreNotice,
        session,
        petition,
        matter,
        kind="密通",
        title="反映干部问题通报函",
        addressee=named or ANY_DEPARTMENT,
        basis="regulation_2022:30(2)",
    )
