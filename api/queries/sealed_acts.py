"""Acts in the trail of a case that its reader must not know of: those of its sealed part."""

import json
from collections.abc import Collection

from sqlalchemy import select
from sqlmodel import Session

from api.queries.case_parts import shows_part
from api.queries.flow import instances_of_matters, root_instance
from api.queries.reader import Reader
from journal.tables import user_task
from records.models import AuditEntry, Petition
from records.people import SEALED_ROLES
from records.sealed_looks import LOOK

# Looks and decisions are told apart from the trail; the others are about a part or a matter.
NOT_TOLD = (LOOK,)


def hidden_tasks(session: Session, petition: Petition, matters: Collection[str]) -> set[str]:
    """Keys of the tasks of these matters (ids), and of whatever the sealed desk works on."""
    root = root_instance(session, petition)
    if root is None or not matters:
        return set()
    left_out = instances_of_matters(session, root.key, matters)
    rows = session.execute(
        select(user_task.c.key, user_task.c.instance_key, user_task.c.candidate_groups).where(
            user_task.c.business_key == petition.id
        )
    )
    return {
        str(row.key)
        for row in rows
        if row.instance_key in left_out
        or any(one.partition("@")[0] in SEALED_ROLES for one in json.loads(row.candidate_groups))
    }


def is_hidden(reader: Reader, act: AuditEntry, tasks: Collection[str]) -> bool:
    """Whether the act is not for the reader; `tasks` are those hidden from them."""
    about = {act.detail.get("matter"), act.detail.get("matter_id")}
    return (
        act.action in NOT_TOLD
        or not about.isdisjoint({*reader.hidden_ids, *reader.hidden_ordinals})
        or not shows_part(reader, act.detail.get("part"))
        or act.detail.get("task_key") in tasks
    )
