"""What is on record of earlier petitions about the same matter, as the petitioner may know it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from records.clocks.find import latest
from records.matters import matters_of
from records.models import Claim, Matter, Petition, RelatedPetition
from records.models.matter import MatterEnd
from workers.cases import unit_of
from workers.notices.words import chinese_date

HANDLING = "D05"
REPORTED = "按管理权限办理的机关"
ENDS = {
    MatterEnd.answered: "已经答复",
    MatterEnd.imported: "已经导入法定途径",
    MatterEnd.guided: "已经引导到有关政法部门",
    MatterEnd.refused: "已经告知不予受理",
    MatterEnd.handed_over: "已经接收并移送",
    MatterEnd.withdrawn: "已经撤回",
    MatterEnd.settled: "已经调解办结",
}


@dataclass(frozen=True)
class Standing:
    """Where one claim of an earlier petition stands."""

    number: str
    claim: str
    unit: str
    stand: str


def earlier_petitions(session: Session, petition: Petition) -> list[Petition]:
    """Those that were linked as the same person's, the newest first. Nobody else's are told."""
    linked = select(RelatedPetition.earlier_id).where(
        RelatedPetition.petition_id == petition.id, col(RelatedPetition.same_person)
    )
    found = select(Petition).where(col(Petition.id).in_(linked))
    return list(session.exec(found.order_by(col(Petition.filed_at).desc(), col(Petition.id))))


def standings(session: Session, petition: Petition) -> tuple[Standing, ...]:
    """Where each claim of this earlier petition stands; one line where it was not divided yet."""
    matters = matters_of(session, petition.id)
    if not matters:
        unit = unit_of(session, petition.unit_id or petition.bureau_id).name
        return (Standing(petition.number, petition.subject, unit, _undivided(petition)),)
    texts = {
        claim.ordinal: claim.text
        for claim in session.exec(select(Claim).where(Claim.petition_id == petition.id))
    }
    return tuple(
        Standing(
            petition.number,
            texts.get(matter.ordinal, petition.subject),
            REPORTED if matter.is_sealed else unit_of(session, matter.unit_id).name,
            _stand(session, matter),
        )
        for matter in matters
    )


def _undivided(petition: Petition) -> str:
    if petition.closed_at:
        return f"已于{_day(petition.closed_at)}办结"
    if petition.dispatched_at:
        return f"已于{_day(petition.dispatched_at)}转送"
    return f"已于{_day(petition.filed_at)}登记"


def _stand(session: Session, matter: Matter) -> str:
    if matter.end is not None:
        ended = f"（{_day(matter.ended_at)}）" if matter.ended_at else ""
        return ENDS[matter.end] + ended
    if matter.is_sealed:
        return "已经接收"
    if matter.accepted_on is not None:
        clock = latest(session, HANDLING, petition_id=matter.petition_id, matter_id=matter.id)
        until = f"，应当在{chinese_date(clock.due_on)}前办结" if clock else ""
        return f"已于{chinese_date(matter.accepted_on)}受理{until}"
    if matter.dispatched_at is not None:
        return f"已于{_day(matter.dispatched_at)}送交，正在审查"
    return "已经登记"


def _day(moment: datetime) -> str:
    return chinese_date(moment.astimezone(SHANGHAI).date())
