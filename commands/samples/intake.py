"""A group's petition, from the receipt over acceptance to the opinion and its service."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from commands.samples.office import BUREAU, HANDLER, HOUSING, LEADER, at, decide, file, open_matter
from commands.samples.sample import Sample, issued
from law.service import Way
from records.ledger import extend_clock, open_clock
from records.models import Companion, ExtensionRequest, Matter, Petition
from records.models.petition import Outcome
from records.services import record_service
from workers.notices.dispatch_petition import dispatch_petition_notice
from workers.notices.issue_opinion import issue_opinion_notice
from workers.notices.issue_receipt import issue_receipt_notice, query_address
from workers.notices.notify_dispatch import notify_dispatch_notice
from workers.notices.record_service import record_service_notice
from workers.notices.send_acceptance import send_acceptance_notice
from workers.notices.send_extension_notice import send_extension_notice_notice

PUBLIC_ADDRESS = "https://xinfang.example"
CLAIMS = ("督促物业服务企业恢复三号楼电梯运行。", "公开住宅专项维修资金的使用情况。")
COMPANIONS = (("乙某某", True), ("丙某某", True), ("庚某某", False), ("辛某某", False))


def tell(session: Session) -> dict[str, Sample]:
    """Every document of the main way, in the order issued."""
    petition = file(session, *CLAIMS, on=at(2026, 3, 2), people=6, subject="三号楼电梯停运两个月")
    for ordinal, (name, speaks) in enumerate((*COMPANIONS, ("壬某某", False)), start=1):
        row = Companion(
            petition_id=petition.id, ordinal=ordinal, name=name, is_representative=speaks
        )
        session.add(row)
    told: dict[str, Sample] = {}
    address = query_address(petition, PUBLIC_ADDRESS)
    receipt = replace(issue_receipt_notice(session, petition), query_address=address)
    told["issue_receipt"], _ = issued(session, receipt, petition, unit=BUREAU, on=at(2026, 3, 2))
    matter = open_matter(session, petition, on=at(2026, 3, 5))
    for name, notice in (
        ("dispatch_petition", dispatch_petition_notice(session, petition, matter)),
        ("notify_dispatch", notify_dispatch_notice(session, petition, matter)),
    ):
        told[name], _ = issued(session, notice, petition, matter, unit=BUREAU, on=at(2026, 3, 5))
    return told | _accepted(session, petition, matter) | _answered(session, petition, matter)


def _accepted(session: Session, petition: Petition, matter: Matter) -> dict[str, Sample]:
    decide(
        session,
        "examine_matter",
        petition,
        matter,
        on=at(2026, 3, 10),
        power="own",
        route="petition",
        phone="000-0000-0001",
    )
    matter.accepted_on = date(2026, 3, 10)
    acceptance = send_acceptance_notice(session, petition, matter)
    clock = open_clock(
        session,
        petition_id=petition.id,
        matter_id=matter.id,
        code="D05",
        started_on=matter.accepted_on,
        actor="engine",
        now=at(2026, 3, 10),
    )
    reason = "电梯更换部件须经特种设备检验机构检测，检测结果尚未作出。"
    session.add(
        ExtensionRequest(
            matter_id=matter.id,
            days=30,
            reason=reason,
            asked_by=HANDLER,
            asked_at=at(2026, 5, 6),
            is_approved=True,
            decided_by=LEADER,
            decided_at=at(2026, 5, 6),
        )
    )
    extend_clock(
        session, clock_id=clock.id, days=30, reason=reason, actor=LEADER, now=at(2026, 5, 6)
    )
    extension = send_extension_notice_notice(session, petition, matter)
    return {
        "send_acceptance": issued(
            session, acceptance, petition, matter, unit=HOUSING, on=at(2026, 3, 10)
        )[0],
        "send_extension_notice": issued(
            session, extension, petition, matter, unit=HOUSING, on=at(2026, 5, 6)
        )[0],
    }


def _answered(session: Session, petition: Petition, matter: Matter) -> dict[str, Sample]:
    decide(
        session,
        "hear_petitioner",
        petition,
        matter,
        on=at(2026, 3, 18),
        heard_on="2026-03-18",
        statement="电梯自2026年1月起停运，楼内有多位老年人，出行困难；多次联系物业服务企业，没有结果。",
    )
    matter.facts = (
        "经查，三号楼电梯因曳引机损坏，自2026年1月6日起停止运行。更换费用应当从住宅专项维修资金中列支，"
        "物业服务企业未及时提出使用方案，反映的情况属实。"
    )
    matter.outcome = Outcome.support
    matter.answer = (
        "对恢复电梯运行的请求，予以支持。\n"
        "已责令物业服务企业在2026年6月20日前完成更换和检验，恢复运行。本单位负责督促落实。"
    )
    matter.legal_basis = (
        "《物业管理条例》第三十五条；《住宅专项维修资金管理办法》第二十二条；"
        "《信访工作条例》第三十二条第一款第一项。"
    )
    matter.signed_at, matter.signed_by = at(2026, 6, 2), LEADER
    opinion, document = issued(
        session,
        issue_opinion_notice(session, petition, matter),
        petition,
        matter,
        unit=HOUSING,
        on=at(2026, 6, 2),
    )
    record_service(
        session,
        document,
        way=Way.in_person,
        on=date(2026, 6, 4),
        is_served=True,
        server_id=HANDLER,
        now=at(2026, 6, 4),
        recipient="子某某",
        relation="同住成年家属",
        place="示范市示范路1号",
    )
    record = record_service_notice(session, petition, matter)
    return {
        "issue_opinion": opinion,
        "record_service": issued(
            session, record, petition, matter, unit=HOUSING, on=at(2026, 6, 4)
        )[0],
    }
