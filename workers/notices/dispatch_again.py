"""再次转送: the matter came back from a unit and goes to another one (articles 22 to 24)."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Matter, Petition
from workers.notices.dispatched import DispatchNotice, dispatched
from workers.notices.sent_letter import SentLetter, sent_letter


@dataclass(frozen=True)
class AgainNotice(DispatchNotice):
    """Where the matter went instead."""

    element_id = "dispatch_again"


@dataclass(frozen=True)
class AgainLetter(SentLetter):
    """To the unit that has it now."""

    element_id = "dispatch_again__letter"


def dispatch_again_notice(session: Session, petition: Petition, matter: Matter) -> AgainNotice:
    """The notice to the petitioner; `matter.unit_id` is the new unit."""
    opening = "此前送交的单位认为不属于其职权范围，经本单位核实，现已另行送交有权处理的单位"
    return dispatched(AgainNotice, session, petition, matter, opening)


def dispatch_again_letter(session: Session, petition: Petition, matter: Matter) -> AgainLetter:
    """The letter to the new unit."""
    opening = "下列信访事项此前送交的单位认为不属于其职权范围，经本单位核实或者有关单位会商"
    return sent_letter(AgainLetter, session, petition, matter, opening)
