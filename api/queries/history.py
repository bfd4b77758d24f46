"""What happened in a case, in order: steps of the engine, decisions of people, other acts."""

from sqlmodel import Session, col, select

from api.i18n import text_or
from api.queries.diagram import element_names
from api.queries.flow import CONTAINERS, CaseFlow
from api.queries.reader import Reader
from api.queries.sealed_acts import hidden_tasks, is_hidden
from api.shapes.common import end_from_millis, from_millis, shanghai
from api.shapes.petition import HistoryEntry
from records.models import AuditEntry, TaskDecision


def history(reader: Reader, flow: CaseFlow) -> list[HistoryEntry]:
    """Everything that happened and that the reader may know, oldest first."""
    session, petition, actors = reader.session, reader.petition, reader.actors
    decisions = session.exec(
        select(TaskDecision).where(TaskDecision.petition_id == petition.id)
    ).all()
    acts = session.exec(
        select(AuditEntry).where(AuditEntry.petition_id == petition.id).order_by(col(AuditEntry.id))
    ).all()
    actors.load([*(row.decided_by for row in decisions), *(row.actor for row in acts)])
    decided = {row.element_id: row for row in decisions}
    hidden = hidden_tasks(session, petition, reader.hidden_ids)
    entries = _steps(session, flow)
    names = {entry.code: entry.name for entry in entries}
    for row in decisions:
        if not reader.shows(row.matter_id):
            continue
        entries.append(
            HistoryEntry(
                at=shanghai(row.decided_at),
                kind="decision",
                code=row.element_id,
                name=names.get(row.element_id, row.element_id),
                actor=actors.named(row.decided_by),
                represents=actors.named(row.decided_for),
            )
        )
    for act in acts:
        # A decision is in the trail too; it is shown once.
        # Who looked at what is sealed is a list of its own.
        if act.action in decided or is_hidden(reader, act, hidden):
            continue
        entries.append(
            HistoryEntry(
                at=shanghai(act.at),
                kind="act",
                code=act.action,
                name=_name_of(reader, act),
                actor=actors.named(act.actor),
                represents=actors.named(act.detail.get("represents")),
            )
        )
    return sorted(entries, key=lambda entry: entry.at)


def _name_of(reader: Reader, act: AuditEntry) -> str:
    """What was done; where a unit followed another, which two these are (article 24(2))."""
    name = text_or(reader.language, f"act.{act.action}", act.action)
    units = [act.detail.get("predecessor"), act.detail.get("successor")]
    if not all(units):
        return name
    return f"{name}: " + " → ".join(reader.actors.unit(str(unit)) for unit in units)


def _steps(session: Session, flow: CaseFlow) -> list[HistoryEntry]:
    entries = []
    for row in flow.elements:
        name = element_names(session, row.definition_key).get(row.element_id)
        # Elements without a label (joins, forks) are drawing, not happening.
        if name is None or row.element_type in CONTAINERS or "GATEWAY" in row.element_type:
            continue
        entries.append(
            HistoryEntry(
                at=from_millis(row.started_at),
                ended_at=end_from_millis(row.ended_at),
                kind="step",
                code=row.element_id,
                name=name,
                state=row.state,
            )
        )
    return entries
