"""会商确定承办单位纪要: several units settle who leads (article 24(1))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session, col, select

from records.models import Matter, Petition, TaskDecision, Unit
from records.task_decisions import latest
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.words import chinese_day, paragraphs

NEGOTIATED = "negotiate_lead"
WAYS = {
    NEGOTIATED: "有关单位协商一致",
    "decide_lead_by_superior": "协商不成，由共同的上一级机关、单位决定",
    "decide_lead_by_conference": "协商不成，又没有共同的上一级机关、单位，由信访工作联席会议协调",
}


@dataclass(frozen=True)
class LeadUnitRecord(Notice):
    """Who was asked, how it was settled, who leads and why."""

    element_id = "record_lead_unit"

    units: Annotated[tuple[str, ...], Says("参加会商的单位")]
    way: Annotated[str, Says("确定方式")]
    settled_on: Annotated[str, Says("确定日期")]
    lead_unit: Annotated[str, Says("承办单位")]
    reasons: Annotated[tuple[str, ...], Says("理由", optional=True)]


def record_lead_unit_notice(session: Session, petition: Petition, matter: Matter) -> LeadUnitRecord:
    """The record of the newest decision that names a unit; it is addressed to that unit."""
    asked = latest(session, NEGOTIATED, matter_id=matter.id)
    settled = _settled(session, matter)
    lead = session.get(Unit, settled.data["unit"]) if settled else None
    names = [
        session.get(Unit, str(one)) for one in (asked.data.get("units") if asked else None) or ()
    ]
    return LeadUnitRecord(
        kind="纪要",
        title="会商确定承办单位纪要",
        basis="regulation_2022:24(1)",
        addressee=lead.name if lead else "",
        case=case_lines(session, petition, matter),
        units=tuple(unit.name for unit in names if unit),
        way=WAYS[settled.element_id] if settled else "",
        settled_on=chinese_day(settled.decided_at) if settled else "",
        lead_unit=lead.name if lead else "",
        reasons=paragraphs(settled.data.get("note")) if settled else (),
    )


def _settled(session: Session, matter: Matter) -> TaskDecision | None:
    decided = select(TaskDecision).where(
        TaskDecision.matter_id == matter.id, col(TaskDecision.element_id).in_(WAYS)
    )
    newest = decided.order_by(col(TaskDecision.decided_at).desc())
    return next((one for one in session.exec(newest) if one.data.get("unit")), None)
