"""受理告知单: received, by which route and procedure, until when (articles 23, 31 and 34)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.decision_words import DispatchMode, Procedure, Route
from law.instants import SHANGHAI
from records.models import Matter, Petition, TaskDecision, User
from records.task_decisions import latest
from workers.cases import unit_of
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.group import Group, group_of
from workers.notices.notice import Notice
from workers.notices.periods import last_day, last_day_of
from workers.notices.required import Says
from workers.notices.routes import words_of
from workers.notices.words import chinese_date, words

EXAMINED = "examine_matter"
HANDLING, SIMPLE, DUTY = "D05", "D13", "D18"
PROCEDURE = {Procedure.simple: "简易办理", Procedure.ordinary: "普通程序"}


@dataclass(frozen=True)
class AcceptanceNotice(Notice):
    """What the law calls 接收情况以及处理途径和程序."""

    element_id = "send_acceptance"

    source: Annotated[str, Says("来源")]
    accepted_on: Annotated[str, Says("受理日期")]
    accepted_by: Annotated[str, Says("受理单位")]
    route: Annotated[str, Says("处理途径")]
    route_article: Annotated[str, Says("处理途径的依据")]
    procedure: Annotated[str, Says("处理程序")]
    organ: Annotated[str, Says("该程序的办理机关", optional=True)]
    due_on: Annotated[str, Says("办结期限", optional=True)]
    simple_due_on: Annotated[str, Says("简易办理期限", optional=True)]
    can_be_extended: Annotated[bool, Says("可以延期")]
    contact: Annotated[str, Says("联系人", optional=True)]
    phone: Annotated[str, Says("联系电话", optional=True)]
    group: Annotated[Group | None, Says("联名信访人", optional=True)]


def send_acceptance_notice(
    session: Session, petition: Petition, matter: Matter
) -> AcceptanceNotice:
    """The notice of a matter with route and `accepted_on`; contact and phone as examined."""
    decision = latest(session, EXAMINED, matter_id=matter.id)
    route = words_of(matter.route)
    by_law = matter.route not in (Route.petition, Route.duty)
    return AcceptanceNotice(
        kind="受理",
        title="信访事项受理告知单",
        basis="regulation_2022:23(1)" if matter.is_direct else "regulation_2022:23(3)",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        source=_source(session, petition, matter),
        accepted_on=chinese_date(matter.accepted_on),
        accepted_by=unit_of(session, matter.unit_id).name,
        route=route.name if route else "",
        route_article=route.article if route else "",
        procedure=_procedure(matter),
        organ=route.organ if route and by_law else "",
        due_on=_due_on(session, matter),
        simple_due_on=_simple_due_on(session, matter),
        can_be_extended=matter.route is Route.petition,
        contact=_contact(session, decision),
        phone=words(decision.data.get("phone")) if decision else "",
        group=group_of(session, petition),
    )


def _source(session: Session, petition: Petition, matter: Matter) -> str:
    if matter.is_direct:
        return "您直接向本单位提出"
    bureau = unit_of(session, petition.bureau_id).name
    mode = "交办" if matter.dispatch_mode is DispatchMode.assign else "转送"
    sent = matter.dispatched_at.astimezone(SHANGHAI).date() if matter.dispatched_at else None
    return f"由{bureau}登记并{mode}，本单位于{chinese_date(matter.received_on or sent)}收到"


def _procedure(matter: Matter) -> str:
    if matter.route is Route.petition:
        return PROCEDURE[matter.procedure or Procedure.ordinary]
    if matter.route is Route.duty:
        return "依法履行职责或者答复"
    return "导入相应法律程序，依照该程序的规定办理"


def _due_on(session: Session, matter: Matter) -> str:
    """Until when the unit answers; another procedure has periods of its own."""
    if matter.route is Route.petition:
        return last_day_of(session, matter, HANDLING, matter.accepted_on)
    if matter.route is Route.duty:
        return last_day_of(session, matter, DUTY, matter.received_on)
    return ""


def _simple_due_on(session: Session, matter: Matter) -> str:
    is_simple = matter.route is Route.petition and matter.procedure is Procedure.simple
    return last_day(session, SIMPLE, matter.accepted_on) if is_simple else ""


def _contact(session: Session, decision: TaskDecision | None) -> str:
    person = session.get(User, decision.decided_by) if decision else None
    return (
        words(decision.data.get("contact"))
        if decision and decision.data.get("contact")
        else (person.name if person else "")
    )
