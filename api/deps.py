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

import structlog
from fastapi import Depends, Request
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from api.actions.keep_inbox import is_behind, keep_own_changes
from api.attempts import Attempts
from api.errors import NotFound, NotSignedIn, PasswordChangeNeeded, TooManyLookups
from api.identity import Provider
from api.inbox_watch import InboxWatch, keep_now
from api.language import Language, language_of
from api.queries.header import header_of
from api.same_origin import check_same_origin
from api.shapes.common import shanghai
from engine.clock import Clock
from records.case_file.kinds import Kind, kinds_named
from records.case_file.scanning import Scanner, scanner_of
from records.case_file.store import AttachmentStore
from records.database import Database
from records.people import Person
from records.sealed_looks import Look, keep_looks, looks_noted
from records.sign_ins import person_of_token
from settings import Settings

logger = structlog.get_logger(__name__)
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
    provider: Provider | None = None
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    lookups: Attempts = field(default_factory=lambda: Attempts(refusal=TooManyLookups))
    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_AT_ONCE))
    verifying: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    printing: asyncio.Lock = field(default_factory=asyncio.Lock)
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)
    watch: InboxWatch = field(default_factory=InboxWatch)
    store: AttachmentStore = field(init=False)
    scanner: Scanner = field(init=False)
    attachment_kinds: tuple[Kind, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.store = AttachmentStore(self.settings.data_dir)
        self.scanner = scanner_of(self.settings.virus_scanner)
        self.attachment_kinds = kinds_named(self.settings.attachment_kinds)


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
            answer = change(session)
            _keep_inbox(session)
            return answer

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
        _keep_inbox(session)


def _keep_inbox(session: Session) -> None:
    # Who claims a task finds it claimed in the next list. The lists can be made anew, what
    # somebody did cannot: it is kept even where this fails, and the notice stays.
    try:
        with session.begin_nested():
            keep_own_changes(session)
    except SQLAlchemyError as error:
        logger.error("inbox_not_kept", error=type(error).__name__)


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


async def get_inbox_kept(runtime: RuntimeDep) -> None:
    """Lists show what the journal has; with a watch that runs, half a second later at most."""
    if not runtime.watch.is_running and await read_briefly(runtime, is_behind):
        await write_briefly(runtime, keep_now)


InboxKept = Depends(get_inbox_kept)
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
    today = shanghai(runtime.clock.now()).date()
    is_page = not request.url.path.startswith("/api/")

    def ask(session: Session) -> Person | None:
        found = person_of_token(session, token, demo=demo, now=now, on=today)
        if found and is_page:
            request.state.header = header_of(session, found)
        return found

    person = await read_briefly(runtime, ask)
    request.state.person = person
    return person


PersonOrNone = Annotated[Person | None, Depends(get_person_or_none)]


def get_signed_in(person: PersonOrNone) -> Person:
    """Who is signed in, though they may have a password to change first. Raises NotSignedIn."""
    if person is None:
        raise NotSignedIn
    return person


SignedInDep = Annotated[Person, Depends(get_signed_in)]


def get_person(person: SignedInDep) -> Person:
    """Who is signed in. Raises NotSignedIn, PasswordChangeNeeded."""
    if person.must_change_password:
        raise PasswordChangeNeeded
    return person


PersonDep = Annotated[Person, Depends(get_person)]


def get_administrator(person: PersonDep) -> Person:
    """An administrator, in their own name. Raises NotFound: for others there is nothing here."""
    if not person.has("administrator"):
        raise NotFound
    return person


AdministratorDep = Annotated[Person, Depends(get_administrator)]


def get_language(request: Request, _: PersonOrNone) -> Language:
    """The language of the answer, which may be the person's own."""
    return language_of(request)


LanguageDep = Annotated[Language, Depends(get_language)]


def get_now(runtime: RuntimeDep) -> datetime:
    """The moment as the procedure sees it (Asia/Shanghai); moved in demo mode."""
    return runtime.clock.now()


NowDep = Annotated[datetime, Depends(get_now)]
