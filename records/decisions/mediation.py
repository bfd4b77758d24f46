"""Decisions at the tasks of the process mediation (article 33)."""

from law.mediation import (
    CONFIRMATION,
    Agreement,
    AgreementKind,
    Consents,
    check_agreement,
    check_confirmation,
)
from records.clocks.find import running
from records.clocks.many import meet_all, withdraw_all
from records.decisions.case import Decision, Variables
from records.mediations import current_mediation, mediations_of
from records.models import Mediation

NOT_ASKED = "双方未共同申请司法确认"


def ask_consent(case: Decision) -> Variables:
    """Whether mediation is open: within the unit's discretion, and wanted by both sides."""
    matter_id = case.the_matter.id
    mediation = Mediation(
        matter_id=matter_id,
        ordinal=len(mediations_of(case.session, matter_id)) + 1,
        other_side=case.text("other_side"),
        within_discretion=case.is_yes("within_discretion"),
        petitioner_agrees=case.is_yes("petitioner_agrees"),
        other_side_agrees=case.is_yes("other_side_agrees"),
        asked_by=case.person_id,
        asked_at=case.now,
    )
    case.session.add(mediation)
    consents = Consents(
        mediation.within_discretion, mediation.petitioner_agrees, mediation.other_side_agrees
    )
    return {"is_consented": consents.may_mediate}


def mediate_dispute(case: Decision) -> Variables:
    """What the sides agreed on, with its three items; or that they did not.

    Raises NothingToMediate, DateInFuture, AgreementIncomplete, PerformanceBeforeAgreement.
    """
    mediation = current_mediation(case.session, case.the_matter.id)
    mediation.mediator = case.text("mediator")
    mediation.is_agreed = case.is_yes("is_agreed")
    is_wanted = case.is_ticked("is_confirmation_wanted")
    mediation.is_confirmation_wanted = mediation.is_agreed and is_wanted
    if mediation.is_agreed:
        _keep_agreement(case, mediation)
    case.session.add(mediation)
    return {
        "is_agreed": mediation.is_agreed,
        "is_confirmation_wanted": mediation.is_confirmation_wanted,
    }


def _keep_agreement(case: Decision, mediation: Mediation) -> None:
    """Keep the agreement. Raises as mediate_dispute."""
    parties, dispute = case.text("parties"), case.text("dispute")
    content, way = case.text("agreement"), case.text("performance_way")
    mediation.agreed_on, mediation.perform_until = check_agreement(
        Agreement(
            parties=bool(parties),
            dispute=bool(dispute),
            content=bool(content),
            way=bool(way),
            agreed_on=case.past_day("agreed_on"),
            perform_until=case.day("perform_until"),
        )
    )
    mediation.kind = AgreementKind(case.text("agreement_kind"))
    mediation.is_oral = case.is_ticked("is_oral")
    mediation.parties, mediation.dispute = parties, dispute
    mediation.content, mediation.way = content, way


def record_judicial_confirmation(case: Decision) -> Variables:
    """Whether both sides asked the court in time, and what it answered.

    The window ends with that: it was used, or nobody wants it any more.
    Raises NothingToMediate, DateInFuture, ConfirmationTooLate.
    """
    matter_id = case.the_matter.id
    mediation = current_mediation(case.session, matter_id)
    codes = (CONFIRMATION,)
    if not case.is_yes("is_confirmation_asked"):
        withdraw_all(
            case.session,
            matter_id=matter_id,
            codes=codes,
            reason=NOT_ASKED,
            actor=case.person_id,
            now=case.now,
        )
        return {}
    asked_on = case.past_day("confirmation_asked_on") or case.today
    for clock in running(case.session, matter_id=matter_id, codes=codes):
        check_confirmation(asked_on, clock.due_on)
    mediation.confirmation_asked_on = asked_on
    if case.text("is_confirmed"):
        mediation.is_confirmed = case.is_yes("is_confirmed")
        mediation.confirmation_answered_on = case.past_day("confirmation_answered_on") or case.today
    meet_all(case.session, matter_id=matter_id, codes=codes, actor=case.person_id, now=case.now)
    case.session.add(mediation)
    return {}


def confirm_performance(case: Decision) -> Variables:
    """Whether the agreement was performed. Raises NothingToMediate, DateInFuture."""
    mediation = current_mediation(case.session, case.the_matter.id)
    mediation.is_performed = case.is_yes("is_agreement_performed")
    if mediation.is_performed:
        mediation.performed_on = case.past_day("performed_on") or case.today
    case.session.add(mediation)
    return {}
