"""Who signs in, and what they may see: roles in units, written `role@unit`."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import delete
from sqlmodel import Session, col, select

from records.errors import RecordsError
from records.models import Membership, SignIn, Unit, User
from records.unit_heirs import heirs_of, predecessors_of

# Argon2id with the small memory setting of OWASP's table (19 MiB, 2 passes): several people sign in
# at once beside an engine on the same machine.
_hasher = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19_456, parallelism=1),))

BUREAU_ROLES = (
    "window_clerk",
    "classifier",
    "bureau_leader",
    "supervisor",
    "follow_up",
    "conference_office",
)
# Reports and accusations are known to few: this role alone opens no other petition (article 30).
SEALED_ROLES = ("sealed_clerk",)
# Who works in a unit that reviews what another decided (articles 35 and 36).
REVIEW_ROLES = ("review_clerk", "review_handler")
UNIT_ROLES = ("acceptance_clerk", "handler", "unit_leader", "legal_reviewer", *REVIEW_ROLES)
LEADER_ROLES = ("bureau_leader", "unit_leader", "administrator")
OVERSIGHT_ROLES = ("manager", "auditor", "administrator")
ENGINE_ROLES = ("manager", "operator", "administrator", "bureau_leader")
TECHNICAL_ROLES = ("designer", "operator")
ROLES = (
    *BUREAU_ROLES,
    *SEALED_ROLES,
    *UNIT_ROLES,
    "manager",
    "auditor",
    "administrator",
    *TECHNICAL_ROLES,
)


class SignInRefused(RecordsError):
    """User name or password is wrong. Check both and try again."""


class PersonNotFound(RecordsError):
    """There is no such person among those who can be chosen here. Choose one of the list."""


@dataclass(frozen=True)
class Person:
    """A person who is signed in. `groups` are candidate groups `role@unit`."""

    id: str
    name: str
    language: str
    groups: frozenset[str]

    def has(self, *roles: str, at: str | None = None) -> bool:
        """Whether the person has one of these roles, in the unit `at` or in any."""
        return bool(self.units_with(*roles) if at is None else at in self.units_with(*roles))

    def units_with(self, *roles: str) -> list[str]:
        """Units in which the person has one of these roles, sorted."""
        pairs = (group.partition("@") for group in self.groups)
        return sorted({unit for role, _, unit in pairs if role in roles})

    @property
    def oversees(self) -> bool:
        """Whether the person reads every case: manager, auditor, administrator."""
        return self.has(*OVERSIGHT_ROLES)


def hash_password(password: str) -> str:
    """Argon2id hash for `User.password_hash`."""
    return _hasher.hash(password)


def find_user(session: Session, user_id: str, *, demo: bool) -> User | None:
    """The account that may sign in under this name; demo accounts only in demo mode."""
    user = session.get(User, user_id)
    if user is None or not user.is_active or (user.is_demo and not demo):
        return None
    return user


def verify_password(user: User | None, password: str) -> bool:
    """Whether the password is the user's. Takes as long when there is no such user."""
    matches = _hasher.verify(password, user.password_hash if user else _nobody_hash())
    return matches and user is not None


def open_sign_in(session: Session, user: User, *, hours: int, now: datetime) -> str:
    """Begin a sign-in and return its token; only the token's hash is kept. Old ones are removed."""
    session.execute(delete(SignIn).where(col(SignIn.expires_at) < now))
    token = secrets.token_urlsafe(32)
    session.add(
        SignIn(
            token_hash=_token_hash(token), user_id=user.id, expires_at=now + timedelta(hours=hours)
        )
    )
    return token


def close_sign_in(session: Session, token: str) -> None:
    """End a sign-in; ending it twice is harmless."""
    session.execute(delete(SignIn).where(col(SignIn.token_hash) == _token_hash(token)))


def person_of_token(session: Session, token: str, *, demo: bool, now: datetime) -> Person | None:
    """Who this token belongs to, if its sign-in runs and the account still may sign in."""
    sign_in = session.get(SignIn, _token_hash(token))
    if sign_in is None or sign_in.expires_at <= now:
        return None
    user = find_user(session, sign_in.user_id, demo=demo)
    return person_of(session, user) if user else None


def person_of(session: Session, user: User) -> Person:
    """The user with the groups they belong to, those inherited from former units among them."""
    rows = session.exec(select(Membership).where(Membership.user_id == user.id)).all()
    earlier = predecessors_of(session)
    groups = frozenset(
        f"{row.role}@{unit}"
        for row in rows
        for unit in (row.unit_id, *earlier.get(row.unit_id, ()))
    )
    return Person(id=user.id, name=user.name, language=user.language, groups=groups)


def members_of(session: Session, groups: list[str]) -> list[User]:
    """Active users in at least one of these groups `role@unit`, by name.

    Of a unit whose matters were handed over, those of its heir.
    """
    heirs = heirs_of(session)
    parts = (group.partition("@") for group in groups)
    groups = [*groups, *(f"{role}@{heirs[unit]}" for role, _, unit in parts if unit in heirs)]
    units = {group.partition("@")[2] for group in groups}
    rows = session.exec(
        select(Membership, User)
        .join(User, col(User.id) == col(Membership.user_id))
        .where(col(Membership.unit_id).in_(units), col(User.is_active))
    ).all()
    found = {user.id: user for row, user in rows if f"{row.role}@{row.unit_id}" in groups}
    return sorted(found.values(), key=lambda user: user.name)


def user_names(session: Session, user_ids: set[str]) -> dict[str, str]:
    """Names by user id."""
    rows = session.exec(select(User.id, User.name).where(col(User.id).in_(user_ids))).all()
    return dict(rows)


def unit_names(session: Session, unit_ids: set[str] | None = None) -> dict[str, str]:
    """Names by unit id, of these units or of all."""
    query = select(Unit.id, Unit.name).order_by(col(Unit.id))
    if unit_ids is not None:
        query = query.where(col(Unit.id).in_(unit_ids))
    return dict(session.exec(query).all())


@cache
def _nobody_hash() -> str:
    return _hasher.hash(secrets.token_hex())


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
