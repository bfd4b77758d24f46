"""What a petitioner is told where a matter is sent on: one shape for every such step."""

from dataclasses import dataclass
from typing import Annotated, TypeVar

from sqlmodel import Session

from law.decision_words import DispatchMode
from law.instants import SHANGHAI
from records.models import Matter, Petition
from records.units import BUREAU
from workers.cases import unit_of
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.periods import last_day, length_words
from workers.notices.required import Says
from workers.notices.words import chinese_date

TELLING = "D03"


@dataclass(frozen=True)
class DispatchNotice(Notice):
    """Where the matter went, and what is owed next; printed by _dispatched.html."""

    opening: Annotated[str, Says("转送缘由")]
    mode: Annotated[str, Says("转送或者交办")]
    dispatched_to: Annotated[str, Says("去向")]
    dispatched_on: Annotated[str, Says("转送日期")]
    passes_on: Annotated[bool, Says("继续转送")]
    period: Annotated[str, Says("书面告知期限")]
    last_day: Annotated[str, Says("书面告知届满日")]
    report_due_on: Annotated[str, Says("反馈期限", optional=True)]


Shape = TypeVar("Shape", bound=DispatchNotice)


def dispatched(
    shape: type[Shape], session: Session, petition: Petition, matter: Matter, opening: str
) -> Shape:
    """The notice of where the matter is now; `opening` says what preceded."""
    unit = unit_of(session, matter.unit_id)
    assigned = matter.dispatch_mode is DispatchMode.assign
    sent = matter.dispatched_at
    return shape(
        kind="交告" if assigned else "转告",
        title=f"信访事项{mode_word(matter)}告知单",
        basis=basis_of(matter),
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        opening=opening,
        mode=mode_word(matter),
        dispatched_to=unit.name,
        dispatched_on=chinese_date(sent.astimezone(SHANGHAI).date() if sent else None),
        passes_on=unit.kind == BUREAU,
        period=length_words(session, TELLING, matter.received_on),
        last_day=last_day(session, TELLING, matter.received_on),
        report_due_on=chinese_date(matter.report_due_on) if assigned else "",
    )


def mode_word(matter: Matter) -> str:
    """转送 or 交办."""
    return "交办" if matter.dispatch_mode is DispatchMode.assign else "转送"


def basis_of(matter: Matter) -> str:
    """What lets a bureau forward, or assign, the matter."""
    assigned = matter.dispatch_mode is DispatchMode.assign
    return "regulation_2022:22(1)(三)" if assigned else "regulation_2022:22(1)"
