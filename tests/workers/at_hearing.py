"""Hearings and agreements on file, for tests of the steps that follow."""

from datetime import date
from typing import Any

from sqlmodel import Session

from law.hearing import HearingResult
from law.mediation import AgreementKind
from records.hearings import current_hearing
from records.ledger import open_clock
from records.mediations import current_mediation
from records.models import Hearing, Mediation
from tests.workers.at_unit import CLERK, LEADER, AtUnit
from tests.workers.conftest import MON_2_MARCH, StandingClock

REQUESTED_ON, PLANNED_ON = MON_2_MARCH, date(2026, 3, 20)
HELD: dict[str, Any] = {
    "result": HearingResult.held,
    "held_on": PLANNED_ON,
    "record": "各方陈述了意见。",
    "record_signed_by": "各方参加人",
    "conclusion": "事实已经查清。",
    "concluded_on": PLANNED_ON,
}
AGREED: dict[str, Any] = {
    "is_agreed": True,
    "kind": AgreementKind.mediation,
    "parties": "甲某某；乙单位",
    "dispute": "费用由谁承担。",
    "content": "乙单位承担。",
    "way": "一次付清",
    "agreed_on": MON_2_MARCH,
    "perform_until": date(2026, 3, 16),
}


def arranged(matter: AtUnit, clock: StandingClock, **values: Any) -> None:
    """A hearing of the matter is arranged for 20 March."""

    def act(session: Session) -> None:
        given = {"ordinal": 1, "planned_on": PLANNED_ON, "planned_time": "上午九时"} | values
        session.add(
            Hearing(
                matter_id=matter.id,
                place="听证室",
                chair_id=LEADER,
                members="听证员两名",
                arranged_by=CLERK,
                arranged_at=clock.now(),
                **given,
            )
        )

    matter.write(act)


def change_hearing(matter: AtUnit, **values: Any) -> None:
    """What became of the hearing."""

    def act(session: Session) -> None:
        for name, value in values.items():
            setattr(current_hearing(session, matter.id), name, value)

    matter.write(act)


def hearing_of(matter: AtUnit) -> Hearing:
    """The hearing as it is on file."""
    with matter.case.database.reading() as session:
        found = current_hearing(session, matter.id)
        session.expunge_all()
        return found


def run_clock(matter: AtUnit, code: str, clock: StandingClock) -> None:
    """A clock of the matter, started on 2 March."""
    matter.write(
        lambda session: open_clock(
            session,
            petition_id=matter.case.petition_id,
            matter_id=matter.id,
            code=code,
            started_on=REQUESTED_ON,
            actor="engine",
            now=clock.now(),
        )
    )


def mediated(matter: AtUnit, clock: StandingClock, **values: Any) -> None:
    """Both sides agreed on 2 March, to be performed until 16 March."""

    def act(session: Session) -> None:
        session.add(
            Mediation(
                matter_id=matter.id,
                ordinal=1,
                within_discretion=True,
                petitioner_agrees=True,
                other_side_agrees=True,
                asked_by=CLERK,
                asked_at=clock.now(),
                **(AGREED | values),
            )
        )

    matter.write(act)


def change_mediation(matter: AtUnit, **values: Any) -> None:
    """What became of the agreement."""

    def act(session: Session) -> None:
        for name, value in values.items():
            setattr(current_mediation(session, matter.id), name, value)

    matter.write(act)
