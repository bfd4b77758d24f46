"""A threat at the window: the report, the notice, and an update."""

from sqlmodel import Session

from commands.samples.office import BUREAU, CLERK, HOUSING, LEADER, at, decide, file
from commands.samples.sample import Sample, issued
from law.urgent import UrgentKind
from records.urgent import raise_urgent_report
from workers.notices.send_urgent_report import send_urgent_report_letter, send_urgent_report_notice
from workers.notices.send_urgent_update import send_urgent_update_notice

CLAIM = "要求开发企业按期交房。"
SITUATION = "十余名购房人在示范广场聚集，其中一人扬言跳楼。"


def tell(session: Session) -> dict[str, Sample]:
    """The three documents of one report."""
    now = at(2026, 3, 2)
    petition = file(session, CLAIM, on=now, subject="要求按期交房")
    report = raise_urgent_report(
        session,
        petition,
        kind=UrgentKind.danger_to_life,
        situation=SITUATION,
        known_at=now,
        raised_by=CLERK,
        now=now,
    )
    decide(
        session,
        "draft_urgent_report",
        petition,
        None,
        on=now,
        by=CLERK,
        situation=SITUATION,
        measures="已经派人到场劝导，通知属地和公安机关，约请开发企业负责人当面答复。",
        party_government="中共示范市委、示范市人民政府",
        department=HOUSING,
    )
    decide(
        session,
        "follow_urgent_matter",
        petition,
        None,
        on=now,
        by=LEADER,
        measures="当事人已经劝离，开发企业当场答复复工时间。",
        urgent_step="update",
    )
    told = {}
    for name, notice in (
        ("send_urgent_report", send_urgent_report_notice(session, petition, report)),
        ("send_urgent_report__letter", send_urgent_report_letter(session, petition, report)),
        ("send_urgent_update", send_urgent_update_notice(session, petition, report)),
    ):
        told[name], _ = issued(session, notice, petition, unit=BUREAU, on=now)
    return told
