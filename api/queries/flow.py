"""Where a case is, out of the journal: its instance, its active steps, what was drawn through."""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session, col
from sqlmodel import select as sqlmodel_select

from api.shapes.petition import Flow
from journal.tables import element_instance, incident, instance, taken_flow, user_task, variable
from records.models import Petition, Review

CONTAINERS = ("PROCESS", "SUB_PROCESS", "EVENT_SUB_PROCESS", "CALL_ACTIVITY", "MULTI_INSTANCE_BODY")
MOST_ELEMENTS = 2_000


@dataclass(frozen=True)
class ActiveTask:
    """A user task of an active step."""

    key: int
    groups: list[str]


@dataclass(frozen=True)
class CaseFlow:
    """Element instances of a case, oldest first, children of call activities included."""

    root: Row[Any] | None
    elements: Sequence[Row[Any]] = ()
    tasks: dict[int, ActiveTask] = field(default_factory=dict)
    incidents: frozenset[int] = frozenset()

    @property
    def active(self) -> list[Row[Any]]:
        """Steps the case is in now: no containers."""
        return [
            row
            for row in self.elements
            if row.state == "active" and row.element_type not in CONTAINERS
        ]


def root_instance(session: Session, petition: Petition) -> Row[Any] | None:
    """The instance that carries the petition, once the journal knows it."""
    query = select(instance).where(instance.c.parent_key.is_(None))
    if petition.instance_key is not None:
        query = query.where(instance.c.key == petition.instance_key)
    else:
        query = query.where(instance.c.business_key == petition.id)
    return session.execute(query.order_by(instance.c.key).limit(1)).first()


def _beside(session: Session, petition: Petition) -> list[int]:
    """Instances of their own that work on the petition: its requests for review."""
    found = session.exec(
        sqlmodel_select(Review.instance_key).where(
            Review.petition_id == petition.id, col(Review.instance_key).is_not(None)
        )
    )
    return [key for key in found if key is not None]


def case_flow(session: Session, petition: Petition, *, hidden: Collection[str] = ()) -> CaseFlow:
    """Everything the journal knows about where the petition is, but for these matters (ids)."""
    root = root_instance(session, petition)
    if root is None:
        return CaseFlow(None)
    of_case = instance.c.root_key.in_([root.key, *_beside(session, petition)])
    elements = session.execute(
        select(element_instance, instance.c.process_id)
        .join(instance, instance.c.key == element_instance.c.instance_key)
        .where(of_case)
        .order_by(element_instance.c.started_at, element_instance.c.key)
        .limit(MOST_ELEMENTS)
    ).all()
    if hidden:
        left_out = instances_of_matters(session, root.key, hidden)
        elements = [row for row in elements if row.instance_key not in left_out]
    tasks = session.execute(
        select(user_task.c.key, user_task.c.element_instance_key, user_task.c.candidate_groups)
        .join(instance, instance.c.key == user_task.c.instance_key)
        .where(of_case, user_task.c.state == "created")
    ).all()
    incidents = session.execute(
        select(incident.c.element_instance_key)
        .join(instance, instance.c.key == incident.c.instance_key)
        .where(of_case, incident.c.state == "open")
    ).scalars()
    return CaseFlow(
        root,
        elements,
        {
            row.element_instance_key: ActiveTask(row.key, json.loads(row.candidate_groups))
            for row in tasks
        },
        frozenset(incidents),
    )


def case_instances(
    session: Session, petition: Petition, *, hidden: Collection[str] = ()
) -> set[int]:
    """Keys of every instance that works on the petition, but for these matters (ids)."""
    root = root_instance(session, petition)
    if root is None:
        return set()
    roots = [root.key, *_beside(session, petition)]
    found = session.execute(select(instance.c.key).where(instance.c.root_key.in_(roots))).scalars()
    left_out = instances_of_matters(session, root.key, hidden) if hidden else set()
    return {*found} - left_out


def instances_of_matters(session: Session, root_key: int, matters: Collection[str]) -> set[int]:
    """The instances below this one that were called for these matters: each is told which."""
    told = [json.dumps(matter) for matter in matters]
    of_case = select(instance.c.key).where(instance.c.root_key == root_key)
    found = session.execute(
        select(variable.c.instance_key).where(
            variable.c.instance_key.in_(of_case),
            variable.c.scope_key == variable.c.instance_key,
            variable.c.name == "matter_id",
            variable.c.value.in_(told),
        )
    )
    return {*found.scalars()}


def drawing(session: Session, petition: Petition, *, hidden: Collection[str] = ()) -> Flow:
    """What the diagram of the case's own instance shows.

    `version` changes when the case moves, also within what its diagram calls, but for these matters
    (ids).
    """
    root = root_instance(session, petition)
    if root is None:
        return Flow(
            instance_key=None,
            definition_key=None,
            state="waiting",
            active_ids=[],
            done_ids=[],
            taken_flows=[],
            version="waiting",
        )
    drawn = instance_drawing(session, root)
    seen = f"{drawn.version} {_moves(session, case_instances(session, petition, hidden=hidden))}"
    return drawn.model_copy(update={"version": _digest(seen)})


def _moves(session: Session, instances: Collection[int]) -> list[int]:
    """Counts of steps and tasks, open and all: no step begins or ends without changing one."""
    steps, tasks = element_instance.c, user_task.c
    counts = [
        *session.execute(
            select(func.count(), func.count().filter(steps.state == "active")).where(
                steps.instance_key.in_(instances)
            )
        ).one(),
        *session.execute(
            select(func.count(), func.count().filter(tasks.state == "created")).where(
                tasks.instance_key.in_(instances)
            )
        ).one(),
    ]
    return [int(count) for count in counts]


def _digest(seen: str) -> str:
    return hashlib.sha256(seen.encode()).hexdigest()[:16]


def instance_drawing(session: Session, root: Row[Any]) -> Flow:
    """The same for any instance of the journal."""
    elements = session.execute(
        select(element_instance.c.element_id, element_instance.c.state).where(
            element_instance.c.instance_key == root.key,
            element_instance.c.element_type != "PROCESS",
        )
    ).all()
    flows = session.execute(
        select(taken_flow.c.flow_id, taken_flow.c.times)
        .where(taken_flow.c.instance_key == root.key)
        .order_by(taken_flow.c.flow_id)
    ).all()
    active = sorted({row.element_id for row in elements if row.state == "active"})
    done = sorted({row.element_id for row in elements if row.state == "completed"} - set(active))
    seen = json.dumps([root.key, root.state, active, done, [tuple(row) for row in flows]])
    return Flow(
        instance_key=root.key,
        definition_key=root.definition_key,
        state=root.state,
        active_ids=active,
        done_ids=done,
        taken_flows=[row.flow_id for row in flows],
        version=_digest(seen),
    )
