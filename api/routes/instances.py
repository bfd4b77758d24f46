"""Process instances and incidents, for those who run the engine."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from api.deps import PersonDep, ReadingDep
from api.errors import RoleMissing
from api.queries.instances import incident_page, instance_detail, instance_page
from api.routes.params import Cursor, Limit
from api.routes.responses import errors
from api.shapes.common import Code, KeyInPath
from api.shapes.engine import IncidentPage, InstanceDetail, InstancePage
from records.people import ENGINE_ROLES


def require_engine_role(person: PersonDep) -> None:
    """Raises RoleMissing for people who do not run the engine."""
    if not person.has(*ENGINE_ROLES):
        raise RoleMissing


EngineRole = Depends(require_engine_role)
router = APIRouter(prefix="/api", tags=["engine"], dependencies=[EngineRole])


@router.get("/instances", responses=errors(401, 403, 422))
def get_instances(
    session: ReadingDep,
    process: Annotated[Code | None, Query(description="process id")] = None,
    state: Literal["active", "completed", "terminated"] | None = None,
    petition: Annotated[Code | None, Query(description="petition id")] = None,
    incident: Annotated[bool | None, Query(description="only with, or without, incident")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> InstancePage:
    """Process instances, newest first."""
    return instance_page(
        session,
        process_id=process,
        state=state,
        petition_id=petition,
        has_incident=incident,
        limit=limit,
        cursor=cursor,
    )


@router.get("/instances/{key}", responses=errors(401, 403, 404))
def get_instance(key: KeyInPath, session: ReadingDep) -> InstanceDetail:
    """One instance: elements, children, incidents, running timers."""
    return instance_detail(session, key)


@router.get("/incidents", responses=errors(401, 403, 422))
def get_incidents(
    session: ReadingDep,
    state: Literal["open", "resolved"] | None = "open",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> IncidentPage:
    """Incidents, newest first; the open ones unless asked otherwise."""
    return incident_page(session, state=state, limit=limit, cursor=cursor)
