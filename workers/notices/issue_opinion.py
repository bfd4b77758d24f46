"""信访事项处理意见书, with its six parts (articles 31(六), 32 and 35)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sqlmodel import Session

from law.decision_words import Procedure
from law.instants import SHANGHAI
from records.models import Matter, Petition
from records.review_authority import review_authority
from records.task_decisions import latest
from workers.cases import unit_of
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.periods import length_words
from workers.notices.required import Says
from workers.notices.words import CATEGORY, OUTCOME, chinese_date, paragraphs

REVIEW = "D07"
HEARD = "hear_petitioner"


@dataclass(frozen=True)
class Opinion(Notice):
    """基本情况、主要诉求、调查核实情况、处理意见、处理依据、救济途径."""

    element_id = "issue_opinion"

    category: Annotated[str, Says("信访事项类别")]
    accepted_on: Annotated[str, Says("受理日期")]
    procedure: Annotated[str, Says("处理程序")]
    heard_on: Annotated[str, Says("听取陈述日期", optional=True)]
    statement: Annotated[tuple[str, ...], Says("信访人陈述的事实和理由", optional=True)]
    facts: Annotated[tuple[str, ...], Says("调查核实情况")]
    outcome: Annotated[str, Says("结论")]
    answer: Annotated[tuple[str, ...], Says("处理意见")]
    legal_basis: Annotated[tuple[str, ...], Says("处理依据")]
    authority: Annotated[str, Says("复查机关")]
    review_period: Annotated[str, Says("请求复查期限")]


def issue_opinion_notice(session: Session, petition: Petition, matter: Matter) -> Opinion:
    """The opinion on a matter, as drafted and signed."""
    authority = review_authority(session, unit_of(session, matter.unit_id))
    heard = latest(session, HEARD, matter_id=matter.id)
    signed_on = matter.signed_at.astimezone(SHANGHAI).date() if matter.signed_at else None
    return Opinion(
        kind="意见",
        title="信访事项处理意见书",
        basis="regulation_2022:32(1)",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        category=CATEGORY[matter.category],
        accepted_on=chinese_date(matter.accepted_on),
        procedure="简易办理" if matter.procedure is Procedure.simple else "普通程序",
        heard_on=_day(heard.data.get("heard_on")) if heard else "",
        statement=paragraphs(heard.data.get("statement")) if heard else (),
        facts=paragraphs(matter.facts),
        outcome=OUTCOME[matter.outcome] if matter.outcome else "",
        answer=paragraphs(matter.answer),
        legal_basis=paragraphs(matter.legal_basis),
        authority=authority.name if authority else "",
        review_period=length_words(session, REVIEW, signed_on or matter.accepted_on),
    )


def _day(given: object) -> str:
    return chinese_date(date.fromisoformat(given)) if isinstance(given, str) and given else ""
