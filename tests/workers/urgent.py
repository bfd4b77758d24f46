"""An urgent report about the petition under test: what tests of its steps look at."""

from datetime import datetime
from typing import Any

from law.urgent import UrgentKind
from records.models import Petition, TaskDecision, UrgentAct, UrgentReport
from records.urgent import acts_of, raise_urgent_report
from tests.workers.at_bureau import at_bureau
from tests.workers.at_unit import CLERK
from tests.workers.conftest import Case

SITUATION, MEASURES = "有人扬言跳楼", "已经派人到场"


def urgent_report(case: Case, now: datetime) -> str:
    """The id of a report that the clerk has raised."""
    at_bureau(case)
    with case.database.transaction() as session:
        return raise_urgent_report(
            session,
            session.get_one(Petition, case.petition_id),
            kind=UrgentKind.danger_to_life,
            situation=SITUATION,
            known_at=now,
            raised_by=CLERK,
            now=now,
        ).id


def decide(case: Case, element_id: str, at: datetime, key: int, **data: Any) -> None:
    """A form that was handed in."""
    with case.database.transaction() as session:
        session.add(
            TaskDecision(
                task_key=key,
                petition_id=case.petition_id,
                element_id=element_id,
                data=data,
                decided_by=CLERK,
                decided_at=at,
            )
        )


def row(case: Case, urgent_id: str) -> UrgentReport:
    with case.database.reading() as session:
        return session.get_one(UrgentReport, urgent_id)


def log(case: Case, urgent_id: str) -> list[UrgentAct]:
    with case.database.reading() as session:
        return acts_of(session, urgent_id)
