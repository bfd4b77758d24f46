"""What every document says about the case."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session, col, select

from records.matters import matters_of
from records.models import Claim, Matter, Petition
from workers.cases import petitioner_of
from workers.notices.required import Says
from workers.notices.words import FORM, chinese_date

NO_NAME = "未署名信访人"


@dataclass(frozen=True)
class CaseLines:
    """The case as the head of a document names it; `claims` only where they add to the subject."""

    number: Annotated[str, Says("信访件编号")]
    query_code: Annotated[str, Says("查询码")]
    petitioner: Annotated[str, Says("信访人姓名（名称）")]
    form: Annotated[str, Says("信访形式")]
    received_on: Annotated[str, Says("收到日期")]
    subject: Annotated[str, Says("信访事项")]
    claims: Annotated[tuple[str, ...], Says("诉求", optional=True)]


def case_lines(session: Session, petition: Petition, *matters: Matter) -> CaseLines:
    """The whole case, or what of it concerns these matters.

    Where another matter of the petition is sealed, nothing of its subject is told (article 30(3)).
    """
    found = select(Claim).where(Claim.petition_id == petition.id).order_by(col(Claim.ordinal))
    ordinals = {one.ordinal for one in matters}
    claims = [one.text for one in session.exec(found) if not matters or one.ordinal in ordinals]
    subject = petition.subject
    is_open = not any(one.is_sealed for one in matters)
    if matters and is_open and _has_sealed(session, petition):
        subject = "；".join(claims)
    return CaseLines(
        number=petition.number,
        query_code=petition.query_code,
        petitioner=addressee_of(session, petition),
        form=FORM[petition.form],
        received_on=chinese_date(petition.received_on),
        subject=subject,
        claims=tuple(claims) if {_bare(one) for one in claims} != {_bare(subject)} else (),
    )


def addressee_of(session: Session, petition: Petition) -> str:
    """Whom a document to the petitioner addresses."""
    name = petitioner_of(session, petition).name.strip() or NO_NAME
    return name if petition.people <= 1 else f"{name}等{petition.people}人"


def _bare(text: str) -> str:
    return text.strip().rstrip("。；.")


def _has_sealed(session: Session, petition: Petition) -> bool:
    return any(one.is_sealed for one in matters_of(session, petition.id))
