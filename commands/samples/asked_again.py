"""Petitions that repeat an earlier one, or come to the wrong door: what the bureau tells."""

from datetime import date, datetime

from sqlmodel import Session

from commands.samples.office import BUREAU, CLERK, HOUSING, LEADER, at, file, open_matter
from commands.samples.sample import Sample, issued
from law.decision_facts import Repetition
from records.ledger import open_clock
from records.models import EarlierStep, Matter, Petition, RelatedPetition
from records.models.matter import MatterEnd
from records.models.petition import Outcome, PetitionForm
from workers.notices.issue_opinion import issue_opinion_notice
from workers.notices.notify_no_longer_accepted import notify_no_longer_accepted_notice
from workers.notices.notify_progress import notify_progress_notice
from workers.notices.notify_refusal import notify_refusal_notice
from workers.notices.notify_review_guidance import notify_review_guidance_notice

CLAIM = "退还2025年重复收取的物业服务费。"


def tell(session: Session) -> dict[str, Sample]:
    """The four notices of the screening, each about a petition of its own."""
    running, answered = _running(session), _answered(session)
    final = _again(session, answered, Repetition.final, on=at(2026, 9, 1))
    for ordinal, (day, organ, what) in enumerate(
        (
            (date(2026, 6, 30), "示范市人民政府信访事项复查复核委员会", "复查意见：维持原处理意见"),
            (date(2026, 8, 20), "示范省人民政府信访事项复查复核委员会", "复核意见：维持复查意见"),
        ),
        start=1,
    ):
        session.add(
            EarlierStep(petition_id=final.id, ordinal=ordinal, on=day, organ=organ, what=what)
        )
    session.flush()
    progress = _again(session, running, Repetition.in_progress, on=at(2026, 4, 1))
    upward = _again(
        session, running, Repetition.in_progress, on=at(2026, 4, 2), form=PetitionForm.visit
    )
    skipped = file(session, CLAIM, on=at(2026, 4, 3), form=PetitionForm.visit)
    review = _again(session, answered, Repetition.review_open, on=at(2026, 5, 20))
    told: dict[str, Sample] = {}
    for name, notice, petition, day in (
        ("notify_progress", notify_progress_notice, progress, at(2026, 4, 3)),
        ("notify_refusal", notify_refusal_notice, upward, at(2026, 4, 7)),
        ("notify_refusal_level", notify_refusal_notice, skipped, at(2026, 4, 7)),
        ("notify_review_guidance", notify_review_guidance_notice, review, at(2026, 5, 22)),
        ("notify_no_longer_accepted", notify_no_longer_accepted_notice, final, at(2026, 9, 3)),
    ):
        told[name], _ = issued(session, notice(session, petition), petition, unit=BUREAU, on=day)
    return told


def _running(session: Session) -> Petition:
    petition = file(session, CLAIM, on=at(2026, 3, 9))
    matter = open_matter(session, petition, on=at(2026, 3, 11))
    _accept(session, petition, matter, at(2026, 3, 16))
    return petition


def _answered(session: Session) -> Petition:
    petition = file(session, "拆除楼顶违规搭建的构筑物。", on=at(2026, 2, 2))
    matter = open_matter(session, petition, on=at(2026, 2, 4))
    _accept(session, petition, matter, at(2026, 2, 9))
    matter.facts = "经查，楼顶构筑物为建设时批准的设备用房，不属于违法建筑。"
    matter.answer = "请求缺乏事实根据，不予支持。"
    matter.legal_basis = "《信访工作条例》第三十二条第一款第三项。"
    matter.outcome, matter.signed_by = Outcome.reject, LEADER
    opinion = issue_opinion_notice(session, petition, matter)
    issued(session, opinion, petition, matter, unit=HOUSING, on=at(2026, 5, 8))
    matter.served_on, matter.end = date(2026, 5, 11), MatterEnd.answered
    matter.ended_at = at(2026, 5, 11)
    session.flush()
    return petition


def _accept(session: Session, petition: Petition, matter: Matter, on: datetime) -> None:
    matter.accepted_on = on.date()
    open_clock(
        session,
        petition_id=petition.id,
        matter_id=matter.id,
        code="D05",
        started_on=on.date(),
        actor="engine",
        now=on,
    )


def _again(
    session: Session, earlier: Petition, repetition: Repetition, *, on: datetime, **values: object
) -> Petition:
    petition = file(session, earlier.subject + "。", on=on, repetition=repetition, **values)
    link = RelatedPetition(
        petition_id=petition.id, earlier_id=earlier.id, linked_by=CLERK, linked_at=on
    )
    session.add(link)
    session.flush()
    return petition
