"""What arrives while somebody looks at a list: told in words, no row moves under their hand."""

from collections.abc import AsyncIterator
from time import monotonic
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent

from api.deps import InboxKept, LanguageDep, NowDep, PersonDep, RuntimeDep, read_briefly
from api.i18n import text
from api.pages.inbox_view import AddressDep, spec_of, wanted_of
from api.queries.inbox_arrivals import MOST, arrivals
from api.shapes.inbox import FilterSpec

router = APIRouter(include_in_schema=False, prefix="/inbox")
# A browser asks again by itself, and has to be signed in then.
LIFE_SECONDS = 600.0
# A connection that is gone, or an application that stops, is noticed by then.
LONGEST_WAIT = 15.0


async def get_spec(runtime: RuntimeDep, person: PersonDep, where: AddressDep) -> FilterSpec:
    """The filter of the list, found before anything is sent. Raises FilterNotFound."""
    return await read_briefly(runtime, lambda session: spec_of(session, person, where))


SpecDep = Annotated[FilterSpec, Depends(get_spec)]


@router.get("/events", response_class=EventSourceResponse, dependencies=[InboxKept])
async def inbox_events(
    runtime: RuntimeDep,
    person: PersonDep,
    language: LanguageDep,
    now: NowDep,
    where: AddressDep,
    spec: SpecDep,
    since: Annotated[int, Query(ge=0, lt=2**63)],
) -> AsyncIterator[ServerSentEvent]:
    """The number of new tasks of this list, whenever it grows."""
    watch = runtime.watch
    wanted = wanted_of(spec, where, scope=where.scope or "mine", sort="created", now=now)
    told, seen, end = 0, -1, monotonic() + LIFE_SECONDS
    while monotonic() < end and not watch.is_stopping():
        if seen != watch.arrived or seen < 0:
            seen = watch.arrived
            number = await read_briefly(
                runtime, lambda session: arrivals(session, person, wanted, since)
            )
            if number > told:
                told = number
                words = f"{MOST}+" if number > MOST else str(number)
                data = {"new": number, "text": text(language, "inbox.fresh", number=words)}
                yield ServerSentEvent(event="arrived", data=data)
        if not watch.is_running:
            # Nobody would wake us.
            return
        await watch.wait(LONGEST_WAIT)
