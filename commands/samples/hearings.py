"""A hearing with its notice, record and report; an agreement after mediation, and one without."""

from datetime import date

from sqlmodel import Session

from commands.samples.office import HANDLER, HOUSING, LEADER, at, file, open_matter
from commands.samples.sample import Sample, issued
from law.hearing import HearingPhase, HearingResult
from law.mediation import AgreementKind
from records.models import Hearing, Matter, Mediation, Petition
from workers.notices.issue_agreement import issue_agreement_notice
from workers.notices.notice import Notice
from workers.notices.record_hearing import record_hearing_notice
from workers.notices.send_hearing_notice import send_hearing_notice_notice
from workers.notices.write_hearing_report import write_hearing_report_notice

LIFT = "恢复小区电梯运行，并由开发单位承担维修费用。"
FEES = "退还装修押金。"


def tell(session: Session) -> dict[str, Sample]:
    """The papers of a hearing, and both kinds of agreement."""
    petition = file(session, LIFT, on=at(2026, 3, 2))
    matter = open_matter(session, petition, on=at(2026, 3, 4), accepted_on=date(2026, 3, 6))
    told = _hearing(session, petition, matter)
    told["issue_agreement"] = _mediated(session, petition, matter)
    told["issue_agreement_settlement"] = _settled(session)
    return told


def _hearing(session: Session, petition: Petition, matter: Matter) -> dict[str, Sample]:
    hearing = Hearing(
        matter_id=matter.id,
        ordinal=1,
        phase=HearingPhase.handling,
        unit_id=HOUSING,
        notice_sent_on=date(2026, 3, 16),
        planned_on=date(2026, 3, 30),
        planned_time="上午九时",
        place="示范市住房和城乡建设局三楼听证室",
        chair_id=LEADER,
        members="庚某某、辛某某（听证员），壬某某（记录人）",
        arranged_by=HANDLER,
        arranged_at=at(2026, 3, 16),
    )
    session.add(hearing)
    session.flush()
    notice = send_hearing_notice_notice(session, petition, matter, hearing)
    told = {"send_hearing_notice": _issued(session, notice, petition, matter, day=16)}
    hearing.result, hearing.held_on = HearingResult.held, date(2026, 3, 30)
    hearing.record = (
        "信访人陈述：电梯自2025年12月停运，业主出行困难，请求尽快修复。\n"
        "开发单位陈述：电梯已过质保期，愿意承担部分费用。\n"
        "双方对维修记录和质保合同进行了质证。"
    )
    hearing.record_signed_by = "信访人甲某某、开发单位代理人癸某某"
    hearing.conclusion = (
        "电梯停运的原因是主机缺陷，缺陷在质保期内已经出现。\n应由开发单位承担维修费用。"
    )
    hearing.concluded_on = date(2026, 3, 31)
    record = record_hearing_notice(session, petition, matter, hearing)
    told["record_hearing"] = _issued(session, record, petition, matter, day=31)
    report = write_hearing_report_notice(session, petition, matter, hearing)
    told["write_hearing_report"] = _issued(session, report, petition, matter, day=31)
    return told


def _mediated(session: Session, petition: Petition, matter: Matter) -> Sample:
    mediation = _agreed(session, matter, AgreementKind.mediation)
    mediation.mediator, mediation.is_confirmation_wanted = "示范市人民调解委员会调解员庚某某", True
    mediation.parties = "甲方：甲某某\n乙方：示范市某某房地产开发有限公司"
    mediation.dispute = "电梯停运的维修费用由谁承担。"
    mediation.content = "乙方承担电梯维修的全部费用，并在履行期限内恢复运行。"
    mediation.way = "乙方委托有资质的单位维修，经检验合格后交付使用"
    notice = issue_agreement_notice(session, petition, matter, mediation)
    return _issued(session, notice, petition, matter, day=31)


def _settled(session: Session) -> Sample:
    petition = file(session, FEES, on=at(2026, 3, 3))
    matter = open_matter(session, petition, on=at(2026, 3, 5), accepted_on=date(2026, 3, 9))
    settlement = _agreed(session, matter, AgreementKind.settlement)
    settlement.is_oral = True
    settlement.parties = "甲方：甲某某\n乙方：示范市某某物业服务有限公司"
    settlement.dispute = "装修押金2000元是否应当退还。"
    settlement.content = "乙方退还装修押金2000元。"
    settlement.way = "转账至甲方账户"
    notice = issue_agreement_notice(session, petition, matter, settlement)
    return _issued(session, notice, petition, matter, day=31)


def _agreed(session: Session, matter: Matter, kind: AgreementKind) -> Mediation:
    mediation = Mediation(
        matter_id=matter.id,
        ordinal=1,
        within_discretion=True,
        petitioner_agrees=True,
        other_side_agrees=True,
        asked_by=HANDLER,
        asked_at=at(2026, 3, 30),
        is_agreed=True,
        kind=kind,
        agreed_on=date(2026, 3, 31),
        perform_until=date(2026, 4, 20),
    )
    session.add(mediation)
    session.flush()
    return mediation


def _issued(
    session: Session, notice: Notice, petition: Petition, matter: Matter, *, day: int
) -> Sample:
    sample, _ = issued(session, notice, petition, matter, unit=HOUSING, on=at(2026, 3, day))
    return sample
