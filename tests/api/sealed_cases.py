"""Sealed cases with words of their own: where one of these words is read, a report has leaked."""

from dataclasses import dataclass

from sqlmodel import Session

from journal import tables
from records.case_file.attachments import keep_attachment
from records.case_file.kinds import KINDS
from records.case_file.notes import write_note
from records.case_file.store import AttachmentStore
from records.demo import BUREAU
from records.documents import issue_document
from records.models import Matter, Petition, TaskDecision, Unit, Withdrawal
from records.models.case_file import Part, ScanResult
from records.models.petition import Category
from tests.api.office import HOUSING, Office, millis

SEALED_GROUP = (f"sealed_clerk@{BUREAU}",)
CLASSIFIERS = (f"classifier@{BUREAU}",)


@dataclass(frozen=True)
class SealedCase:
    """A report and what leads to it; `words` must be read by nobody but the sealed desk."""

    petition: Petition
    document_id: str
    note_id: str
    attachment_id: str
    task_keys: tuple[int, int]

    @property
    def instance_keys(self) -> tuple[int, ...]:
        """The instances that its tasks are in."""
        return tuple(key - 5 for key in self.task_keys)

    @property
    def words(self) -> tuple[str, ...]:
        """Its number, ids, code, and the words that people wrote."""
        one = self.petition
        return (one.number, one.id, one.query_code, one.petitioner_id, *_words(one.subject[-3:]))


def sealed_case(office: Office, serial: int) -> SealedCase:
    """A report about housing, with an open task, an ended one, a letter, a clock, an incident."""
    mark = f"{serial:03d}"
    subject, text, name, address, claim, phone, note = _words(mark)
    petition = office.petition(
        subject=subject,
        text=text,
        petitioner_name=name,
        address=address,
        claims=(claim,),
        phone=phone,
    )
    done = office.task(petition, "classify_petition", CLASSIFIERS, active=False)
    matter = office.matter(petition, BUREAU, category=Category.report, is_sealed=True)
    with office.database.transaction() as session:
        kept = session.get_one(Petition, petition.id)
        kept.is_sealed, kept.category, kept.unit_id = True, Category.report, BUREAU
        kept.proposed_category = Category.claim
        session.add(kept)
        session.add(_decision(petition, done, office, note))
        session.add(
            Withdrawal(
                petition_id=petition.id,
                reason=note,
                recorded_by="sealed",
                recorded_at=office.clock.now(),
            )
        )
        document_id = _letter(session, office, petition, matter, text)
        # One from before it was sealed, by who took it in; the file's name is a word of its own.
        written = write_note(
            session, kept, note, part=Part.whole, author_id="clerk", now=office.clock.now()
        )
        attachment = keep_attachment(
            session,
            kept,
            name=f"{note}.txt",
            kind=KINDS["text"],
            content=text.encode(),
            scan=ScanResult.not_scanned,
            store=AttachmentStore(office.settings.data_dir),
            part=Part.whole,
            uploaded_by="clerk",
            now=office.clock.now(),
        )
    office.run_clock(petition, "D01")
    waiting = office.task(petition, "hand_over_report", SEALED_GROUP)
    _get_stuck(office, waiting)
    return SealedCase(kept, document_id, written.id, attachment.id, (done, waiting))


def _words(mark: str) -> tuple[str, ...]:
    kinds = ("主题", "正文", "姓名", "住址", "诉求")
    return (*(f"鸿鹄{kind}{mark}" for kind in kinds), f"0571{mark}{mark}", f"鸿鹄备注{mark}")


def _decision(petition: Petition, key: int, office: Office, note: str) -> TaskDecision:
    return TaskDecision(
        task_key=key,
        petition_id=petition.id,
        element_id="classify_petition",
        data={"category": "report", "unit": HOUSING, "note": note},
        decided_by="classifier",
        decided_at=office.clock.now(),
    )


def _letter(session: Session, office: Office, petition: Petition, matter: Matter, text: str) -> str:
    document = issue_document(
        session,
        petition=petition,
        element_id="record_report_transfer",
        kind="密转",
        title="检举控告转送函",
        html=lambda number: f"<p>{number}{text}</p>",
        basis="regulation_2022:30(1)",
        unit=session.get_one(Unit, BUREAU),
        template_sha256="0" * 64,
        now=office.clock.now(),
        addressee="organ",
    )
    document.matter_id = matter.id
    session.add(document)
    return document.id


def _get_stuck(office: Office, task_key: int) -> None:
    instance = task_key - 5
    incident = {
        "key": instance + 6,
        "instance_key": instance,
        "element_instance_key": instance + 4,
        "element_id": "hand_over_report",
        "error_type": "JOB_NO_RETRIES",
        "message": "no retries left",
        "state": "open",
        "created_at": millis(office.clock.now()),
    }
    office.write(tables.incident, [incident])
