"""What units do with an assigned matter, a suggestion, and what is none of theirs."""

from datetime import date

from sqlmodel import Session

from commands.samples.office import BUREAU, HOUSING, LEADER, at, decide, file, open_matter
from commands.samples.sample import Sample, issued
from law.decision_facts import SimpleGround
from law.decision_words import DispatchMode, Procedure
from records.models.petition import Category, Outcome, PetitionForm
from workers.notices.dispatch_petition import dispatch_petition_notice
from workers.notices.issue_opinion import issue_opinion_notice
from workers.notices.notify_dispatch import notify_dispatch_notice
from workers.notices.refuse_matter import refuse_matter_notice
from workers.notices.return_for_rework import return_for_rework_notice
from workers.notices.send_acceptance import send_acceptance_notice
from workers.notices.send_closing_report import send_closing_report_notice
from workers.notices.send_suggestion_reply import send_suggestion_reply_notice


def tell(session: Session) -> dict[str, Sample]:
    """An assigned matter with its report, a simple one, a suggestion, and a refusal."""
    return _assigned(session) | _simple(session) | _suggestion(session) | _refused(session)


def _assigned(session: Session) -> dict[str, Sample]:
    petition = file(
        session, "解决安置房逾期未交付的问题。", on=at(2026, 3, 3), form=PetitionForm.letter
    )
    matter = open_matter(
        session,
        petition,
        on=at(2026, 3, 6),
        dispatch_mode=DispatchMode.assign,
        report_due_on=date(2026, 5, 15),
    )
    told: dict[str, Sample] = {}
    for name, notice in (
        ("dispatch_petition_assigned", dispatch_petition_notice(session, petition, matter)),
        ("notify_dispatch_assigned", notify_dispatch_notice(session, petition, matter)),
    ):
        told[name], _ = issued(session, notice, petition, matter, unit=BUREAU, on=at(2026, 3, 6))
    matter.accepted_on, matter.outcome = date(2026, 3, 12), Outcome.explain
    matter.facts = "经查，项目因施工单位更换，工期延误，计划于2026年9月交付。"
    matter.answer = "逾期交付的原因和交付计划已向您说明，过渡费按月发放至交付为止。"
    matter.legal_basis = "《国有土地上房屋征收与补偿条例》第二十二条。"
    matter.signed_at, matter.signed_by = at(2026, 5, 6), LEADER
    opinion = issue_opinion_notice(session, petition, matter)
    issued(session, opinion, petition, matter, unit=HOUSING, on=at(2026, 5, 6))
    matter.served_on = date(2026, 5, 8)
    decide(
        session,
        "write_closing_report",
        petition,
        matter,
        on=at(2026, 5, 11),
        report="收到交办函后，本单位听取了信访人的陈述，会同建设单位到现场核实了工程进度。\n"
        "经查，项目因施工单位更换延误工期，建设单位已书面承诺于2026年9月交付。",
        contact="戊某某，000-0000-0001",
    )
    report = send_closing_report_notice(session, petition, matter)
    told["send_closing_report"], _ = issued(
        session, report, petition, matter, unit=HOUSING, on=at(2026, 5, 11)
    )
    decide(
        session,
        "check_closing_report",
        petition,
        matter,
        on=at(2026, 5, 13),
        defects="没有说明过渡费的计算标准和发放记录。\n没有附建设单位的书面承诺。",
    )
    rework = return_for_rework_notice(session, petition, matter)
    told["return_for_rework"], _ = issued(
        session, rework, petition, matter, unit=BUREAU, on=at(2026, 5, 13)
    )
    return told


def _simple(session: Session) -> dict[str, Sample]:
    petition = file(session, "修复小区门口损坏的路灯。", on=at(2026, 3, 4), form=PetitionForm.phone)
    matter = open_matter(
        session,
        petition,
        on=at(2026, 3, 5),
        procedure=Procedure.simple,
        simple_ground=SimpleGround.daily_life,
        accepted_on=date(2026, 3, 9),
    )
    notice = send_acceptance_notice(session, petition, matter)
    sample, _ = issued(session, notice, petition, matter, unit=HOUSING, on=at(2026, 3, 9))
    return {"send_acceptance_simple": sample}


def _suggestion(session: Session) -> dict[str, Sample]:
    petition = file(session, "在老旧小区增设无障碍坡道。", on=at(2026, 3, 2))
    matter = open_matter(session, petition, on=at(2026, 3, 4), category=Category.proposal)
    matter.answer = (
        "经研究论证，您的建议科学合理、具有现实可行性。2026年老旧小区改造计划已列入其中12个小区，"
        "其余小区因场地条件限制，列入下一年度论证。"
    )
    decide(session, "study_suggestion", petition, matter, on=at(2026, 4, 1), adoption="partly")
    reply = send_suggestion_reply_notice(session, petition, matter)
    sample, _ = issued(session, reply, petition, matter, unit=HOUSING, on=at(2026, 4, 1))
    return {"send_suggestion_reply": sample}


def _refused(session: Session) -> dict[str, Sample]:
    petition = file(
        session,
        "责令原雇主支付拖欠的工资。",
        on=at(2026, 3, 3),
        form=PetitionForm.visit,
        bureau_id=HOUSING,
    )
    matter = open_matter(session, petition, on=at(2026, 3, 3), is_direct=True)
    decide(
        session,
        "examine_matter",
        petition,
        matter,
        on=at(2026, 3, 4),
        power="none",
        legal_path="请向示范市人力资源和社会保障局投诉，或者向劳动人事争议仲裁委员会申请仲裁。",
    )
    notice = refuse_matter_notice(session, petition, matter)
    sample, _ = issued(session, notice, petition, matter, unit=HOUSING, on=at(2026, 3, 4))
    return {"refuse_matter": sample}
