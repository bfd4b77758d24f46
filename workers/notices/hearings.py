"""What every document of a hearing says about it."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.hearing import ClosedGround
from records.models import Hearing, User
from workers.notices.required import Says
from workers.notices.words import chinese_date, words

GROUND = {
    ClosedGround.secret: "涉及国家秘密",
    ClosedGround.privacy: "涉及个人隐私",
    ClosedGround.business_secret: "涉及商业秘密",
}


@dataclass(frozen=True)
class HearingLines:
    """When, where, before whom, and whether others may listen."""

    on: Annotated[str, Says("听证日期")]
    time: Annotated[str, Says("听证时间", optional=True)]
    place: Annotated[str, Says("听证地点")]
    chair: Annotated[str, Says("主持人")]
    members: Annotated[str, Says("听证员和记录人")]
    openness: Annotated[str, Says("是否公开")]


def hearing_lines(session: Session, hearing: Hearing) -> HearingLines:
    """The hearing as it was held, or is to be held."""
    ground = f"不公开（{GROUND[hearing.closed_ground]}）" if hearing.closed_ground else "不公开"
    return HearingLines(
        on=chinese_date(hearing.held_on or hearing.planned_on),
        time=hearing.planned_time,
        place=hearing.place,
        chair=session.get_one(User, hearing.chair_id).name,
        members=words(hearing.members),
        openness="公开" if hearing.is_public else ground,
    )
