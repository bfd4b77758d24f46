"""重大情况报告: leaders of the Party committee are told of what is major (article 30)."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Matter, Petition
from workers.notices.sealed_letter import SealedLetter, said_of, sealed_letter

LEADERS = "党委主要负责同志、分管负责同志"


@dataclass(frozen=True)
class LeadersReport(SealedLetter):
    """To the leaders that the desk named."""

    element_id = "inform_leaders"


def inform_leaders_notice(session: Session, petition: Petition, matter: Matter) -> LeadersReport:
    """The report, with its mark."""
    named = str(said_of(session, matter).get("leaders") or "").strip()
    return sealed_letter(
        LeadersReport,
        session,
        petition,
        matter,
        kind="密报",
        title="检举控告重大情况报告",
        addressee=named or LEADERS,
        basis="regulation_2022:30(2)",
    )
