"""A supervision under test: of the unit that has the first claim, opened by hand."""

from dataclasses import dataclass
from typing import Any

from law.decision_facts import SupervisionTrigger
from records.models import Advice, Supervision, TaskDecision
from records.models.supervision import AdviceKind
from records.supervisions.advice import Draft, draft
from records.supervisions.find import advice_of
from records.supervisions.start import start_supervision
from tests.workers.at_unit import CLERK, AtUnit, at_unit, set_all
from tests.workers.conftest import UNIT, Case, StandingClock

DRAFT = Draft(AdviceKind.improve, UNIT, "无人跟进。", "无", "责任心不强。", "建立提醒制度。")


@dataclass(frozen=True)
class Supervised:
    """The supervision, and the matter it is about."""

    matter: AtUnit
    clock: StandingClock
    id: str

    def row(self) -> Supervision:
        with self.matter.case.database.reading() as session:
            return session.get_one(Supervision, self.id)

    def change(self, **values: Any) -> None:
        """Set fields of the supervision."""
        self.matter.write(lambda session: set_all(session.get_one(Supervision, self.id), values))

    def decide(self, element_id: str, **data: Any) -> None:
        """A form that was handed in at a task of the supervision."""
        decision = TaskDecision(
            task_key=int.from_bytes(element_id.encode()[:6], "big"),
            petition_id=self.matter.case.petition_id,
            matter_id=self.matter.id,
            supervision_id=self.id,
            element_id=element_id,
            data=data,
            decided_by=CLERK,
            decided_at=self.clock.now(),
        )
        self.matter.write(lambda session: session.add(decision))

    def draft(self, drafted: Draft = DRAFT) -> None:
        """A suggestion that the supervisor has drafted."""
        self.matter.write(
            lambda session: draft(session, session.get_one(Supervision, self.id), drafted, by=CLERK)
        )

    def advice(self) -> Advice:
        with self.matter.case.database.reading() as session:
            return advice_of(session, self.id)


def supervised(
    case: Case,
    clock: StandingClock,
    trigger: SupervisionTrigger = SupervisionTrigger.leader_order,
) -> Supervised:
    """Open it for this reason."""
    matter = at_unit(case)
    with case.database.transaction() as session:
        row = start_supervision(
            session,
            petition_id=case.petition_id,
            matter_id=matter.id,
            unit_id=UNIT,
            trigger=trigger,
            now=clock.now(),
        )
        return Supervised(matter, clock, row.id)
