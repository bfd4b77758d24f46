"""Rendering and issuing notices. Templates only print: every value is ready in the dataclass."""

from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Annotated, ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from law.sources import cite_basis
from printing.qr import qr_image
from records.documents import issue_document
from records.models import Claim, Document, Petition, Unit
from settings import ROOT
from workers.cases import petitioner_of
from workers.notices.required import Says, missing_from
from workers.notices.words import FORM, chinese_day

TEMPLATES = ROOT / "templates" / "notices"
LAYOUT = "_document.html"


@dataclass(frozen=True)
class CaseLines:
    """The case as the head of a document names it."""

    number: Annotated[str, Says("信访件编号")]
    query_code: Annotated[str, Says("查询码")]
    petitioner: Annotated[str, Says("信访人姓名（名称）")]
    form: Annotated[str, Says("信访形式")]
    received_on: Annotated[str, Says("收到日期")]
    subject: Annotated[str, Says("信访事项")]
    claims: Annotated[tuple[str, ...], Says("诉求", optional=True)]


@dataclass(frozen=True)
class Notice:
    """Values of one notice; a subclass adds what its template prints beside these.

    Every value says what it is called, and must not be empty unless it is declared optional.
    """

    element_id: ClassVar[str]  # the step that issues it, and the name of its template

    kind: Annotated[str, Says("文书种类")]  # goes into the document number
    title: Annotated[str, Says("文书名称")]
    basis: Annotated[str, Says("依据")]  # an id that law.sources cites
    case: Annotated[CaseLines, Says("信访件")]

    def html(self, *, number: str, issuer: str, issued_on: str) -> str:
        """The document as issued. Raises UndefinedError when the template asks for more."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        values |= {"number": number, "issuer": issuer, "issued_on": issued_on}
        values["basis"] = cite_basis(self.basis)
        return _environment().get_template(f"{self.element_id}.html").render(values)

    def template_sha256(self) -> str:
        """Hash of the template together with the layout it extends."""
        texts = [(TEMPLATES / name).read_bytes() for name in (LAYOUT, f"{self.element_id}.html")]
        return sha256(b"".join(texts)).hexdigest()


def issue(
    session: Session, notice: Notice, *, petition: Petition, unit: Unit, now: datetime
) -> Document:
    """Issue the notice in the name of the unit; a second call returns the first document.

    Raises NoticeIncomplete.
    """
    return issue_document(
        session,
        petition=petition,
        element_id=notice.element_id,
        kind=notice.kind,
        title=notice.title,
        html=lambda number: notice.html(
            number=number, issuer=unit.name, issued_on=chinese_day(now)
        ),
        basis=notice.basis,
        unit=unit,
        template_sha256=notice.template_sha256(),
        now=now,
        missing=missing_from(notice),
    )


def case_lines(session: Session, petition: Petition) -> CaseLines:
    """What every document says about the case."""
    claims = session.exec(
        select(Claim.text).where(Claim.petition_id == petition.id).order_by(col(Claim.ordinal))
    )
    received_on = datetime.combine(petition.received_on, datetime.min.time(), SHANGHAI)
    return CaseLines(
        number=petition.number,
        query_code=petition.query_code,
        petitioner=petitioner_of(session, petition).name,
        form=FORM[petition.form],
        received_on=chinese_day(received_on),
        subject=petition.subject,
        claims=tuple(claims),
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # {{ address | qr }}: the address holds nothing personal, whoever holds the paper reads it
    environment.filters["qr"] = lambda value: Markup(qr_image(value))  # noqa: S704 - it escapes
    return environment
