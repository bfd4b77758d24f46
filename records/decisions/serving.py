"""Decisions at the tasks of the process serving."""

from sqlmodel import col, select

from law.service import Way
from records.decisions.case import Decision, Variables
from records.errors import RecordsError
from records.models import Document, Petitioner, Unit
from records.reviews import occasion_of
from records.services import record_service

OPINION, REVIEW_OPINION = "issue_opinion", "issue_review_opinion"


class NothingToServe(RecordsError):
    """No opinion on this matter has been issued yet. Wait until it is, then serve it."""


def hand_over_document(case: Decision) -> Variables:
    """One attempt to serve the newest opinion, of the review where it is one's; its day of receipt.

    Raises NothingToServe, DateInFuture; ProofOfServiceMissing, ConsentMissing, RefusalMissing,
    PublicNoticeTooEarly.
    """
    is_served = case.is_yes("is_document_served")
    record_service(
        case.session,
        _opinion(case),
        way=Way(case.text("way")),
        on=case.past_day("on") or case.today,
        is_served=is_served,
        is_proved=case.is_ticked("is_proved"),
        refused=case.is_ticked("refused"),
        consented=case.is_ticked("consented"),
        other_ways_failed=case.is_ticked("other_ways_failed"),
        recipient=case.text("recipient"),
        relation=case.text("relation"),
        witness=case.text("witness"),
        place=case.text("place") or _usual_place(case),
        note=case.text("note"),
        server_id=case.person_id,
        now=case.now,
    )
    return {"is_document_served": is_served}


def _usual_place(case: Decision) -> str:
    """Where notices to the petitioner go, else where the unit is."""
    petitioner = case.session.get_one(Petitioner, case.petition.petitioner_id)
    unit_id = case.review.unit_id if case.review else case.the_matter.unit_id
    unit = case.session.get_one(Unit, unit_id)
    return petitioner.address or unit.name


def _opinion(case: Decision) -> Document:
    step = REVIEW_OPINION if case.review else OPINION
    found = select(Document).where(
        Document.matter_id == case.the_matter.id, Document.element_id == step
    )
    if case.review:
        found = found.where(Document.occasion == occasion_of(case.the_matter, case.review))
    document = case.session.exec(
        found.order_by(col(Document.issued_at).desc(), col(Document.number).desc())
    ).first()
    if document is None:
        raise NothingToServe
    return document
