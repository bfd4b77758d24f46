"""A unit that is late: reminded, written to, talked to, announced, and what is suggested to it."""

from datetime import datetime

from sqlmodel import Session

from commands.samples.office import BUREAU, CLERK, HOUSING, at, file, open_matter
from commands.samples.sample import Sample
from law.decision_facts import Adoption, SupervisionTrigger
from law.decision_words import SupervisionStep
from records.ledger import open_clock
from records.models import Matter, Petition, Supervision, TaskDecision, Unit
from records.models.supervision import AdviceKind
from records.supervisions.advice import Draft, answer, draft, note_issued
from records.supervisions.feedback import ask_feedback, keep_feedback
from records.supervisions.ladder import take_step
from workers.measures import MakeNotice
from workers.notices.issue_advice import issue_advice_notice
from workers.notices.issue_supervision_letter import issue_supervision_letter_notice
from workers.notices.notice import issue
from workers.notices.record_adoption import record_adoption_notice
from workers.notices.record_feedback import record_feedback_notice
from workers.notices.send_announcement import send_announcement_notice
from workers.notices.send_reminder import send_reminder_notice
from workers.notices.send_talk_notice import send_talk_notice_notice

CLAIM = "修复三号楼停运的电梯。"
PROBLEM = "该事项于2026年1月5日受理，至今未出具处理意见。\n电梯仍未恢复运行，住户上下楼困难。"
DEMAND = "立即组织调查，依法出具处理意见并送达信访人。\n明确责任人，恢复电梯运行。"
STEPS: tuple[tuple[str, SupervisionStep, datetime, MakeNotice], ...] = (
    ("send_reminder", SupervisionStep.remind, at(2026, 3, 9), send_reminder_notice),
    (
        "issue_supervision_letter",
        SupervisionStep.supervision_letter,
        at(2026, 3, 25),
        issue_supervision_letter_notice,
    ),
    ("send_talk_notice", SupervisionStep.talk, at(2026, 4, 10), send_talk_notice_notice),
    ("send_announcement", SupervisionStep.circular, at(2026, 4, 27), send_announcement_notice),
    (
        "send_announcement_listed",
        SupervisionStep.listed_supervision,
        at(2026, 5, 13),
        send_announcement_notice,
    ),
)
SUGGESTIONS = (
    ("issue_advice", AdviceKind.improve, "建立受理事项按期提醒、逐级督促的制度。"),
    ("issue_advice_policy", AdviceKind.policy, "完善老旧小区电梯维修资金的应急使用办法。"),
    ("issue_advice_liability", AdviceKind.liability, "对拖延办理的责任人员依规依纪追究责任。"),
)


def tell(session: Session) -> dict[str, Sample]:
    """The ladder of one supervision, then a suggestion of each kind."""
    petition = file(session, CLAIM, on=at(2025, 12, 29))
    matter = open_matter(session, petition, on=at(2025, 12, 31))
    row = _late(session, petition, matter)
    told = _ladder(session, petition, row)
    for name, kind, text in SUGGESTIONS:
        told |= _suggested(session, petition, matter, name, kind, text)
    return told


def _late(session: Session, petition: Petition, matter: Matter) -> Supervision:
    opened = at(2026, 3, 9)
    clock = open_clock(
        session,
        petition_id=petition.id,
        matter_id=matter.id,
        code="D05",
        started_on=at(2026, 1, 5).date(),
        actor="engine",
        now=opened,
    )
    row = Supervision(
        petition_id=petition.id,
        matter_id=matter.id,
        unit_id=HOUSING,
        trigger=SupervisionTrigger.late_answer,
        clock_id=clock.id,
        due_on=clock.due_on,
        opened_at=opened,
    )
    session.add(row)
    session.flush()
    return row


def _ladder(session: Session, petition: Petition, row: Supervision) -> dict[str, Sample]:
    _wrote(session, row, 1, "sign_supervision_letter", problem=PROBLEM, demand=DEMAND)
    _wrote(
        session,
        row,
        2,
        "arrange_talk",
        talk_on="2026-04-15",
        place="示范市信访局三楼会议室",
        problem="收到督办函后未按要求反馈。",
    )
    _wrote(session, row, 3, "announce_supervision", problem=PROBLEM, demand=DEMAND)
    told = {}
    for name, step, day, make in STEPS:
        take_step(session, row, step, now=day)
        ask_feedback(session, row, now=day)
        told[name] = _sample(session, petition, row, make, BUREAU, day)
    given = at(2026, 5, 20)
    keep_feedback(session, row, "已于2026年5月18日修复电梯，并出具处理意见。", now=given)
    told["record_feedback"] = _sample(
        session, petition, row, record_feedback_notice, HOUSING, given
    )
    return told


def _suggested(
    session: Session, petition: Petition, matter: Matter, name: str, kind: AdviceKind, text: str
) -> dict[str, Sample]:
    day = at(2026, 6, 1)
    row = Supervision(
        petition_id=petition.id,
        matter_id=matter.id,
        unit_id=HOUSING,
        trigger=SupervisionTrigger.leader_order,
        opened_at=day,
    )
    session.add(row)
    session.flush()
    drafted = Draft(
        kind=kind,
        unit_id=HOUSING,
        duty_causes="受理后无人跟进，逾期未答复。",
        policy_causes="维修资金应急使用的程序不明确。",
        conduct_causes="推诿拖延，对督办不重视。",
        suggestion=text,
    )
    advice = draft(session, row, drafted, by=CLERK)
    note_issued(session, row, advice, now=day)
    told = {name: _sample(session, petition, row, issue_advice_notice, BUREAU, day)}
    if kind is AdviceKind.improve:
        answered = at(2026, 6, 22)
        answer(session, row, Adoption.partly, reason="已经建立提醒制度。", now=answered)
        told["record_adoption"] = _sample(
            session, petition, row, record_adoption_notice, HOUSING, answered
        )
    return told


def _sample(
    session: Session,
    petition: Petition,
    row: Supervision,
    make: MakeNotice,
    unit: str,
    on: datetime,
) -> Sample:
    office, notice = session.get_one(Unit, unit), make(session, petition, row, on)
    document = issue(
        session,
        notice,
        petition=petition,
        unit=office,
        now=on,
        occasion=f"{row.id}:{row.step.value}",
        addressee="unit",
    )
    return Sample(notice, office.name, document.number, on)


def _wrote(
    session: Session, row: Supervision, number: int, element_id: str, **data: object
) -> None:
    decision = TaskDecision(
        task_key=1_000_000 + number,
        petition_id=row.petition_id,
        matter_id=row.matter_id,
        supervision_id=row.id,
        element_id=element_id,
        data=data,
        decided_by=CLERK,
        decided_at=row.opened_at,
    )
    session.add(decision)
    session.flush()
