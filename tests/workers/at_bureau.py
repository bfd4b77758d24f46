"""A petition that a bureau has: what tests of its steps put on file and look at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from records.ledger import clocks_of
from records.matters import matters_of
from records.models import Document, Matter, Petition, Petitioner, TaskDecision, Unit, User
from tests.workers.at_unit import CLERK, LEADER, AtUnit, set_all
from tests.workers.conftest import BUREAU, UNIT, Case, result_of, unit
from workers.intake.open_matters import open_matters

OTHER, LOWER_BUREAU = "990100-rs", "990101-xf"
CLAIM = {"category": "claim", "unit": UNIT}


@dataclass(frozen=True)
class AtBureau:
    """The petition under test, with its two claims."""

    case: Case

    @property
    def id(self) -> str:
        return self.case.petition_id

    def row(self) -> Petition:
        return self.case.petition()

    def change(self, **values: Any) -> None:
        """Set fields of the petition."""
        self.write(lambda session: set_all(session.get_one(Petition, self.id), values))

    def change_petitioner(self, **values: Any) -> None:
        """Set fields of who petitions."""

        def act(session: Session) -> None:
            petition = session.get_one(Petition, self.id)
            set_all(session.get_one(Petitioner, petition.petitioner_id), values)

        self.write(act)

    def write(self, act: Callable[[Session], object]) -> None:
        """Whatever has to be on file."""
        with self.case.database.transaction() as session:
            act(session)

    def decide(self, element_id: str, at: datetime, **data: Any) -> None:
        """A form that was handed in at a task of the petition."""
        with self.case.database.transaction() as session:
            session.add(
                TaskDecision(
                    task_key=len(session.exec(select(TaskDecision)).all()) + 1,
                    petition_id=self.id,
                    element_id=element_id,
                    data=data,
                    decided_by=CLERK,
                    decided_at=at,
                )
            )

    def classified(self, at: datetime, **data: Any) -> dict[str, Any]:
        """Classify as a claim of the housing unit, or as said; what open_matters returns."""
        said = CLAIM | data
        self.decide("classify_petition", at, **said)
        self.change(category=said["category"], unit_id=said["unit"])
        return result_of(open_matters(self.id, "claim"))

    def matters(self) -> list[Matter]:
        with self.case.database.reading() as session:
            return matters_of(session, self.id)

    def matter(self, ordinal: int = 1) -> AtUnit:
        """One of its matters, to look at or to change."""
        return AtUnit(self.case, self.matters()[ordinal - 1].id)

    def documents(self) -> list[tuple[str, str, str]]:
        """Step, occasion and addressee of what was issued, in the order of the steps."""
        return AtUnit(self.case, "").documents()

    def document(self, element_id: str) -> Document:
        """The only document of a step."""
        return AtUnit(self.case, "").document(element_id)

    def entries(self) -> dict[str, list[str]]:
        """Entries of each clock of the petition itself, by code."""
        with self.case.database.reading() as session:
            return {
                clock.code: [event.kind for event in events]
                for clock, events in clocks_of(session, self.id)
                if clock.matter_id is None
            }


def at_bureau(case: Case) -> AtBureau:
    """The petition under test, beside another unit, a bureau below, a clerk and a leader."""
    with case.database.transaction() as session:
        session.add(unit(OTHER, "示范市人力资源和社会保障局", "示人社", "05"))
        session.add(unit(LOWER_BUREAU, "示范区信访局", "示区信", "01"))
        session.flush()
        for below, above in ((OTHER, BUREAU), (LOWER_BUREAU, BUREAU), (UNIT, BUREAU)):
            session.get_one(Unit, below).parent_id = above
        session.add(User(id=CLERK, name="乙某", password_hash=""))
        session.add(User(id=LEADER, name="丙某", password_hash=""))
    return AtBureau(case)
