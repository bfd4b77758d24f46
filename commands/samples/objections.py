"""A unit objects: refused, agreed to, settled among several units, and sent to another one."""

from sqlmodel import Session

from commands.samples.office import BUREAU, CLERK, HOUSING, LABOUR, at, decide, file, open_matter
from commands.samples.sample import Sample, issued
from records.matters import set_facts
from records.models import Matter, Petition
from workers.notices.dispatch_again import dispatch_again_letter, dispatch_again_notice
from workers.notices.dispatch_petition import dispatch_petition_notice
from workers.notices.record_lead_unit import record_lead_unit_notice
from workers.notices.refuse_objection import refuse_objection_notice
from workers.notices.send_objection import send_objection_notice

CLAIM = "查处建筑工地拖欠工资的行为。"


def tell(session: Session) -> dict[str, Sample]:
    """The way of one matter from the first unit to the second."""
    petition = file(session, CLAIM, on=at(2026, 3, 2))
    matter = open_matter(session, petition, on=at(2026, 3, 4))
    set_facts(session, matter.id, {"duty_open": True})
    letter = dispatch_petition_notice(session, petition, matter)
    issued(session, letter, petition, matter, unit=BUREAU, on=at(2026, 3, 4))
    return _objected(session, petition, matter) | _settled(session, petition, matter)


def _objected(session: Session, petition: Petition, matter: Matter) -> dict[str, Sample]:
    decide(
        session,
        "examine_matter",
        petition,
        matter,
        on=at(2026, 3, 6),
        power="none",
        objection_reasons="信访人与劳务公司之间是劳动关系，请求查处的是拖欠工资的行为。\n"
        "本单位的职权限于建筑市场和工程质量安全监管，不包括劳动保障监察。",
        objection_basis="《保障农民工工资支付条例》第七条、《劳动保障监察条例》第三条。",
        proposed_unit=LABOUR,
    )
    objection = send_objection_notice(session, petition, matter)
    sent, _ = issued(session, objection, petition, matter, unit=HOUSING, on=at(2026, 3, 6))
    decide(
        session,
        "decide_objection",
        petition,
        matter,
        on=at(2026, 3, 9),
        by=CLERK,
        is_objection_agreed="no",
        note="工程建设领域拖欠工资由建设主管部门督促建设单位、施工单位先行清偿，属于你单位职责。",
    )
    answer = refuse_objection_notice(session, petition, matter)
    refused, _ = issued(session, answer, petition, matter, unit=BUREAU, on=at(2026, 3, 9))
    return {"send_objection": sent, "refuse_objection": refused}


def _settled(session: Session, petition: Petition, matter: Matter) -> dict[str, Sample]:
    decide(
        session,
        "negotiate_lead",
        petition,
        matter,
        on=at(2026, 3, 11),
        by=CLERK,
        is_lead_agreed="yes",
        units=[HOUSING, LABOUR],
        unit=LABOUR,
        note="拖欠工资的查处由人力资源社会保障部门牵头，住房城乡建设部门提供工程款拨付情况。",
    )
    record = record_lead_unit_notice(session, petition, matter)
    told = {}
    told["record_lead_unit"], _ = issued(
        session, record, petition, matter, unit=BUREAU, on=at(2026, 3, 11)
    )
    matter.unit_id, matter.round = LABOUR, 2
    matter.dispatched_at, matter.received_on = at(2026, 3, 12), at(2026, 3, 12).date()
    for name, notice in (
        ("dispatch_again", dispatch_again_notice(session, petition, matter)),
        ("dispatch_again__letter", dispatch_again_letter(session, petition, matter)),
    ):
        told[name], _ = issued(session, notice, petition, matter, unit=BUREAU, on=at(2026, 3, 12))
    return told
