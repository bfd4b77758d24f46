"""转送告知单、交办告知单: where the matter went (articles 22 and 23)."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Matter, Petition
from workers.notices.dispatched import DispatchNotice, dispatched


@dataclass(frozen=True)
class FirstDispatchNotice(DispatchNotice):
    """Of the bureau that the petition was filed with."""

    element_id = "notify_dispatch"


def notify_dispatch_notice(
    session: Session, petition: Petition, matter: Matter
) -> FirstDispatchNotice:
    """The notice of a matter that was forwarded or assigned."""
    opening = "本单位已经登记，并按照属地管理、分级负责和主管原则送交有权处理的单位"
    return dispatched(FirstDispatchNotice, session, petition, matter, opening)
