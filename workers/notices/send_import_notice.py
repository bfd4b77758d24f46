"""导入法定途径告知单 and its letter: another procedure comes first (article 31(一) to (四))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Matter, Petition
from records.task_decisions import latest
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.petitioner_lines import PetitionerLines, petitioner_lines
from workers.notices.required import Says
from workers.notices.routes import words_of
from workers.notices.words import words

EXAMINED = "examine_matter"


@dataclass(frozen=True)
class ImportNotice(Notice):
    """Which procedure, before whom, and what the petitioner does."""

    element_id = "send_import_notice"

    route: Annotated[str, Says("法定途径")]
    organ: Annotated[str, Says("办理机关")]
    was_chosen: Annotated[bool, Says("由信访人选择")]


@dataclass(frozen=True)
class ImportLetter(Notice):
    """To the organ that handles it now."""

    element_id = "send_import_notice__letter"

    route: Annotated[str, Says("法定途径")]
    petitioner: Annotated[PetitionerLines, Says("信访人")]


def send_import_notice_notice(session: Session, petition: Petition, matter: Matter) -> ImportNotice:
    """The notice to the petitioner of a matter whose route is decided."""
    route = words_of(matter.route)
    return ImportNotice(
        kind="导入",
        title="信访事项导入法定途径告知单",
        basis=route.basis if route else "",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        route=route.name if route else "",
        organ=_organ(session, matter),
        was_chosen=matter.chosen_route == matter.route,
    )


def send_import_notice_letter(session: Session, petition: Petition, matter: Matter) -> ImportLetter:
    """The letter to the organ."""
    route = words_of(matter.route)
    return ImportLetter(
        kind="转送",
        title="信访事项导入法定途径转送函",
        basis=route.basis if route else "",
        addressee=_organ(session, matter),
        case=case_lines(session, petition, matter),
        route=route.name if route else "",
        petitioner=petitioner_lines(session, petition),
    )


def _organ(session: Session, matter: Matter) -> str:
    """The organ that `examine_matter` names, else the kind of organ that the route has."""
    decision = latest(session, EXAMINED, matter_id=matter.id)
    route = words_of(matter.route)
    named = words(decision.data.get("organ")) if decision else ""
    return named or (route.organ if route else "")
