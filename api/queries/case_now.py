"""The top of a case page: where it is now, who must do what until when, and why that day."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session

from api.i18n import text, text_or
from api.language import Language
from api.queries.case import case_view
from api.shapes.case import Case
from api.shapes.case_now import DueOut, NowStep, SummaryOut
from api.shapes.petition import ClockOut, Step
from journal.tables import variable
from records.models import Matter, Petition
from records.people import Person


def summary_view(
    session: Session, person: Person, petition: Petition, *, language: Language, now: datetime
) -> SummaryOut:
    """The summary for who sees the petition."""
    case = case_view(session, person, petition, language=language, now=now, with_history=False)
    return summary_of(session, case, language)


def summary_of(session: Session, case: Case, language: Language) -> SummaryOut:
    """The summary of a case as its reader sees it."""
    steps = [] if case.closed_at else _steps(session, case)
    return SummaryOut(
        **case.model_dump(
            include={"number", "subject", "bureau", "category", "content_class", "closed_at"}
        ),
        state=_state(case, steps, language),
        due=None if case.closed_at else _first(case.clocks),
        steps=steps,
    )


def _steps(session: Session, case: Case) -> list[NowStep]:
    """What somebody must do, then what the case itself is at; deeper steps are the engine's."""
    mine = {task.key for task in case.tasks}
    waiting = [one for one in case.steps if one.task_key or one.has_incident]
    wanted = [
        *waiting,
        *(
            one
            for one in case.steps
            if one not in waiting and one.instance_key == case.instance_key
        ),
    ]
    matters = _matters(session, wanted)
    shown = []
    for step in wanted:
        matter = matters.get(int(step.instance_key))
        of_step = [one for one in case.clocks if one.matter == matter]
        shown.append(
            NowStep(
                name=step.name,
                who=step.who,
                since=step.since,
                matter=matter,
                due=(_first(of_step) or _first(case.clocks)) if step in waiting else None,
                has_incident=step.has_incident,
                task_key=step.task_key if step.task_key in mine else None,
            )
        )
    return shown


def _matters(session: Session, steps: Sequence[Step]) -> dict[int, int]:
    """The number of the matter that each of these instances is about, by instance."""
    rows = session.execute(
        select(variable.c.scope_key, variable.c.value).where(
            variable.c.scope_key.in_({int(one.instance_key) for one in steps}),
            variable.c.name == "matter_id",
        )
    )
    found = {}
    for row in rows:
        matter = session.get(Matter, json.loads(row.value) or "")
        if matter is not None:
            found[row.scope_key] = matter.ordinal
    return found


def _first(clocks: Sequence[ClockOut]) -> DueOut | None:
    """The running deadline that ends first; a period that is paused comes last."""
    running = [one for one in clocks if one.is_running]
    if not running:
        return None
    one = min(running, key=lambda clock: (clock.is_paused, clock.due_on))
    return DueOut(on=one.due_on, days_left=one.days_left, clock=one.name, why=one.explanation)


def _state(case: Case, steps: Sequence[NowStep], language: Language) -> str:
    if case.closed_at:
        end = text_or(language, f"end.{case.end}", "") if case.end else ""
        return end or text(language, "case.closed")
    if any(step.has_incident for step in steps):
        return text(language, "now.stuck")
    names = [*dict.fromkeys(step.name for step in steps)]
    if not names:
        return text(language, "now.starting" if case.definition_key is None else "now.on_its_way")
    return text(language, "who.join").join(names[:3])
