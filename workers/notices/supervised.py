"""What letters of a supervision have in common: the reason, and until when feedback is due."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from sqlmodel import Session

from law.clock_rules import rule_for
from law.decision_facts import SupervisionTrigger
from records.models import Clock, Petition, Supervision
from records.supervisions.feedback import FEEDBACK
from records.task_decisions import latest
from workers.cases import day_of, matter_of, unit_of
from workers.notices.case_lines import CaseLines, case_lines
from workers.notices.notice import Notice
from workers.notices.periods import last_day
from workers.notices.required import Says
from workers.notices.words import chinese_date

TRIGGER = {
    SupervisionTrigger.late_dispatch: "逾期未转送、交办",
    SupervisionTrigger.late_notice: "逾期未书面告知信访人",
    SupervisionTrigger.late_answer: "逾期未办结答复",
    SupervisionTrigger.late_report: "逾期未反馈办理结果",
    SupervisionTrigger.returned_repeatedly: "办结报告多次被退回",
    SupervisionTrigger.dissatisfied_unperformed: "信访人不满意，且处理意见未落实",
    SupervisionTrigger.leader_order: "信访部门负责人要求督办",
    SupervisionTrigger.breaks_procedure: "未按规定受理、办理",
    SupervisionTrigger.shirks_or_deceives: "推诿、敷衍、拖延、弄虚作假",
    SupervisionTrigger.refuses_execution: "处理意见未执行",
    SupervisionTrigger.policy_problem: "发现有关政策性问题",
    SupervisionTrigger.grave_consequence: "推诿、敷衍、拖延、弄虚作假，造成严重后果",
}


@dataclass(frozen=True)
class SupervisionLetter(Notice):
    """The reason of the supervision, and the day that passed if it was for a time limit."""

    trigger: Annotated[str, Says("督办事由")]
    missed: Annotated[str, Says("逾期的期限", optional=True)]
    opened_on: Annotated[str, Says("督办登记日期")]


def head_of(session: Session, petition: Petition, row: Supervision) -> dict[str, Any]:
    """The values that every letter of a supervision has, but for kind, title and basis."""
    return {
        "addressee": unit_of(session, row.unit_id).name,
        "case": lines_of(session, petition, row),
        "trigger": TRIGGER[SupervisionTrigger(row.trigger)],
        "missed": _missed(session, row),
        "opened_on": chinese_date(day_of(row.opened_at)),
    }


def lines_of(session: Session, petition: Petition, row: Supervision) -> CaseLines:
    """The case, or the matter that is supervised."""
    matter = matter_of(session, row.matter_id) if row.matter_id else None
    return case_lines(session, petition, *((matter,) if matter else ()))


def feedback_due(session: Session, now: datetime) -> str:
    """The last day for feedback on a letter that goes out now."""
    return last_day(session, FEEDBACK, day_of(now))


def written(session: Session, row: Supervision, element_id: str) -> dict[str, Any]:
    """The form of this task of the supervision, as it was filled in last."""
    found = latest(session, element_id, supervision_id=row.id)
    return found.data if found else {}


def _missed(session: Session, row: Supervision) -> str:
    clock = session.get(Clock, row.clock_id) if row.clock_id else None
    if clock is None or row.due_on is None:
        return ""
    return f"{rule_for(clock.code, row.due_on).name_zh}，应当在{chinese_date(row.due_on)}前完成"
