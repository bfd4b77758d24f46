"""延期告知书: the handling period is extended, with the reason (article 34)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session, col, select

from law.clock_entries import EntryKind
from law.clock_ledger import fold
from records.clocks.find import latest
from records.clocks.ledgers import read_ledger
from records.clocks.terms import Terms
from records.models import Clock, ExtensionRequest, Matter, Petition, User
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.words import chinese_date, words

HANDLING = "D05"


@dataclass(frozen=True)
class ExtensionNotice(Notice):
    """From when to when, why, and who allowed it."""

    element_id = "send_extension_notice"

    accepted_on: Annotated[str, Says("受理日期")]
    old_due_on: Annotated[str, Says("原办结期限")]
    new_due_on: Annotated[str, Says("延长后的办结期限")]
    days: Annotated[str, Says("延长日数")]
    reason: Annotated[str, Says("延期理由")]
    approver: Annotated[str, Says("批准人")]


def send_extension_notice_notice(
    session: Session, petition: Petition, matter: Matter
) -> ExtensionNotice:
    """The notice of the last extension that was approved and is in the ledger."""
    clock = latest(session, HANDLING, petition_id=petition.id, matter_id=matter.id)
    request = _approved(session, matter)
    approver = session.get(User, request.decided_by) if request and request.decided_by else None
    return ExtensionNotice(
        kind="延期",
        title="信访事项延期告知书",
        basis="regulation_2022:34",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        accepted_on=chinese_date(matter.accepted_on),
        old_due_on=_due_without_extension(session, clock) if clock else "",
        new_due_on=chinese_date(clock.due_on) if clock else "",
        days=str(request.days) if request else "",
        reason=words(request.reason) if request else "",
        approver=approver.name if approver else "",
    )


def _approved(session: Session, matter: Matter) -> ExtensionRequest | None:
    found = select(ExtensionRequest).where(
        ExtensionRequest.matter_id == matter.id, col(ExtensionRequest.is_approved).is_(True)
    )
    return session.exec(found.order_by(col(ExtensionRequest.decided_at).desc())).first()


def _due_without_extension(session: Session, clock: Clock) -> str:
    """The last day as it would be now without any extension."""
    terms, ledger = Terms(session), read_ledger(session, clock)
    kept = [entry for entry in ledger.entries if entry.kind is not EntryKind.extended]
    due = fold(terms.rule(ledger), kept, terms.calendar(ledger)).due
    return chinese_date(due.due) if due else ""
