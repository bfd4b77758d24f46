"""The letter that goes with a matter to the unit: one shape for every step that sends it on."""

from dataclasses import dataclass
from typing import Annotated, TypeVar

from sqlmodel import Session, select

from law.clock_rules import rule_for
from law.decision_words import DispatchMode
from records.models import EarlierStep, Matter, Petition, Unit
from records.models.petition import PetitionForm
from records.units import BUREAU
from workers.cases import unit_of
from workers.notices.case_lines import case_lines
from workers.notices.dispatched import TELLING, basis_of, mode_word
from workers.notices.notice import Notice
from workers.notices.periods import last_day, length_words
from workers.notices.petitioner_lines import PetitionerLines, petitioner_lines
from workers.notices.required import Says
from workers.notices.routes import open_routes
from workers.notices.words import chinese_date

OBJECTION, SHARE, SIMPLE, SIMPLE_SHARE = "D04", "D01a", "D12", "D14"
MATERIAL = {
    PetitionForm.online: "网上信访提交内容",
    PetitionForm.letter: "来信",
    PetitionForm.phone: "来电记录",
    PetitionForm.fax: "传真件",
    PetitionForm.visit: "来访登记和谈话记录",
}


@dataclass(frozen=True)
class SentLetter(Notice):
    """What the unit needs to go on, and until when; printed by _sent_letter.html.

    Of the last days one set is told: those of a unit that handles, or that of a bureau between.
    """

    opening: Annotated[str, Says("转送缘由")]
    mode: Annotated[str, Says("转送或者交办")]
    petitioner: Annotated[PetitionerLines, Says("信访人")]
    is_name_clear: Annotated[bool, Says("姓名（名称）、住址清楚")]
    passes_on: Annotated[bool, Says("继续转送")]
    share_last_day: Annotated[str, Says("本级转送届满日", optional=True)]
    period: Annotated[str, Says("书面告知期限")]
    last_day: Annotated[str, Says("书面告知届满日")]
    objection_period: Annotated[str, Says("异议期限")]
    objection_last_day: Annotated[str, Says("异议届满日")]
    simple_last_day: Annotated[str, Says("简易受理届满日", optional=True)]
    report_due_on: Annotated[str, Says("反馈期限", optional=True)]
    proposed: Annotated[tuple[str, ...], Says("途径建议", optional=True)]
    materials: Annotated[tuple[str, ...], Says("材料清单")]
    copies: Annotated[str, Says("抄送", optional=True)]


Shape = TypeVar("Shape", bound=SentLetter)


def sent_letter(
    shape: type[Shape],
    session: Session,
    petition: Petition,
    matter: Matter,
    opening: str,
    copies: str = "",
) -> Shape:
    """The letter to the unit that has the matter now; `opening` says what preceded."""
    unit = unit_of(session, matter.unit_id)
    received, assigned = matter.received_on, matter.dispatch_mode is DispatchMode.assign
    simple = matter.simple_ground is not None
    return shape(
        kind=mode_word(matter),
        title=f"信访事项{mode_word(matter)}函",
        basis=basis_of(matter),
        addressee=unit.name,
        case=case_lines(session, petition, matter),
        opening=opening,
        mode=mode_word(matter),
        petitioner=petitioner_lines(session, petition),
        is_name_clear=petition.is_name_clear,
        passes_on=unit.kind == BUREAU,
        share_last_day=_share_last_day(session, unit, matter),
        period=length_words(session, TELLING, received),
        last_day=last_day(session, TELLING, received),
        objection_period=length_words(session, OBJECTION, received),
        objection_last_day=last_day(session, OBJECTION, received),
        simple_last_day=last_day(session, SIMPLE, received) if simple else "",
        report_due_on=chinese_date(matter.report_due_on) if assigned else "",
        proposed=tuple(f"{one.name}（{one.article}）" for one in open_routes(session, matter)),
        materials=_materials(session, petition),
        copies=copies,
    )


def _share_last_day(session: Session, unit: Unit, matter: Matter) -> str:
    """Until when a bureau between passes the matter on; empty for a unit that handles it."""
    received = matter.received_on
    if unit.kind != BUREAU or received is None:
        return ""
    if matter.simple_ground is not None:
        return last_day(session, SIMPLE_SHARE, received)
    known = dict(rule_for(SHARE, received).variants)
    level = unit.level if unit.level in known else "county"
    return last_day(session, SHARE, received, variant=level)


def _materials(session: Session, petition: Petition) -> tuple[str, ...]:
    """What goes along, as far as the register knows."""
    listed = ["信访事项登记表", MATERIAL[petition.form]]
    earlier = select(EarlierStep).where(EarlierStep.petition_id == petition.id)
    if session.exec(earlier).first():
        listed.append("以往信访过程记录")
    return tuple(listed)
