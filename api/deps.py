"""What routes ask for, as named types. A write commits once, at the end of the route's function.

Order at the edge: the route returns, the session commits, the outbox sender is woken, the answer
leaves. With scope="function" a failing commit is an error answer, not a false success.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from api.attempts import Attempts
from api.errors import NotSignedIn, TooManyLookups
from api.language import Language, language_of
from api.queries.header import header_of
from api.same_origin import check_same_origin
from engine.clock import Clock
from records.database import Database
from records.people import Person, person_of_token
from records.sealed_looks import Look, keep_looks, looks_noted
from settings import Settings

Answer = TypeVar("Answer")

COOKIE = "xinfang_session"
# Requests that hold connections at once: a request holds two at most, the pool gives twenty.
MOST_AT_ONCE = 8


@dataclass
class Runtime:
    """What one running application shares between requests.

    `clock` may be moved in demo mode; `machine_clock` never: sign-ins and leases follow it.
    """

    settings: Settings
    database: Database
    clock: Clock
    machine_clock: Clock
    bundle_dir: Path
    move_clock: Callable[[timedelta], object] | None = None
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    attempts: Attempts = field(default_factory=Attempts)
    lookups: Attempts = field(default_factory=lambda: Attempts(refusal=TooManyLookups))
    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_AT_ONCE))
    verifying: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    printing: asyncio.Lock = field(default_factory=asyncio.Lock)
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)


def get_runtime(request: Request) -> Runtime:
    """The runtime of this application."""
    runtime: Runtime = request.app.state.runtime
    return runtime


RuntimeDep = Annotated[Runtime, Depends(get_runtime)]


async def read_briefly(runtime: Runtime, ask: Callable[[Session], Answer]) -> Answer:
    """Ask the database something in a session of its own, before the route runs."""
    looks: list[Look] = []

    def run() -> Answer:
        with runtime.database.reading() as session:
            answer = ask(session)
            looks.extend(looks_noted(session))
            return answer

    async with runtime.slots:
        answer = await run_in_threadpool(run)
    await _keep(runtime, looks)
    return answer


async def _keep(runtime: Runtime, looks: list[Look]) -> None:
    """Looks at what is sealed are in the trail before the answer leaves (article 30)."""

    def write() -> None:
        with runtime.database.transaction() as session:
            keep_looks(session, looks, now=runtime.clock.now())

    if looks:
        turn = runtime.writing if runtime.database.is_sqlite else nullcontext()
        async with turn, runtime.slots:
            await run_in_threadpool(write)


async def write_briefly(runtime: Runtime, change: Callable[[Session], Answer]) -> Answer:
    """Change something in a transaction of its own, for a route whose answer takes longer to put
    together than the change: nobody waits for the file meanwhile."""

    def run() -> Answer:
        with runtime.database.transaction() as session:
            return change(session)

    async with _turn(runtime):
        answer = await run_in_threadpool(run)
    runtime.wake.set()
    return answer


async def get_slot(runtime: RuntimeDep) -> AsyncIterator[None]:
    """Wait for a turn: more requests than connections would wait for each other forever."""
    async with runtime.slots:
        yield


SlotDep = Annotated[None, Depends(get_slot, scope="function")]


async def get_turn(runtime: RuntimeDep) -> AsyncIterator[None]:
    """Writers of SQLite queue here in order; the sender is woken after the commit.

    A route takes SessionDep or ReadingDep, never both: it would wait here while it keeps a slot.
    """
    async with _turn(runtime):
        yield
    runtime.wake.set()


@asynccontextmanager
async def _turn(runtime: Runtime) -> AsyncIterator[None]:
    async with runtime.writing if runtime.database.is_sqlite else nullcontext(), runtime.slots:
        yield


TurnDep = Annotated[None, Depends(get_turn, scope="function")]


def get_session(runtime: RuntimeDep, _: TurnDep) -> Iterator[Session]:
    """One transaction for the route."""
    with runtime.database.transaction() as session:
        yield session
        keep_looks(session, looks_noted(session), now=runtime.clock.now())


async def get_looks(runtime: RuntimeDep) -> AsyncIterator[list[Look]]:
    """Gathers looks while the route reads; kept once its session and its slot are given back."""
    looks: list[Look] = []
    yield looks
    await _keep(runtime, looks)


LooksDep = Annotated[list[Look], Depends(get_looks, scope="function")]


def get_reading(runtime: RuntimeDep, looks: LooksDep, _: SlotDep) -> Iterator[Session]:
    """A session that only reads."""
    with runtime.database.reading() as session:
        yield session
        looks.extend(looks_noted(session))


SessionDep = Annotated[Session, Depends(get_session, scope="function")]
ReadingDep = Annotated[Session, Depends(get_reading, scope="function")]


def get_token(request: Request) -> str | None:
    """The bearer token, else the cookie's; an unsafe request with the cookie must be our own."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token:
        return token.strip()
    token = request.cookies.get(COOKIE, "")
    if token:
        check_same_origin(request)
    return token or None


TokenDep = Annotated[str | None, Depends(get_token)]


async def get_person_or_none(
    request: Request, runtime: RuntimeDep, token: TokenDep
) -> Person | None:
    """Who is signed in, if anybody."""
    if token is None:
        return None
    demo, now = runtime.settings.demo, runtime.machine_clock.now()
    is_page = not request.url.path.startswith("/api/")

    def ask(session: Session) -> Person | None:
        found = person_of_token(session, token, demo=demo, now=now)
        if found and is_page:
            request.state.header = header_of(session, found)
        return found

    person = await read_briefly(runtime, ask)
    request.state.person = person
    return person


PersonOrNone = Annotated[Person | None, Depends(get_person_or_none)]


def get_person(person: PersonOrNone) -> Person:
    """Who is signed in. Raises NotSignedIn."""
    if person is None:
        raise NotSignedIn
    return person


PersonDep = Annotated[Person, Depends(get_person)]


def get_language(request: Request, _: PersonOrNone) -> Language:
    """The language of the answer, which may be the person's own."""
    return language_of(request)


LanguageDep = Annotated[Language, Depends(get_language)]


def get_now(runtime: RuntimeDep) -> datetime:
    """The moment as the procedure sees it (Asia/Shanghai); moved in demo mode."""
    return runtime.clock.now()


NowDep = Annotated[datetime, Depends(get_now)]
