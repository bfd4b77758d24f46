"""A matter that a unit has received: what tests of the steps there put on file and look at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from records.documents import issue_document
from records.ledger import clocks_of
from records.matters import set_facts
from records.models import Document, Matter, Petition, TaskDecision, Unit, User
from records.models.petition import Category
from tests.workers.conftest import MON_2_MARCH, UNIT, Case, unit

CLERK, LEADER = "clerk", "leader"
REVIEW_BODY, BRANCH = "990100-fc", "990101-zj"


@dataclass(frozen=True)
class AtUnit:
    """The first claim of the petition under test, as its unit has it."""

    case: Case
    id: str

    def row(self) -> Matter:
        with self.case.database.reading() as session:
            return session.get_one(Matter, self.id)

    def change(self, **values: Any) -> None:
        """Set fields of the matter."""
        with self.case.database.transaction() as session:
            set_all(session.get_one(Matter, self.id), values)

    def change_petition(self, **values: Any) -> None:
        """Set fields of its petition."""
        with self.case.database.transaction() as session:
            set_all(session.get_one(Petition, self.case.petition_id), values)

    def know(self, **facts: Any) -> None:
        """Note facts that the decision tables ask."""
        with self.case.database.transaction() as session:
            set_facts(session, self.id, facts)

    def write(self, act: Callable[[Session], object]) -> None:
        """Whatever else has to be on file."""
        with self.case.database.transaction() as session:
            act(session)

    def decide(self, element_id: str, at: datetime, **data: Any) -> None:
        """A form that was handed in."""
        with self.case.database.transaction() as session:
            key = len(session.exec(select(TaskDecision)).all()) + 1
            session.add(
                TaskDecision(
                    task_key=key,
                    petition_id=self.case.petition_id,
                    matter_id=self.id,
                    element_id=element_id,
                    data=data,
                    decided_by=CLERK,
                    decided_at=at,
                )
            )

    def issued(self, element_id: str, at: datetime) -> str:
        """A document of an earlier step; its id."""
        with self.case.database.transaction() as session:
            matter = session.get_one(Matter, self.id)
            document = issue_document(
                session,
                petition=session.get_one(Petition, self.case.petition_id),
                matter=matter,
                occasion=f"{matter.ordinal}.{matter.round}",
                element_id=element_id,
                kind="文",
                title="文书",
                html=str,
                basis="regulation_2022:32(1)",
                unit=session.get_one(Unit, matter.unit_id),
                template_sha256="0" * 64,
                now=at,
            )
            return document.id

    def documents(self) -> list[tuple[str, str, str]]:
        """Step, occasion and addressee of what was issued, in the order of the steps."""
        found = sorted(self.case.documents(), key=lambda one: (one.element_id, one.occasion))
        return [(one.element_id, one.occasion, one.addressee) for one in found]

    def document(self, element_id: str) -> Document:
        """The only document of a step."""
        (found,) = [one for one in self.case.documents() if one.element_id == element_id]
        return found

    def clocks(self) -> dict[str, tuple[str, list[str]]]:
        """Last day and entries of each clock, by code."""
        with self.case.database.reading() as session:
            return {
                clock.code: (clock.due_on.isoformat(), [event.kind for event in events])
                for clock, events in clocks_of(session, self.case.petition_id)
                if clock.matter_id == self.id
            }

    def entries(self) -> dict[str, list[str]]:
        """Entries of each clock, by code."""
        return {code: kinds for code, (_, kinds) in self.clocks().items()}


def at_unit(case: Case, **values: Any) -> AtUnit:
    """Put the matter on file, received on 2 March; with a subordinate unit, clerk and leader."""
    with case.database.transaction() as session:
        session.add(unit(REVIEW_BODY, "示范市复查复核办公室", "示复", "03"))
        session.add(unit(BRANCH, "示范市住房管理所", "示房", "04"))
        session.flush()
        set_all(session.get_one(Unit, REVIEW_BODY), {"kind": "review_body"})
        session.add(User(id=CLERK, name="乙某", password_hash=""))
        session.add(User(id=LEADER, name="丙某", password_hash=""))
        given = {"category": Category.claim, "unit_id": UNIT, "received_on": MON_2_MARCH}
        matter = Matter(petition_id=case.petition_id, ordinal=1, **(given | values))
        session.add(matter)
        session.flush()
        return AtUnit(case, matter.id)


def set_all(row: object, values: dict[str, Any]) -> None:
    """Set attributes of a row."""
    for name, value in values.items():
        setattr(row, name, value)
