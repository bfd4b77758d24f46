"""One sample document: the notice as its step would issue it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from records.models import Document, Matter, Petition, Unit
from workers.notices.notice import Notice, issue
from workers.notices.words import chinese_day


@dataclass(frozen=True)
class Sample:
    """A notice with the number that it was issued under."""

    notice: Notice
    issuer: str
    number: str
    issued_at: datetime

    def html(self) -> str:
        """The document as issued."""
        return self.notice.html(
            number=self.number, issuer=self.issuer, issued_on=chinese_day(self.issued_at)
        )


def issued(
    session: Session,
    notice: Notice,
    petition: Petition,
    matter: Matter | None = None,
    *,
    unit: str,
    on: datetime,
) -> tuple[Sample, Document]:
    """Issue the notice for good: later documents refer to it."""
    office = session.get_one(Unit, unit)
    document = issue(session, notice, petition=petition, unit=office, now=on, matter=matter)
    return Sample(notice, office.name, document.number, on), document
