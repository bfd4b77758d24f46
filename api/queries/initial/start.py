"""What a form is filled from, and how options of a list are written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from api.language import Language
from records.models import Matter, Petition, Review, Unit
from records.task_decisions import latest
from records.tasks.rules import TaskRef

Option = dict[str, str]


@dataclass(frozen=True)
class Start:
    """The task with its petition and, at tasks of one matter or review, these."""

    session: Session
    task: TaskRef
    petition: Petition
    matter: Matter | None
    today: date
    language: Language = "zh"
    review: Review | None = None

    def said(self, element_id: str) -> dict[str, Any]:
        """The newest form of that step of this matter (or petition); empty before there is one."""
        matter_id = self.matter.id if self.matter else None
        found = latest(
            self.session,
            element_id,
            petition_id=self.petition.id,
            matter_id=matter_id,
            supervision_id=self.task.supervision_id,
        )
        return found.data if found else {}


def options_of(units: Iterable[Unit]) -> list[Option]:
    """Units as options of a list."""
    return [{"label": unit.name, "value": unit.id} for unit in units]
