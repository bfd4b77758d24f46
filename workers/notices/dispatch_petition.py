"""转送函、交办函: the matter goes to the unit with power (article 22)."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from law.decision_words import DispatchMode
from records.models import Matter, Petition, Unit
from workers.cases import unit_of
from workers.notices.sent_letter import SentLetter, sent_letter

CONFERENCE_OFFICE = "conference_office"


@dataclass(frozen=True)
class FirstLetter(SentLetter):
    """Of the bureau that the petition was filed with."""

    element_id = "dispatch_petition"


def dispatch_petition_notice(session: Session, petition: Petition, matter: Matter) -> FirstLetter:
    """The letter to the unit; an assignment goes in copy to the office of the joint conference."""
    opening = "本单位收到并登记了下列信访事项，按照属地管理、分级负责，谁主管、谁负责的原则"
    copies = ""
    if matter.dispatch_mode is DispatchMode.assign:
        copies = _conference_office(session, unit_of(session, petition.bureau_id))
    return sent_letter(FirstLetter, session, petition, matter, opening, copies)


def _conference_office(session: Session, bureau: Unit) -> str:
    offices = select(Unit).where(Unit.kind == CONFERENCE_OFFICE, Unit.division == bureau.division)
    found = session.exec(offices.order_by(col(Unit.id))).first()
    return found.name if found else ""
