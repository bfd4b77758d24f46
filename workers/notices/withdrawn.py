"""What a petitioner is told who withdrew: one shape for the whole petition and for its matters."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from sqlmodel import Session

from records.models import Matter, Petition, Unit
from records.withdrawals import Statement
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.words import chinese_date


@dataclass(frozen=True)
class WithdrawalNotice(Notice):
    """What was withdrawn and when, and whose files are closed; printed by _withdrawal.html."""

    withdrawn_on: Annotated[str, Says("书面声明日期")]
    closed_by: Annotated[tuple[str, ...], Says("结卷单位")]
    others_go_on: Annotated[bool, Says("其他诉求继续办理")]


Shape = TypeVar("Shape", bound=WithdrawalNotice)


def withdrawn(
    shape: type[Shape],
    session: Session,
    petition: Petition,
    matters: Iterable[Matter],
    *,
    statement: Statement | None,
    units: Iterable[Unit],
    others_go_on: bool = False,
) -> Shape:
    """The notice about these matters, or without any about the petition; why is not repeated."""
    return shape(
        kind="撤告",
        title="信访事项撤回告知单",
        basis="regulation_2022:17",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, *matters),
        withdrawn_on=chinese_date(statement.on if statement else None),
        closed_by=tuple(dict.fromkeys(unit.name for unit in units)),
        others_go_on=others_go_on,
    )
