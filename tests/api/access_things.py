"""What there is in the office where everything is called: a case, papers, what people have."""

from datetime import date, timedelta

from sqlmodel import Session

from law.decision_facts import ReviewStage
from law.decision_words import Procedure, Route
from law.review import Applicant
from records.answer_templates import keep_template
from records.case_file.attachments import keep_attachment
from records.case_file.kinds import KINDS
from records.case_file.notes import write_note
from records.case_file.store import AttachmentStore
from records.demo import (
    BUREAU,
    REVIEW_BODY,
)
from records.filing_drafts import save_draft
from records.inbox.people import keep_filter
from records.models import (
    Absence,
    Petition,
    Review,
    TaskDelegation,
    TaskDraft,
    TaskHold,
    TaskOpinion,
    User,
)
from records.models.case_file import Part, ScanResult
from records.models.notification import Notification, NotificationKind
from records.people import person_of
from records.reception.queue import add_visitor
from records.renditions import keep_rendition
from tests.api.access_roles import COLLEAGUE
from tests.api.office import HOUSING, Office
from tests.api.papers import issued


def handled(office: Office) -> Petition:
    """A petition that housing handles, with a review that runs."""
    petition = office.petition(phone="000-1234")
    matter = office.matter(
        petition,
        route=Route.petition,
        procedure=Procedure.ordinary,
        handler_id="handler_zj",
    )
    office.at_unit(petition)
    office.run_clock(petition, "D05", matter=matter)
    with office.database.transaction() as session:
        session.add(
            Review(
                petition_id=petition.id,
                matter_id=matter.id,
                ordinal=1,
                level=ReviewStage.review,
                unit_id=REVIEW_BODY,
                applicant=Applicant.petitioner,
                requested_on=date(2026, 11, 20),
                reference="复查申请书",
                reasons="意见没有写明何时维修。",
                recorded_by="review_clerk",
                recorded_at=office.clock.now(),
            )
        )
    return petition


def shared(office: Office, petition: Petition) -> dict[str, dict[str, str]]:
    """Per unit: a document it issued, a template text, a visitor who waits and one received."""
    now = office.clock.now()
    found: dict[str, dict[str, str]] = {}
    with office.database.transaction() as session:
        for unit in (BUREAU, HOUSING, REVIEW_BODY):
            document = issued(session, petition, unit, now, occasion=unit)
            session.flush()
            keep_rendition(session, document.id, content=b"%PDF", pages=1, renderer="x", now=now)
            template = keep_template(
                session,
                unit_id=unit,
                element_id="",
                title="答复",
                text="经核实。",
                actor=COLLEAGUE[unit],
                now=now,
            )
            found[unit] = {"document_id": document.id, "template_id": template.id}
        waiting = add_visitor(session, BUREAU, name="", actor="clerk", now=now)
        received = add_visitor(session, BUREAU, name="", actor="clerk", now=now)
        received.called_at, received.received_by = now, "clerk"
        session.add(received)
        for unit in found:
            found[unit] |= {"visitor_id": waiting.id, "received_id": received.id}
    return found


def around_tasks(
    session: Session,
    office: Office,
    user: str,
    colleague: str,
    *,
    held: int,
    given: int,
    asked: int,
    signed: int,
) -> None:
    """Two are the user's, one was given to them with a question, of one they were asked."""
    now = office.clock.now()
    for key, holder in ((held, user), (signed, user), (given, user), (asked, colleague)):
        session.add(TaskHold(task_key=key, user_id=holder, held_at=now))
    session.add(
        TaskDelegation(
            task_key=given, owner_id=colleague, delegate_id=user, question="?", given_at=now
        )
    )
    for key, of in ((asked, user), (held, colleague)):
        session.add(
            TaskOpinion(task_key=key, asked_by=colleague, asked_of=of, question="?", asked_at=now)
        )
    session.add(TaskDraft(task_key=held, user_id=user, version=1, origin="", data={}, saved_at=now))


def own(office: Office, petition: Petition, role: str, user: str) -> dict[str, str]:
    """What is this person's own."""
    now = office.clock.now()
    with office.database.transaction() as session:
        kept = session.get_one(Petition, petition.id)
        note = write_note(session, kept, "已电话联系。", part=_part(kept), author_id=user, now=now)
        attachment = keep_attachment(
            session,
            kept,
            name="信.txt",
            kind=KINDS["text"],
            content=user.encode(),
            scan=ScanResult.not_scanned,
            store=AttachmentStore(office.settings.data_dir),
            part=_part(kept),
            uploaded_by=user,
            now=now,
        )
        draft = save_draft(session, user, f"draft-of-{user}", [["subject", "电梯"]], now=now)
        person = person_of(session, session.get_one(User, user))
        kept_filter = keep_filter(session, person, {"due": ["overdue"], "q": user}, now)
        absence = Absence(
            user_id=user,
            deputy_id="handler_jy",
            first_day=now.date() + timedelta(days=30),
            last_day=now.date() + timedelta(days=31),
            entered_by=user,
            entered_at=now,
        )
        session.add(absence)
        message = Notification(
            user_id=user, kind=NotificationKind.daily_list, event_key="day", at=now
        )
        session.add(message)
        session.flush()
        return {
            "note_id": note.id,
            "attachment_id": attachment.id,
            "draft_id": draft.id,
            "filter_id": kept_filter,
            "absence_id": absence.id,
            "notification_id": str(message.id),
        }


def _part(petition: Petition) -> Part:
    return Part.whole if petition.is_sealed else Part.open
