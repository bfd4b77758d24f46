"""Failed sign-ins in a row lock a name for a while, wherever they come from."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col

from records.insert_once import insert_once
from records.models import FailedSignIns

MOST_FAILURES = 5
LOCKED_FOR = timedelta(minutes=15)
# Rows of names that nobody tried since are of no use.
KEPT_FOR = timedelta(days=1)


def begin_try(session: Session, name: str, *, now: datetime) -> datetime | None:
    """Count a try before its password is checked, so that parallel ones count.

    None when it may go on; the moment the lock ends when the name is locked. Names that are no
    account are locked likewise: nobody learns which ones exist.
    """
    session.execute(delete(FailedSignIns).where(col(FailedSignIns.last_at) < now - KEPT_FOR))
    key = _hash(name)
    _make_row(session, key, now)
    row = session.get_one(FailedSignIns, key, with_for_update=True, populate_existing=True)
    if row.locked_until and row.locked_until > now:
        return row.locked_until
    if row.locked_until or row.last_at < now - LOCKED_FOR:
        row.failures, row.locked_until = 0, None
    row.failures += 1
    row.last_at = now
    if row.failures >= MOST_FAILURES:
        row.locked_until = now + LOCKED_FOR
    session.add(row)
    return None


def forget_failures(session: Session, name: str) -> None:
    """The password was right, or an administrator unlocks the account."""
    session.execute(delete(FailedSignIns).where(col(FailedSignIns.name_hash) == _hash(name)))


def locked_until(session: Session, name: str, *, now: datetime) -> datetime | None:
    """When the lock of this name ends; None when it is not locked."""
    row = session.get(FailedSignIns, _hash(name))
    until = row.locked_until if row else None
    return until if until and until > now else None


def _make_row(session: Session, key: str, now: datetime) -> None:
    # Two first tries at once: one makes the row, both count in it.
    new = insert_once(session, FailedSignIns)
    session.execute(new.values(name_hash=key, failures=0, last_at=now).on_conflict_do_nothing())


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode(errors="replace")).hexdigest()
