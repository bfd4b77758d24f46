"""Rendering and issuing notices. Templates only print: every value is ready in the dataclass."""

from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Annotated, ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta
from markupsafe import Markup
from sqlmodel import Session

from law.service import Way
from law.sources import cite_basis
from printing.qr import qr_image
from records.documents import issue_document
from records.models import Document, Matter, Petition, Unit
from records.services import ENGINE, record_service, services_of
from settings import ROOT
from workers.cases import petitioner_of
from workers.notices.case_lines import CaseLines
from workers.notices.required import Says, missing_from
from workers.notices.words import chinese_day

TEMPLATES = ROOT / "templates" / "notices"
LAYOUT = "_document.html"
PETITIONER = "petitioner"
# Each starts a period of the petitioner: the process `serving` hands it over and proves it.
SERVED_APART = ("issue_opinion", "issue_review_opinion")


@dataclass(frozen=True)
class Notice:
    """Values of one notice; a subclass adds what its template prints beside these.

    Every value says what it is called, and must not be empty unless it is declared optional.
    """

    element_id: ClassVar[str]  # the step that issues it, and the name of its template

    kind: Annotated[str, Says("文书种类")]  # goes into the document number
    title: Annotated[str, Says("文书名称")]
    basis: Annotated[str, Says("依据")]  # an id that law.sources cites
    addressee: Annotated[str, Says("主送")]
    case: Annotated[CaseLines, Says("信访件")]

    def html(self, *, number: str, issuer: str, issued_on: str) -> str:
        """The document as issued. Raises UndefinedError when the template asks for more."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        values |= {"number": number, "issuer": issuer, "issued_on": issued_on}
        values["basis"] = cite_basis(self.basis)
        return _environment().get_template(f"{self.element_id}.html").render(values)

    def template_sha256(self) -> str:
        """Hash of the template together with the layout and parts that it is made of."""
        texts = [(TEMPLATES / name).read_bytes() for name in templates_of(self.element_id)]
        return sha256(b"".join(texts)).hexdigest()


def issue(
    session: Session,
    notice: Notice,
    *,
    petition: Petition,
    unit: Unit,
    now: datetime,
    matter: Matter | None = None,
    occasion: str | None = None,
    addressee: str = PETITIONER,
) -> Document:
    """Issue the notice in the name of the unit; a second call returns the first document.

    One of a matter exists once per round, unless another `occasion` is said. What goes to a
    petitioner who agreed to electronic service is served at once. Raises NoticeIncomplete.
    """
    if occasion is None:
        occasion = f"{matter.ordinal}.{matter.round}" if matter else ""
    document = issue_document(
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
        matter=matter,
        occasion=occasion,
        addressee=addressee,
    )
    _serve_electronically(session, document, petition, now)
    return document


def _serve_electronically(
    session: Session, document: Document, petition: Petition, now: datetime
) -> None:
    if document.addressee != PETITIONER or document.element_id in SERVED_APART:
        return
    if not petition.is_name_clear or not petitioner_of(session, petition).accepts_electronic:
        return
    if services_of(session, [document.id]):
        return
    record_service(
        session,
        document,
        way=Way.electronic,
        on=document.issued_on,
        is_served=True,
        consented=True,
        server_id=ENGINE,
        now=now,
    )


@cache
def templates_of(element_id: str) -> tuple[str, ...]:
    """File names of the template of a step and of all that it extends or imports, sorted."""
    found: set[str] = set()
    waiting = {f"{element_id}.html"}
    while waiting:
        name = waiting.pop()
        found.add(name)
        syntax = _environment().parse((TEMPLATES / name).read_text(encoding="utf-8"))
        waiting |= {one for one in meta.find_referenced_templates(syntax) if one} - found
    return tuple(sorted(found))


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
