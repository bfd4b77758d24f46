"""Reads the facts of a year from records and journal."""

import re
from collections import Counter
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from commands.year.cases import petition_facts
from simulation.year.facts import Facts
from simulation.year.series import Series

SERIAL = re.compile(r"〔(\d{4})〕(\d+)号$")
PETITION_SERIAL = re.compile(r"(\d{6})$")
SERIES = "SELECT unit_id, kind, year, last FROM number_series"
DOCUMENTS = (
    "SELECT d.number, d.issued_by, u.designation FROM document d JOIN unit u ON u.id = d.issued_by"
)
PETITIONS = "SELECT number, bureau_id, filed_at FROM petition"
INCIDENTS = "SELECT element_id, error_type FROM journal.incident"
# The window to ask for a review outlives its matter; the petition stays open until it ends.
# The clocks of a supervision go by that.
ASTRAY = (
    "SELECT c.code, p.number FROM clock c JOIN petition p ON p.id = c.petition_id "
    "LEFT JOIN matter m ON m.id = c.matter_id WHERE c.is_running AND (p.closed_at IS NOT NULL "
    "OR (m.ended_at IS NOT NULL AND c.code <> 'D07')) AND c.subject = '' "
    # A review and what follows it have an instance of their own, which watches these.
    "AND NOT EXISTS (SELECT 1 FROM review r JOIN journal.instance i ON i.key = r.instance_key "
    "WHERE r.matter_id = c.matter_id AND i.state = 'active')"
)
RUNNING = "SELECT code, count(*) FROM clock WHERE is_running GROUP BY code"
BREACHES = (
    "SELECT c.code, count(*) FROM clock_event e JOIN clock c ON c.id = e.clock_id "
    "WHERE e.kind = 'breached' GROUP BY c.code"
)
UNSUPERVISED = (
    "SELECT count(*) FROM clock_event e JOIN clock c ON c.id = e.clock_id "
    "WHERE e.kind = 'breached' "
    "AND c.subject = '' AND NOT EXISTS (SELECT 1 FROM supervision s WHERE s.clock_id = c.id "
    "OR (c.matter_id IS NOT NULL AND s.matter_id = c.matter_id))"
)
SUPERVISIONS = "SELECT trigger, count(*) FROM supervision GROUP BY trigger"
SUPERVISION_ENDS = (
    "SELECT CASE WHEN closed_at IS NULL THEN 'open' ELSE \"end\" END, count(*) "
    "FROM supervision GROUP BY 1"
)
HEARINGS = "SELECT coalesce(result, 'open'), count(*) FROM hearing GROUP BY 1"
AGREEMENTS = (
    "SELECT CASE WHEN NOT (within_discretion AND petitioner_agrees AND other_side_agrees) "
    "THEN 'not_consented' WHEN is_agreed IS NULL THEN 'open' WHEN NOT is_agreed THEN 'not_agreed' "
    "WHEN is_performed IS NULL THEN 'to_be_performed' WHEN is_performed THEN 'performed' "
    "ELSE 'not_performed' END, count(*) FROM mediation GROUP BY 1"
)
REVIEWS = "SELECT state, count(*) FROM review GROUP BY state"
REFUSED = "SELECT count(*) FROM outbox_command WHERE result = 'refused'"
SET_ASIDE = "SELECT count(*) FROM journal.set_aside"
LEFT_RUNNING = (
    "SELECT count(*) FROM journal.instance i JOIN petition p ON p.id = i.business_key "
    "WHERE i.state = 'active' AND p.closed_at IS NOT NULL AND i.root_key NOT IN "
    "(SELECT key FROM journal.instance WHERE process_id = 'supervision') "
    "AND NOT EXISTS (SELECT 1 FROM review r WHERE r.instance_key = i.root_key)"
)
# One that is open waits for somebody: a task of its instance says for whom.
SUPERVISIONS_ASTRAY = (
    "SELECT s.trigger, p.number FROM supervision s JOIN petition p ON p.id = s.petition_id "
    "WHERE s.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM journal.user_task t "
    "WHERE t.root_key = s.instance_key AND t.state = 'created')"
)


def read_facts(session: Session) -> Facts:
    """Everything but what personal data was found."""
    return Facts(
        petitions=petition_facts(session),
        incidents=[f"{row[0]}: {row[1]}" for row in _rows(session, INCIDENTS)],
        series={(row[0], row[1], int(row[2])): int(row[3]) for row in _rows(session, SERIES)},
        serials=[*_petition_serials(session), *_document_serials(session)],
        clocks_astray=[f"{row[0]} of {row[1]} still runs" for row in _rows(session, ASTRAY)],
        running_clocks=_counts(session, RUNNING),
        breaches=_counts(session, BREACHES),
        supervisions=_counts(session, SUPERVISIONS),
        supervision_ends=_counts(session, SUPERVISION_ENDS),
        hearings=_counts(session, HEARINGS),
        agreements=_counts(session, AGREEMENTS),
        reviews=_counts(session, REVIEWS),
        supervisions_astray=[
            f"{row[0]} of {row[1]} waits for nobody" for row in _rows(session, SUPERVISIONS_ASTRAY)
        ],
        breaches_unsupervised=_count(session, UNSUPERVISED),
        refused_commands=_count(session, REFUSED),
        records_set_aside=_count(session, SET_ASIDE),
        active_without_petition=_count(session, LEFT_RUNNING),
    )


def _petition_serials(session: Session) -> list[tuple[Series, int]]:
    found = []
    for number, unit, _ in _rows(session, PETITIONS):
        serial = PETITION_SERIAL.search(number)
        year = int(number[8:12])  # division 6, unit 2, year 4
        found.append(((unit, "petition", year), int(serial[1]) if serial else 0))
    return found


def _document_serials(session: Session) -> list[tuple[Series, int]]:
    """A number that is not written as shipped counts as serial 0, which no series gives out."""
    found: list[tuple[Series, int]] = []
    for number, unit, designation in _rows(session, DOCUMENTS):
        parts = SERIAL.search(number)
        kind = number.removeprefix(designation)[: -len(parts[0])] if parts else number
        year, serial = (int(parts[1]), int(parts[2])) if parts else (date.min.year, 0)
        found.append(((unit, kind, year), serial))
    return found


def _rows(session: Session, sql: str) -> list[Any]:
    return list(session.execute(text(sql)).all())


def _counts(session: Session, sql: str) -> Counter[str]:
    return Counter({str(row[0]): int(row[1]) for row in _rows(session, sql)})


def _count(session: Session, sql: str) -> int:
    return int(session.execute(text(sql)).scalar_one())
