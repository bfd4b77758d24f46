"""约谈通知书: when and where a unit is talked to (article 39(3))."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from sqlmodel import Session

from records.models import Petition, Supervision
from workers.notices.required import Says
from workers.notices.supervised import SupervisionLetter, head_of, written
from workers.notices.words import chinese_date, paragraphs, words

ARRANGED = "arrange_talk"


@dataclass(frozen=True)
class TalkNotice(SupervisionLetter):
    """Day, place and subject of the talk."""

    element_id = "send_talk_notice"

    talk_on: Annotated[str, Says("约谈日期")]
    place: Annotated[str, Says("约谈地点")]
    problem: Annotated[tuple[str, ...], Says("约谈事由")]


def send_talk_notice_notice(
    session: Session, petition: Petition, row: Supervision, _now: datetime
) -> TalkNotice:
    """The notice as `arrange_talk` has it."""
    arranged = written(session, row, ARRANGED)
    return TalkNotice(
        kind="约谈",
        title="约谈通知书",
        basis="regulation_2022:39(3)",
        **head_of(session, petition, row),
        talk_on=_day(arranged.get("talk_on")),
        place=words(arranged.get("place")),
        problem=paragraphs(arranged.get("problem")),
    )


def _day(given: object) -> str:
    return chinese_date(datetime.fromisoformat(str(given)).date()) if given else ""
