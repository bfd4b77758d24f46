"""Documents with their service, supervisions and entries of clocks, as entries of the timeline."""

from datetime import datetime

from api.i18n import text, text_or
from api.queries.case_documents import shown_documents
from api.queries.case_supervisions import supervision_views
from api.queries.reader import Reader
from api.queries.supervision_access import sees_clock, supervises
from api.shapes.timeline import TimelineEntry, TimelineKind
from law.clock_rule import ClockRule
from records.ledger import clocks_of, states_of
from records.models import Clock, ClockEvent, Document
from records.services import services_of


def document_entries(reader: Reader) -> list[TimelineEntry]:
    """Each document that was issued, and each attempt to serve it."""
    documents = shown_documents(reader)
    services = services_of(reader.session, [one.id for one in documents])
    return [
        entry
        for one in documents
        for entry in (
            _document(reader, one, one.issued_at, "issue_document", "engine"),
            *(
                _document(
                    reader,
                    one,
                    served.recorded_at,
                    "record_service" if served.is_served else "attempt_service",
                    served.server_id,
                    text_or(reader.language, f"way.{served.way.value}", served.way.value),
                )
                for served in services.get(one.id, [])
            ),
        )
    ]


def deadline_entries(reader: Reader) -> list[TimelineEntry]:
    """Every entry of the ledgers of the clocks that the reader sees."""
    found = [
        pair
        for pair in clocks_of(reader.session, reader.petition.id)
        if reader.shows(pair[0].matter_id)
        and sees_clock(reader.session, reader.person, reader.petition, pair[0])
    ]
    states = states_of(reader.session, found)
    return [
        _ledger_entry(reader, clock, rule, event)
        for (clock, events), (rule, _) in zip(found, states, strict=True)
        for event in events
    ]


def supervision_entries(reader: Reader) -> list[TimelineEntry]:
    """That a supervision was opened and closed, for the unit it is of; who supervises reads the
    trail itself."""
    if supervises(reader.person, reader.petition):
        return []
    entries = []
    for one in supervision_views(reader):
        moments = (("open_supervision", one.opened_at), ("close_supervision", one.closed_at))
        entries += [
            TimelineEntry(
                at=at,
                kind=TimelineKind.people,
                code=code,
                words=text(reader.language, f"act.{code}"),
                detail=one.trigger.name,
                actor=one.opened_by if code == "open_supervision" else None,
            )
            for code, at in moments
            if at is not None
        ]
    return entries


def _document(
    reader: Reader, one: Document, at: datetime, code: str, actor: str, way: str = ""
) -> TimelineEntry:
    return TimelineEntry(
        at=at,
        kind=TimelineKind.documents,
        code=code,
        words=f"{text(reader.language, f'act.{code}')} · {one.title}",
        detail=" · ".join(part for part in (one.number, way) if part),
        actor=reader.actor(actor),
        link=f"/api/documents/{one.id}",
    )


def _ledger_entry(
    reader: Reader, clock: Clock, rule: ClockRule, event: ClockEvent
) -> TimelineEntry:
    language = reader.language
    name = rule.name_zh if language == "zh" else rule.name_en
    ordinal = reader.ordinal(clock.matter_id) if len(reader.matters) > 1 else None
    matter = text(language, "matter.one", ordinal=ordinal) if ordinal else ""
    act = text_or(language, f"act.clock_{event.kind}", event.kind)
    days = text(language, "clock.days", days=event.days) if event.days else ""
    return TimelineEntry(
        at=event.recorded_at,
        kind=TimelineKind.deadlines,
        code=f"clock_{event.kind}",
        words=f"{act} · {name}",
        detail=" · ".join(part for part in (matter, days, event.reason) if part) or None,
        actor=reader.actor(event.actor),
    )
