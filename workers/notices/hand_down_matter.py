"""转下属单位: the matter lies with a subordinate unit of the same system (article 23(1))."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from records.models import Matter, Petition
from workers.notices.dispatched import DispatchNotice, dispatched
from workers.notices.sent_letter import SentLetter, sent_letter

BASIS = "regulation_2022:23(1)"


@dataclass(frozen=True)
class HandedDownNotice(DispatchNotice):
    """Which subordinate unit has the matter."""

    element_id = "hand_down_matter"


@dataclass(frozen=True)
class HandedDownLetter(SentLetter):
    """To the subordinate unit."""

    element_id = "hand_down_matter__letter"


def hand_down_matter_notice(
    session: Session, petition: Petition, matter: Matter
) -> HandedDownNotice:
    """The notice to the petitioner; `matter.unit_id` is the subordinate unit."""
    opening = "本单位已经收到。该事项属于本系统下级单位的职权范围，本单位已经送交该单位"
    notice = dispatched(HandedDownNotice, session, petition, matter, opening)
    return replace(notice, title="信访事项去向告知单", basis=BASIS)


def hand_down_matter_letter(
    session: Session, petition: Petition, matter: Matter
) -> HandedDownLetter:
    """The letter to the subordinate unit."""
    opening = "下列信访事项属于你单位的职权范围"
    letter = sent_letter(HandedDownLetter, session, petition, matter, opening)
    return replace(letter, basis=BASIS)
