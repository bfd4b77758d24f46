"""The case page itself: shown when it is opened, and again when a form on it was refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from fastapi import Request, Response
from sqlmodel import Session

from api.actions.case_file_rules import may_add
from api.actions.completion import may_complete
from api.actions.window import windows_of
from api.deps import Runtime
from api.errors import ApiError, status_of
from api.i18n import error_text
from api.language import Language
from api.pages.case_parts import opened_parts
from api.pages.render import render
from api.queries.case import case_view
from api.queries.case_attachments import attachment_views
from api.queries.case_changes import handlers_of, units_to_choose
from api.queries.case_notes import note_views
from api.queries.case_now import summary_of
from api.queries.flow import drawing
from api.queries.law_basis import steps_basis
from api.queries.reader import reader_of
from api.queries.timeline import timeline_page
from api.shapes.common import Named, shanghai
from law.errors import LawError
from law.service import Way
from records.errors import RecordsError
from records.models import Petition
from records.people import Person
from records.supervisions.start import BY_HAND
from records.vocabularies.terms import terms_on

DONE = (
    *("filed", "decided", "extended", "withdrawn", "goes_on", "extension_asked", "route_chosen"),
    *("answered_interim", "rated", "served", "supervised", "urgent_reported", "measure_logged"),
    *("urged", "completed"),
    *("review_asked", "review_withdrawn", "review_completed", "transferred", "recused"),
    *("noted", "note_edited", "attached", "attachment_removed"),
)
REFUSALS = (ApiError, RecordsError, LawError)
FIRST_ENTRIES = 8  # of the timeline, before more are asked for


@dataclass(frozen=True)
class Asked:
    """The form that was handed in: what was typed, and what is wrong with it."""

    form: str = ""
    fault: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)

    def get(self, form: str, name: str) -> str:
        """What was typed into a field of this form."""
        return self.typed.get(name, "") if form == self.form else ""


@dataclass(frozen=True)
class Revealed:
    """A field of a person that was asked for: shown on this one answer, and in no address."""

    who: str = ""
    field: str = ""
    value: str = ""

    def of(self, who: str, name: str) -> str:
        """The value, if it is this field of this person."""
        return self.value if (who, name) == (self.who, self.field) else ""


@dataclass(frozen=True)
class CasePage:
    """Whose page of which case."""

    request: Request
    session: Session
    person: Person
    petition: Petition
    language: Language
    now: datetime

    def show(
        self,
        *,
        template: str = "petition.html",
        asked: Asked | None = None,
        done: str = "",
        revealed: Revealed | None = None,
        status: int = 200,
    ) -> Response:
        """The page, or a part of it."""
        session, person, petition = self.session, self.person, self.petition
        case = case_view(
            session, person, petition, language=self.language, now=self.now, with_history=False
        )
        today = shanghai(self.now).date()
        reader = reader_of(session, person, petition, self.language, today)
        asked, done = asked or Asked(), done if done in DONE else ""
        runtime: Runtime = self.request.app.state.runtime
        return render(
            self.request,
            template,
            status,
            case=case,
            version=drawing(session, petition, hidden=reader.hidden_ids).version,
            may_complete=may_complete(person, petition),
            has_receipt=petition.bureau_id in windows_of(person),
            summary=summary_of(session, case, self.language),
            notes=note_views(reader),
            attachments=attachment_views(reader, self.now),
            may_add=may_add(session, person, petition),
            taking={
                "kinds": [one.code for one in runtime.attachment_kinds],
                "megabytes": runtime.settings.attachment_max_bytes // 1024**2,
                "is_scanned": bool(runtime.settings.virus_scanner),
            },
            timeline=timeline_page(reader, kind=None, limit=FIRST_ENTRIES, cursor=None),
            timeline_kind=None,
            units=units_to_choose(reader, case.matters),
            handlers=handlers_of(reader, case.matters),
            law_basis=steps_basis(session, case.steps, language=self.language, today=today),
            asked=asked,
            revealed=revealed or Revealed(),
            opened=opened_parts(asked.form, done) | ({"people"} if revealed else set()),
            done=done,
            ways=[way.value for way in Way],
            today=today.isoformat(),
            supervision_triggers=[one.value for one in BY_HAND],
            ratings=[
                Named(id=one.code, name=one.name_zh if self.language == "zh" else one.name_en)
                for one in terms_on(session, "satisfaction", today)
            ],
        )

    def refused(self, form: str, error: Exception, typed: Mapping[str, str]) -> Response:
        """The page again, with what stands against it beside what was typed."""
        asked = Asked(form, error_text(self.language, error), typed)
        return self.show(asked=asked, status=status_of(error))
