"""收件回执: the petition is registered, and how to follow it (articles 21 to 23)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Petition
from records.units import BUREAU
from settings import Settings
from workers.cases import unit_of
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.group import Group, group_of
from workers.notices.notice import Notice
from workers.notices.periods import last_day, length_words
from workers.notices.required import Says

PUBLIC_PATH = "/api/public/petitions/{query_code}"
FORWARDING, TELLING = "D01", "D02"


@dataclass(frozen=True)
class Receipt(Notice):
    """What the petitioner holds in hand: number, query code, what comes next."""

    element_id = "issue_receipt"

    query_address: Annotated[str, Says("查询地址", optional=True)]
    next_step: Annotated[str, Says("下一步")]
    period: Annotated[str, Says("期限")]
    last_day: Annotated[str, Says("期限届满日")]
    is_told_in_writing: Annotated[bool, Says("书面告知")]
    group: Annotated[Group | None, Says("联名信访人", optional=True)]


def issue_receipt_notice(session: Session, petition: Petition) -> Receipt:
    """The receipt. A bureau forwards the petition next, any other unit tells how it goes on."""
    is_bureau = unit_of(session, petition.bureau_id).kind == BUREAU
    code = FORWARDING if is_bureau else TELLING
    return Receipt(
        kind="回执",
        title="信访事项收件回执",
        basis="regulation_2022:21(2)",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition),
        query_address=query_address(petition, Settings().public_address),
        next_step="区分情况转送、交办有权处理的单位" if is_bureau else "审查是否属于职权范围",
        period=length_words(session, code, petition.received_on),
        last_day=last_day(session, code, petition.received_on),
        is_told_in_writing=petition.is_name_clear,
        group=group_of(session, petition),
    )


def query_address(petition: Petition, public_address: str) -> str:
    """What the QR code says: where the petition can be looked up, with nothing personal in it.

    Empty where the office has set no address, for the code would lead nowhere.
    """
    if not public_address:
        return ""
    return public_address.rstrip("/") + PUBLIC_PATH.format(query_code=petition.query_code)
