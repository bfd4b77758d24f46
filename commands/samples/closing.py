"""How a case ends: the petitioner takes it back, or is called back after the answer."""

from datetime import datetime

from sqlmodel import Session

from commands.samples.office import BUREAU, CLERK, HOUSING, LABOUR, at, decide, file, open_matter
from commands.samples.sample import Sample, issued
from records import audit
from records.models import Petition
from records.models.matter import MatterEnd
from records.models.petition import PetitionForm
from records.withdrawals import WITHDRAW
from workers.notices.record_follow_up import record_follow_up_notice
from workers.notices.record_matter_withdrawal import record_matter_withdrawal_notice
from workers.notices.record_withdrawal import record_withdrawal_notice

LIFT = "督促物业服务企业恢复三号楼电梯运行。"


def tell(session: Session) -> dict[str, Sample]:
    """All of a petition withdrawn, one matter of it, and the record of a call."""
    return {
        "record_withdrawal": _whole(session),
        "record_matter_withdrawal": _one_matter(session),
        "record_follow_up": _called_back(session),
    }


def _whole(session: Session) -> Sample:
    petition = file(session, "清理小区外占道堆放的建筑垃圾。", on=at(2026, 3, 2))
    _withdraw(session, petition, on=at(2026, 3, 4))
    notice = record_withdrawal_notice(session, petition)
    sample, _ = issued(session, notice, petition, unit=BUREAU, on=at(2026, 3, 4))
    return sample


def _one_matter(session: Session) -> Sample:
    petition = file(
        session,
        "退还重复收取的电梯维修费。",
        "补发被拖欠的物业服务人员工资。",
        on=at(2026, 3, 2),
        form=PetitionForm.letter,
        subject="某某物业服务企业收费和欠薪问题",
    )
    fees = open_matter(session, petition, on=at(2026, 3, 5))
    open_matter(session, petition, on=at(2026, 3, 5), ordinal=2, unit_id=LABOUR)
    _withdraw(session, petition, 1, on=at(2026, 3, 20))
    fees.end, fees.ended_at = MatterEnd.withdrawn, at(2026, 3, 20)
    session.flush()
    notice = record_matter_withdrawal_notice(session, petition, fees)
    sample, _ = issued(session, notice, petition, fees, unit=HOUSING, on=at(2026, 3, 20))
    return sample


def _withdraw(session: Session, petition: Petition, *matters: int, on: datetime) -> None:
    audit.record(
        session,
        now=on,
        actor=CLERK,
        action=WITHDRAW,
        petition_id=petition.id,
        whole=not matters,
        matters=list(matters),
    )
    session.flush()


def _called_back(session: Session) -> Sample:
    petition = file(session, LIFT, on=at(2026, 3, 2), form=PetitionForm.phone)
    matter = open_matter(session, petition, on=at(2026, 3, 4))
    matter.end, matter.ended_at = MatterEnd.answered, at(2026, 5, 8)
    called = at(2026, 5, 20)
    decide(
        session,
        "follow_up_petitioner",
        petition,
        None,
        on=called,
        by=CLERK,
        reached="yes",
        attitude="agrees",
        note="2026年5月20日上午9时40分电话回访。\n"
        "信访人表示已经收到处理意见书，电梯已经恢复运行，对处理意见没有异议。",
    )
    notice = record_follow_up_notice(session, petition)
    sample, _ = issued(session, notice, petition, unit=BUREAU, on=called)
    return sample
