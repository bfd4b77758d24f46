"""Passwords and sign-ins: who a token belongs to."""

import hashlib
import secrets
from datetime import date, datetime, timedelta
from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import delete
from sqlmodel import Session, col

from records.errors import RecordsError
from records.models import SignIn, User
from records.people import Person, person_of

# Argon2id with the small memory setting of OWASP's table (19 MiB, 2 passes): several people sign in
# at once beside an engine on the same machine.
_hasher = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19_456, parallelism=1),))


class SignInRefused(RecordsError):
    """User name or password is wrong. Check both and try again."""


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
    kept = user.password_hash if user else ""
    matches = _hasher.verify(password, kept or _nobody_hash())
    return matches and bool(kept)


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


def close_sign_ins(session: Session, user_id: str, *, but: str | None = None) -> None:
    """End every sign-in of this account, but that of the token `but`."""
    ended = delete(SignIn).where(col(SignIn.user_id) == user_id)
    if but is not None:
        ended = ended.where(col(SignIn.token_hash) != _token_hash(but))
    session.execute(ended)


def person_of_token(
    session: Session, token: str, *, demo: bool, now: datetime, on: date | None = None
) -> Person | None:
    """Who this token belongs to, if its sign-in runs and the account still may sign in.

    `on` is the day of the procedure, which says for whom they stand in.
    """
    sign_in = session.get(SignIn, _token_hash(token))
    if sign_in is None or sign_in.expires_at <= now:
        return None
    user = find_user(session, sign_in.user_id, demo=demo)
    return person_of(session, user, on=on) if user else None


@cache
def _nobody_hash() -> str:
    return _hasher.hash(secrets.token_hex())


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
