"""What every document about an urgent report says: one shape for report, notice and update."""

from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from sqlmodel import Session

from law.instants import SHANGHAI
from law.urgent import REPORTING, Told, tellings
from records.models import Petition, Unit, UrgentReport
from records.task_decisions import latest
from records.units import BUREAU
from workers.cases import unit_of
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.words import chinese_day, paragraphs

PARTY_AND_GOVERNMENT = "本级党委、政府"
NAMES = {
    Told.department: "相关主管部门",
    Told.conference_office: "信访工作联席会议办公室",
    Told.superior_bureau: "上一级信访部门",
    Told.national_bureau: "国家信访局",
}


@dataclass(frozen=True)
class UrgentNotice(Notice):
    """The facts, what was done, and who has it; printed by _urgent.html."""

    known_at: Annotated[str, Says("知悉时间")]
    situation: Annotated[tuple[str, ...], Says("情况")]
    measures: Annotated[tuple[str, ...], Says("已经采取的措施")]
    upwards: Annotated[str, Says("抄报", optional=True)]
    copies: Annotated[str, Says("抄送", optional=True)]


Shape = TypeVar("Shape", bound=UrgentNotice)


def urgent_notice(
    shape: type[Shape],
    session: Session,
    petition: Petition,
    report: UrgentReport,
    *,
    kind: str,
    title: str,
    measures: str,
    to_others: bool = False,
) -> Shape:
    """The document; `to_others`: addressed to department and conference, not to the government."""
    drafted = drafted_of(session, petition, report)
    unit = unit_of(session, petition.bureau_id)
    names = NAMES | _named(session, drafted)
    told = [one.told for one in tellings(is_bureau=unit.kind == BUREAU)]
    others = "、".join(
        names[one] for one in told if one in (Told.department, Told.conference_office)
    )
    upwards = "、".join(
        names[one] for one in told if one in (Told.superior_bureau, Told.national_bureau)
    )
    government = str(drafted.get("party_government") or "").strip() or PARTY_AND_GOVERNMENT
    return shape(
        kind=kind,
        title=title,
        basis=REPORTING,
        addressee=others if to_others else government,
        case=case_lines(session, petition),
        known_at=f"{chinese_day(report.known_at)}{report.known_at.astimezone(SHANGHAI):%H:%M}",
        situation=paragraphs(drafted.get("situation") or report.situation),
        measures=paragraphs(measures or drafted.get("measures")),
        upwards="" if to_others else upwards,
        copies="" if to_others else others,
    )


def drafted_of(session: Session, petition: Petition, report: UrgentReport) -> dict[str, Any]:
    """What was drafted last for this report."""
    found = latest(session, "draft_urgent_report", petition_id=petition.id, since=report.raised_at)
    return found.data if found else {}


def _named(session: Session, drafted: dict[str, Any]) -> dict[Told, str]:
    unit = session.get(Unit, drafted["department"]) if drafted.get("department") else None
    return {Told.department: unit.name} if unit else {}
