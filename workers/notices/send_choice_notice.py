"""途径选择告知单: several routes of article 31 are open, the petitioner chooses."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.clocks.find import latest
from records.models import Matter, Petition
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.routes import RouteWords, open_routes
from workers.notices.words import chinese_date

CHOICE = "D24"


@dataclass(frozen=True)
class ChoiceNotice(Notice):
    """The routes, and until when to choose."""

    element_id = "send_choice_notice"

    routes: Annotated[tuple[RouteWords, ...], Says("可以选择的途径")]
    last_day: Annotated[str, Says("选择期限")]


def send_choice_notice_notice(session: Session, petition: Petition, matter: Matter) -> ChoiceNotice:
    """The notice; the window of the matter is open by now, its last day is told."""
    clock = latest(session, CHOICE, petition_id=petition.id, matter_id=matter.id)
    return ChoiceNotice(
        kind="选择",
        title="信访事项办理途径选择告知单",
        basis="regulation_2022:31",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        routes=tuple(open_routes(session, matter)),
        last_day=chinese_date(clock.due_on) if clock else "",
    )
