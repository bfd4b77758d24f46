"""逐级转送: a lower bureau passes the matter on (article 22(1)(二))."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Matter, Petition
from workers.notices.dispatched import DispatchNotice, dispatched
from workers.notices.sent_letter import SentLetter, sent_letter


@dataclass(frozen=True)
class PassedOnNotice(DispatchNotice):
    """Where the lower bureau sent the matter."""

    element_id = "pass_on_matter"


@dataclass(frozen=True)
class PassedOnLetter(SentLetter):
    """To the unit that has it now."""

    element_id = "pass_on_matter__letter"


def pass_on_matter_notice(session: Session, petition: Petition, matter: Matter) -> PassedOnNotice:
    """The notice to the petitioner; `matter.unit_id` is the next unit."""
    opening = "由上级信访部门转送本单位，本单位已经送交有权处理的单位"
    return dispatched(PassedOnNotice, session, petition, matter, opening)


def pass_on_matter_letter(session: Session, petition: Petition, matter: Matter) -> PassedOnLetter:
    """The letter to the next unit."""
    opening = "下列信访事项由上级信访部门转来，按照属地管理、分级负责，谁主管、谁负责的原则"
    return sent_letter(PassedOnLetter, session, petition, matter, opening)
