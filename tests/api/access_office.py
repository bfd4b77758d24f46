"""One office in which each role has what it may work on: for tests that call everything.

Nothing that is done in it stays: a transaction is carried out and undone, so that every call finds
the same.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
from sqlalchemy import event
from sqlmodel import Session

from api.identity import Journey
from api.inbox_watch import keep_now
from records.database import Database
from records.models import Petition, User
from records.provider_sign_ins import keep_journey
from records.renditions import keep_rendition
from tests.api.access_roles import USERS, WITHOUT_TASKS, Things, colleague_of
from tests.api.access_things import around_tasks, handled, own, shared
from tests.api.office import HOUSING, Office
from tests.api.sealed_cases import SEALED_GROUP, SealedCase, sealed_case


@dataclass
class AccessOffice:
    """The prepared office. `of` says what each role works on."""

    office: Office
    petition: Petition
    sealed: SealedCase
    instance: int
    filed_at_unit: Petition
    of: dict[str, Things] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)

    def client(self, user: str | None) -> httpx.AsyncClient:
        """A client of the application, signed in as this user if one is named."""
        client = self.office.client()
        if user:
            self.tokens[user] = self.tokens.get(user) or self.office.token(user)
            client.headers["Authorization"] = f"Bearer {self.tokens[user]}"
        return client


def access_office(office: Office) -> AccessOffice:
    """Fill the office, then let nothing stay."""
    for database in (office.database, office.journal):
        _wait_for_no_disk(database)
    petition = handled(office)
    instance = office.task(petition, "handle_petition", (f"handler@{HOUSING}",)) - 5
    filed = office.petition(bureau_id=HOUSING)
    office.at_unit(filed)
    made = AccessOffice(office, petition, sealed_case(office, 1), instance, filed)
    of_units = shared(office, petition)
    with office.database.transaction() as session:
        letter, now = made.sealed.document_id, office.clock.now()
        keep_rendition(session, letter, content=b"%PDF", pages=1, renderer="x", now=now)
    for role, (user, unit) in USERS.items():
        made.of[role] = _things(made, of_units, role, user, unit)
    with office.database.transaction() as session:
        keep_now(session)
    _begin_provider_sign_in(office)
    office.app.state.runtime.move_clock = lambda _: None
    office.app.state.runtime.database = Forgetful(office.database)
    return made


class KnownProvider:
    """An identity provider that knows the clerk."""

    async def begin(self, redirect_uri: str) -> Journey:
        return Journey(redirect_uri, "state", "nonce", "verifier")

    async def subject(self, code: str, **_: str) -> str:
        return code


def _begin_provider_sign_in(office: Office) -> None:
    """Somebody is on their way from the provider."""
    office.app.state.runtime.provider = KnownProvider()
    with office.database.transaction() as session:
        session.get_one(User, "clerk").subject = "code"
        keep_journey(
            session,
            state="returning",
            browser="browser",
            nonce="nonce",
            code_verifier="verifier",
            onward="/",
            now=office.machine_clock.now(),
        )


class Forgetful(Database):
    """A database in which every transaction is undone at its end."""

    def __init__(self, kept: Database) -> None:
        super().__init__(kept.engine)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        with self.reading() as session:
            session.connection(execution_options={"begin": "IMMEDIATE"})
            yield session
            session.flush()


def _wait_for_no_disk(database: Database) -> None:
    """What these tests keep is gone after them: it need not reach the disk."""

    @event.listens_for(database.engine, "connect")
    def hurry(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA journal.synchronous=OFF")

    database.engine.dispose()


def _things(
    made: AccessOffice, of_units: dict[str, dict[str, str]], role: str, user: str, unit: str
) -> Things:
    office, is_desk = made.office, role == "sealed_clerk"
    worker = "handler" if role in WITHOUT_TASKS else role
    petition = made.sealed.petition if is_desk else made.petition
    held, free, given, asked = (_task(office, petition, worker, is_desk) for _ in range(4))
    signed = _task(office, petition, worker, is_desk, "review_legality")
    values = own(office, petition, role, user)
    instance = made.sealed.instance_keys[0] if is_desk else made.instance
    with office.database.transaction() as session:
        around_tasks(
            session,
            office,
            USERS[worker][0],
            colleague_of(*USERS[worker]),
            held=held,
            given=given,
            asked=asked,
            signed=signed,
        )
    if is_desk:
        values["document_id"] = made.sealed.document_id
    values = (
        of_units[unit]
        | {
            "number": petition.number,
            "key": str(held),
            "instance_key": str(instance),
            "user": colleague_of(*USERS[worker]),
            "query_code": made.petition.query_code,
            "unit": unit,
        }
        | values
    )
    return Things(values, user, unit, held, free, given, asked, signed)


def _task(
    office: Office, petition: Petition, role: str, is_desk: bool, element: str = "handle_petition"
) -> int:
    groups = SEALED_GROUP if is_desk else (f"{role}@{USERS[role][1]}",)
    return office.task(petition, element, groups)
