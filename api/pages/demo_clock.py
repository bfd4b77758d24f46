"""The demo clock's buttons."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from api.actions.demo_clock import move
from api.deps import PersonDep, RuntimeDep
from api.pages.forms import local_path
from api.shapes.engine import MoveClock

router = APIRouter(include_in_schema=False)


@router.post("/demo/clock")
def move_submitted(
    person: PersonDep,
    runtime: RuntimeDep,
    add: Annotated[str, Form(pattern=MoveClock.model_fields["add"].metadata[0].pattern)],
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Move time and look at the same page again."""
    move(runtime, add)
    return RedirectResponse(local_path(next), status_code=303)
