"""What a case of the cohort shows of itself, besides its documents and clocks."""

import json
from typing import Any

from tests.engine.procedure.driver import Case, Cohort


def evaluated_in(case: Case, decision_id: str, output: str) -> list[Any]:
    """What this table answered each time the case asked it, oldest first."""
    rows = case.xinfang.query(
        "SELECT e.output FROM journal.decision_evaluation e "
        "JOIN journal.instance i ON i.key = e.instance_key "
        "WHERE i.business_key = :id AND e.decision_id = :decision ORDER BY e.evaluated_at, e.key",
        id=case.petition_id,
        decision=decision_id,
    )
    return [json.loads(row.output)[output] for row in rows]


def ends(case: Case, code: str) -> list[str]:
    """How the clocks of this code ended, sorted."""
    return sorted(entries[-1] for entries in case.clock(code).values())


def started_on(case: Case, code: str) -> list[str]:
    """From which days the clocks of this code run, sorted."""
    rows = case.xinfang.query(
        'SELECT e."on" FROM clock c JOIN clock_event e ON e.clock_id = c.id '
        "WHERE c.petition_id = :id AND c.code = :code AND e.kind = 'started'",
        id=case.petition_id,
        code=code,
    )
    return sorted(str(row.on) for row in rows)


def supervised(case: Case) -> list[tuple[str, str]]:
    """Units that were late, and with what, sorted."""
    rows = case.xinfang.query(
        "SELECT unit_id, trigger FROM supervision WHERE petition_id = :id", id=case.petition_id
    )
    return sorted((row.unit_id, row.trigger) for row in rows)


def issued(case: Case, element: str) -> list[tuple[str, str]]:
    """By which unit and on which day this step issued documents, in order."""
    rows = case.xinfang.query(
        "SELECT issued_by, issued_on FROM document WHERE petition_id = :id "
        "AND element_id = :element ORDER BY issued_at",
        id=case.petition_id,
        element=element,
    )
    return [(row.issued_by, str(row.issued_on)) for row in rows]


def flags(case: Case) -> set[str]:
    """Flags of the registration."""
    rows = case.xinfang.query(
        "SELECT flag FROM petition_flag WHERE petition_id = :id", id=case.petition_id
    )
    return {row.flag for row in rows}


def refused_filing(cohort: Cohort, **given: Any) -> tuple[int, str]:
    """Status and error of a petition that cannot be registered."""
    body = {"form": "visit", "subject": "请求", "text": "事项", "petitioner_name": "信访人"}
    with cohort.xinfang.person("clerk") as clerk:
        answer = clerk.post("/api/petitions", json=body | given)
    return answer.status_code, answer.json()["error"]


def services(case: Case) -> list[Any]:
    """Every attempt to serve one of its documents, in order."""
    return case.xinfang.query(
        "SELECT s.* FROM document_service s JOIN document d ON d.id = s.document_id "
        "WHERE d.petition_id = :id ORDER BY s.recorded_at",
        id=case.petition_id,
    )
