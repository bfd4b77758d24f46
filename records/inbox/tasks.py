"""Tasks as entries: what each repeats from the case."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from records.models import (
    Clock,
    Matter,
    Petition,
    PetitionFlag,
    RelatedPetition,
    TaskDecision,
    TaskHold,
    UrgentReport,
)
from records.models.inbox import NO_DAY
from records.people import SEALED_ROLES
from records.registration.flags import REPEATED

# A report that is open; as a flag of the vocabulary it says that there was one.
URGENT = "urgent_open"


@dataclass(frozen=True)
class OpenTask:
    """A task as the journal shows it, open. `arrived`: by which change it came."""

    key: int
    element_id: str
    definition_key: int
    groups: tuple[str, ...]
    petition_id: str | None
    matter_id: str | None
    created_at: int
    arrived: int


def entries_of(session: Session, tasks: Sequence[OpenTask]) -> list[dict[str, Any]]:
    """Rows of `inbox_entry`, one per group; none for a task that was decided."""
    keys = [task.key for task in tasks]
    petitions = {task.petition_id for task in tasks if task.petition_id}
    decided = set(
        session.exec(select(TaskDecision.task_key).where(col(TaskDecision.task_key).in_(keys)))
    )
    holders = dict(
        session.exec(
            select(TaskHold.task_key, TaskHold.user_id).where(col(TaskHold.task_key).in_(keys))
        ).all()
    )
    known = {
        row.id: row
        for row in session.execute(
            columns(
                col(Petition.id),
                col(Petition.number),
                col(Petition.subject),
                col(Petition.received_on),
                col(Petition.category),
                col(Petition.form),
                col(Petition.content_class),
                col(Petition.is_sealed),
            ).where(col(Petition.id).in_(petitions))
        )
    }
    matters = {
        row.id: row
        for row in session.execute(
            columns(col(Matter.id), col(Matter.category), col(Matter.is_sealed)).where(
                col(Matter.id).in_({task.matter_id for task in tasks if task.matter_id})
            )
        )
    }
    dues, flags = _dues(session, petitions), _flags(session, petitions)
    found = list[dict[str, Any]]()
    for task in tasks:
        if task.key in decided:
            continue
        petition = known.get(task.petition_id or "")
        matter = matters.get(task.matter_id or "")
        category = matter.category if matter else petition.category if petition else None
        row: dict[str, Any] = {
            "task_key": task.key,
            "candidate_groups": json.dumps(task.groups),
            "element_id": task.element_id,
            "definition_key": task.definition_key,
            "created_at": task.created_at,
            "arrived": task.arrived,
            "holder_id": holders.get(task.key),
            "petition_id": task.petition_id,
            "matter_id": task.matter_id,
            "number": petition.number if petition else "",
            "subject": petition.subject if petition else None,
            "received_on": petition.received_on if petition else NO_DAY,
            "due_on": dues.get(task.petition_id or "", NO_DAY),
            "category": category,
            "form": petition.form if petition else None,
            "content_class": petition.content_class if petition else None,
            "flags": flags.get(task.petition_id or "", ""),
        }
        is_sealed = bool((petition and petition.is_sealed) or (matter and matter.is_sealed))
        is_sealed |= any(group.partition("@")[0] in SEALED_ROLES for group in task.groups)
        # A task that is nobody's is seen by who oversees; it has one entry all the same.
        for ordinal, group in enumerate(task.groups or ("",)):
            own = {"group_name": group, "ordinal": ordinal, "unit_id": group.partition("@")[2]}
            found.append({**row, **own, "is_sealed": is_sealed})
    return found


def _dues(session: Session, petition_ids: Collection[str]) -> dict[str, date]:
    """Of running clocks, the day of the one that ends first."""
    return dict(
        session.exec(
            select(Clock.petition_id, func.min(Clock.due_on))
            .where(col(Clock.petition_id).in_(petition_ids), col(Clock.is_running))
            .group_by(col(Clock.petition_id))
        ).all()
    )


def _flags(session: Session, petition_ids: Collection[str]) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, flag in session.exec(
        select(PetitionFlag.petition_id, PetitionFlag.flag).where(
            col(PetitionFlag.petition_id).in_(petition_ids)
        )
    ):
        found[one].add(flag)
    for one in session.exec(
        select(RelatedPetition.petition_id).where(
            col(RelatedPetition.petition_id).in_(petition_ids), col(RelatedPetition.same_person)
        )
    ):
        found[one].add(REPEATED)
    for one in session.exec(
        select(UrgentReport.petition_id).where(
            col(UrgentReport.petition_id).in_(petition_ids), col(UrgentReport.closed_at).is_(None)
        )
    ):
        found[one].add(URGENT)
    return {one: f" {' '.join(sorted(flags))} " for one, flags in found.items()}
