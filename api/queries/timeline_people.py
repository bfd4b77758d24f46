"""What people (and the office's own programs) did in a case, out of decisions and the trail."""

from collections.abc import Sequence

from sqlalchemy import select as plain_select
from sqlmodel import col, select

from api.i18n import text, text_or
from api.queries.diagram import element_name
from api.queries.reader import Reader
from api.queries.sealed_acts import hidden_tasks, is_hidden
from api.queries.supervision_access import supervises
from api.shapes.timeline import TimelineEntry, TimelineKind
from journal.tables import user_task
from records.models import Attachment, AuditEntry, TaskDecision

# Told from tables of their own, with more to say.
TOLD_ELSEWHERE = ("issue_document", "record_service")
# Whose supervision it is, the trail does not say: only who sees every one reads them here.
OF_SUPERVISION = (
    *("open_supervision", "take_supervision_step", "miss_feedback"),
    *("close_supervision", "note_adoption"),
)
OF_FILES = ("upload_attachment", "remove_attachment")


def people_entries(reader: Reader) -> list[TimelineEntry]:
    """Decisions, then other acts, that the reader may know."""
    session, petition = reader.session, reader.petition
    decisions = session.exec(
        select(TaskDecision).where(TaskDecision.petition_id == petition.id)
    ).all()
    acts = session.exec(
        select(AuditEntry).where(AuditEntry.petition_id == petition.id).order_by(col(AuditEntry.id))
    ).all()
    reader.actors.load([*(row.decided_by for row in decisions), *(row.actor for row in acts)])
    names = _names(reader, decisions, acts)
    sees_supervisions = supervises(reader.person, petition)
    hidden = hidden_tasks(session, petition, reader.hidden_ids)
    decided = {str(row.task_key) for row in decisions}
    entries = [
        _decision(reader, row, names.get(str(row.task_key), row.element_id))
        for row in decisions
        if reader.shows(row.matter_id)
        and str(row.task_key) not in hidden
        and (row.supervision_id is None or sees_supervisions)
    ]
    for act in acts:
        is_decision = act.detail.get("task_key") in decided and "element_id" not in act.detail
        is_elsewhere = act.action in TOLD_ELSEWHERE or act.action.startswith("clock_")
        if is_decision or is_elsewhere or is_hidden(reader, act, hidden):
            continue
        if act.action in OF_SUPERVISION and not sees_supervisions:
            continue
        entries.append(_act(reader, act, names))
    return entries


def _names(
    reader: Reader, decisions: Sequence[TaskDecision], acts: Sequence[AuditEntry]
) -> dict[str, str]:
    """The label of each task that is spoken of, by its key as text."""
    keys = {row.task_key for row in decisions}
    keys |= {int(key) for act in acts if (key := act.detail.get("task_key"))}
    rows = reader.session.execute(
        plain_select(user_task.c.key, user_task.c.definition_key, user_task.c.element_id).where(
            user_task.c.key.in_(keys)
        )
    )
    return {
        str(row.key): element_name(reader.session, row.definition_key, row.element_id)
        for row in rows
    }


def _decision(reader: Reader, row: TaskDecision, name: str) -> TimelineEntry:
    return TimelineEntry(
        at=row.decided_at,
        kind=TimelineKind.people,
        code=row.element_id,
        words=text(reader.language, "timeline.decided", name=name),
        actor=reader.actor(row.decided_by),
        represents=reader.actors.named(row.decided_for),
    )


def _act(reader: Reader, act: AuditEntry, names: dict[str, str]) -> TimelineEntry:
    return TimelineEntry(
        at=act.at,
        kind=TimelineKind.documents if act.action in OF_FILES else TimelineKind.people,
        code=act.action,
        words=text_or(reader.language, f"act.{act.action}", act.action),
        detail=_detail(reader, act, names),
        actor=reader.actor(act.actor),
        represents=reader.actors.named(act.detail.get("represents")),
    )


def _detail(reader: Reader, act: AuditEntry, names: dict[str, str]) -> str | None:
    """What the act was about, in words: the step, the units, the person, the field."""
    language, detail = reader.language, act.detail
    match act.action:
        case "reveal_person_field":
            who, _, ordinal = str(detail["who"]).partition("-")
            field = detail["field"]
            person = f"{text(language, f'person.{who}')} {ordinal}".rstrip()
            return f"{person} · {text(language, f'person_field.{field}')}"
        case "upload_attachment" | "remove_attachment":
            found = reader.session.get(Attachment, detail["attachment"])
            return found.name if found else None
        case "recuse_handler":
            people = [detail.get("recused"), detail.get("handler")]
            return " → ".join(reader.actors.name(str(one)) for one in people if one)
        case _:
            units = [detail.get("predecessor"), detail.get("successor")]
            if all(units):
                return " → ".join(reader.actors.unit(str(unit)) for unit in units)
            parts = [names.get(str(detail.get("task_key")))]
            if act.action == "assign_task" and detail.get("holder"):
                parts.append(reader.actors.name(str(detail["holder"])))
            matter = detail.get("matter")
            if isinstance(matter, int) and len(reader.matters) > 1:
                parts.append(text(language, "matter.one", ordinal=matter))
            return " · ".join(part for part in parts if part) or None
