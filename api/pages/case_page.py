"""The case page itself: shown when it is opened, and again when a form on it was refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from fastapi import Request, Response
from sqlmodel import Session

from api.actions.completion import may_complete
from api.actions.window import windows_of
from api.errors import ApiError, status_of
from api.i18n import error_text
from api.language import Language
from api.pages.render import render
from api.queries.case import case_view
from api.queries.law_basis import steps_basis
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
    "completed",
)
REFUSALS = (ApiError, RecordsError, LawError)


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
        status: int = 200,
    ) -> Response:
        """The page, or a part of it."""
        case = case_view(
            self.session, self.person, self.petition, language=self.language, now=self.now
        )
        today = shanghai(self.now).date()
        return render(
            self.request,
            template,
            status,
            case=case,
            may_complete=may_complete(self.person, self.petition),
            has_receipt=self.petition.bureau_id in windows_of(self.person),
            law_basis=steps_basis(self.session, case.steps, language=self.language, today=today),
            asked=asked or Asked(),
            done=done if done in DONE else "",
            ways=[way.value for way in Way],
            today=today.isoformat(),
            supervision_triggers=[one.value for one in BY_HAND],
            ratings=[
                Named(id=one.code, name=one.name_zh if self.language == "zh" else one.name_en)
                for one in terms_on(self.session, "satisfaction", today)
            ],
        )

    def refused(self, form: str, error: Exception, typed: Mapping[str, str]) -> Response:
        """The page again, with what stands against it beside what was typed."""
        asked = Asked(form, error_text(self.language, error), typed)
        return self.show(asked=asked, status=status_of(error))
