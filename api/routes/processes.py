"""Processes: how many cases are where, and the diagrams."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.deps import PersonDep, ReadingDep
from api.queries.diagram import diagram
from api.queries.instances import process_counts
from api.routes.instances import EngineRole
from api.routes.responses import errors
from api.shapes.common import Code, KeyInPath
from api.shapes.engine import ProcessCounts

router = APIRouter(prefix="/api/processes", tags=["engine"])


@router.get("/{process_id}/counts", dependencies=[EngineRole], responses=errors(401, 403, 404))
def get_counts(
    process_id: Annotated[Code, Path()],
    session: ReadingDep,
    version: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> ProcessCounts:
    """Cases per element of one version of a process, the newest by default."""
    return process_counts(session, process_id, version)


@router.get("/{definition_key}/xml", responses=errors(401, 404))
def get_xml(definition_key: KeyInPath, person: PersonDep, session: ReadingDep) -> Response:
    """The BPMN of one version. It holds no case data: everyone signed in may read it."""
    headers = {"Cache-Control": "private, max-age=86400"}
    xml = diagram(session, definition_key).xml
    return Response(xml, media_type="application/xml", headers=headers)
