"""转送告知单: which unit the petition went to (articles 22 and 23)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Petition
from workers.cases import unit_of
from workers.errors import NotClassified
from workers.notices.notice import Notice, case_lines
from workers.notices.required import Says
from workers.notices.words import chinese_day


@dataclass(frozen=True)
class DispatchNotice(Notice):
    """Tells the petitioner where the petition went and what the unit owes next."""

    element_id = "notify_dispatch"

    dispatched_to: Annotated[str, Says("转送去向")]
    dispatched_on: Annotated[str, Says("转送日期")]


def dispatch_notice(session: Session, petition: Petition) -> DispatchNotice:
    """The notice of this petition. Raises NotClassified before it was dispatched."""
    if petition.dispatched_at is None:
        raise NotClassified
    return DispatchNotice(
        kind="转告",
        title="信访事项转送告知单",
        basis="regulation_2022:22(1)",
        case=case_lines(session, petition),
        dispatched_to=unit_of(session, petition.unit_id).name,
        dispatched_on=chinese_day(petition.dispatched_at),
    )
