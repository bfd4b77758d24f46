"""调解协议书 or 和解协议书: what both sides agreed on (article 33)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.mediation import CONFIRMATION, AgreementKind
from records.models import Matter, Mediation, Petition
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.periods import last_day
from workers.notices.required import Says
from workers.notices.words import chinese_date, paragraphs, words

TITLE = {
    AgreementKind.mediation: ("调解", "信访事项调解协议书"),
    AgreementKind.settlement: ("和解", "信访事项和解协议书"),
}


@dataclass(frozen=True)
class AgreementDocument(Notice):
    """Parties, facts and dispute, content with way and time of performance."""

    element_id = "issue_agreement"

    parties: Annotated[tuple[str, ...], Says("当事人")]
    dispute: Annotated[tuple[str, ...], Says("事实和争议")]
    content: Annotated[tuple[str, ...], Says("协议内容")]
    way: Annotated[str, Says("履行方式")]
    perform_until: Annotated[str, Says("履行期限")]
    agreed_on: Annotated[str, Says("生效日期")]
    mediator: Annotated[str, Says("调解人", optional=True)]
    is_oral: Annotated[bool, Says("口头达成")]
    confirm_until: Annotated[str, Says("申请司法确认的最后一日", optional=True)]


def issue_agreement_notice(
    session: Session, petition: Petition, matter: Matter, mediation: Mediation
) -> AgreementDocument:
    """The agreement that a mediation came to."""
    kind, title = TITLE[mediation.kind or AgreementKind.mediation]
    wanted = mediation.agreed_on if mediation.is_confirmation_wanted else None
    return AgreementDocument(
        kind=kind,
        title=title,
        basis="regulation_2022:33",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        parties=paragraphs(mediation.parties),
        dispute=paragraphs(mediation.dispute),
        content=paragraphs(mediation.content),
        way=words(mediation.way),
        perform_until=chinese_date(mediation.perform_until),
        agreed_on=chinese_date(mediation.agreed_on),
        mediator=words(mediation.mediator),
        is_oral=mediation.is_oral,
        confirm_until=last_day(session, CONFIRMATION, wanted),
    )
