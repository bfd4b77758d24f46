"""Accounts as administrators keep them: people, their roles, their passwords. All in the trail."""

import re
from datetime import datetime

from sqlmodel import Session, col, select

from records import audit
from records.errors import RecordsError
from records.lock_out import forget_failures
from records.models import Membership, Unit, User
from records.passwords import set_password
from records.people import ROLES
from records.sign_ins import close_sign_ins

ADMINISTRATOR = "administrator"
LONGEST_NAME = 100


class AccountNotFound(RecordsError):
    """There is no such account. Look for it in the list of people."""


class AccountInvalid(RecordsError):
    """A user name has letters, digits, . - and _, at most 60; a name has 1 to 100 characters."""

    field = "id"


class AccountExists(RecordsError):
    """There is an account with this user name already. Choose another one."""

    field = "id"


class SubjectTaken(RecordsError):
    """Another account has this identifier of the identity provider. Take it away there first."""

    field = "subject"


class GroupUnknown(RecordsError):
    """There is no such role, or no such unit. Choose both from the lists."""

    field = "role"


class LastAdministrator(RecordsError):
    """This is the last administrator. Make somebody else administrator first."""


def require_account(session: Session, user_id: str) -> User:
    """The account, held until the transaction ends. Raises AccountNotFound."""
    user = session.get(User, user_id, with_for_update=True)
    if user is None:
        raise AccountNotFound
    return user


def create_account(
    session: Session,
    user_id: str,
    name: str,
    *,
    password_hash: str,
    subject: str | None = None,
    actor: str,
    now: datetime,
) -> User:
    """A new account; a password given to it has to be changed at the first sign-in.

    An empty hash: only by the provider. Raises AccountInvalid, AccountExists, SubjectTaken.
    """
    # The id is the engine's assignee and stands in the audit trail.
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}", user_id):
        raise AccountInvalid
    if session.get(User, user_id) is not None:
        raise AccountExists
    user = User(id=user_id, name=_checked_name(name), password_hash="")
    set_password(session, user, password_hash, is_temporary=bool(password_hash))
    _set_subject(session, user, subject)
    session.flush()
    audit.record(session, now=now, actor=actor, action="create_account", person=user_id)
    return user


def change_account(
    session: Session, user_id: str, *, name: str, subject: str | None, actor: str, now: datetime
) -> None:
    """Name and subject at the identity provider. Raises as create_account, AccountNotFound."""
    user = require_account(session, user_id)
    before = (user.name, user.subject)
    user.name = _checked_name(name)
    _set_subject(session, user, subject)
    changed = [
        field
        for field, old, new in zip(
            ("name", "subject"), before, (user.name, user.subject), strict=True
        )
        if old != new
    ]
    if changed:
        session.add(user)
        audit.record(
            session, now=now, actor=actor, action="change_account", person=user_id, changed=changed
        )


def reset_password(
    session: Session, user_id: str, password_hash: str, *, actor: str, now: datetime
) -> None:
    """A temporary password; sign-ins end, a lock is taken off. Raises AccountNotFound."""
    user = require_account(session, user_id)
    set_password(session, user, password_hash, is_temporary=True)
    close_sign_ins(session, user_id)
    forget_failures(session, user_id)
    audit.record(session, now=now, actor=actor, action="reset_password", person=user_id)


def set_active(
    session: Session, user_id: str, *, is_active: bool, demo: bool, actor: str, now: datetime
) -> None:
    """Close an account or open it again. Raises AccountNotFound, LastAdministrator."""
    user = require_account(session, user_id)
    if user.is_active == is_active:
        return
    if not is_active:
        _check_others_administer(session, user_id, demo=demo)
        close_sign_ins(session, user_id)
    user.is_active = is_active
    session.add(user)
    action = "open_account" if is_active else "close_account"
    audit.record(session, now=now, actor=actor, action=action, person=user_id)


def grant_role(
    session: Session, user_id: str, role: str, unit_id: str, *, actor: str, now: datetime
) -> None:
    """Give a role in a unit; giving it twice is harmless. Raises AccountNotFound, GroupUnknown."""
    require_account(session, user_id)
    if role not in ROLES or session.get(Unit, unit_id) is None:
        raise GroupUnknown
    if session.get(Membership, (user_id, role, unit_id)) is not None:
        return
    session.add(Membership(user_id=user_id, role=role, unit_id=unit_id))
    _tell_group(session, "grant_role", user_id, role, unit_id, actor, now)


def revoke_role(
    session: Session,
    user_id: str,
    role: str,
    unit_id: str,
    *,
    demo: bool,
    actor: str,
    now: datetime,
) -> None:
    """Take a role away; it may be gone already. Raises AccountNotFound, LastAdministrator."""
    require_account(session, user_id)
    row = session.get(Membership, (user_id, role, unit_id))
    if row is None:
        return
    if role == ADMINISTRATOR:
        _check_others_administer(session, user_id, demo=demo, unit_id=unit_id)
    session.delete(row)
    _tell_group(session, "revoke_role", user_id, role, unit_id, actor, now)


def _check_others_administer(
    session: Session, user_id: str, *, demo: bool, unit_id: str | None = None
) -> None:
    """Raises LastAdministrator when nobody would be left who administers and can sign in.

    `unit_id`: only the role in that unit goes. The rows are held: two administrators who take the
    role from one another at once do not both succeed.
    """
    rows = session.exec(
        select(Membership, User)
        .join(User, col(User.id) == col(Membership.user_id))
        .where(Membership.role == ADMINISTRATOR)
        .order_by(col(Membership.user_id), col(Membership.unit_id))
        .with_for_update()
    ).all()
    able = [(row, user) for row, user in rows if user.is_active and (demo or not user.is_demo)]
    was = any(user.id == user_id for _, user in able)
    left = [
        row
        for row, user in able
        if user.id != user_id or (unit_id is not None and row.unit_id != unit_id)
    ]
    if was and not left:
        raise LastAdministrator


def _checked_name(name: str) -> str:
    if not 1 <= len(name.strip()) <= LONGEST_NAME:
        raise AccountInvalid
    return name.strip()


def _set_subject(session: Session, user: User, subject: str | None) -> None:
    wanted = (subject or "").strip() or None
    if wanted is not None:
        with session.no_autoflush:
            other = session.exec(select(User.id).where(User.subject == wanted)).first()
        if other not in (None, user.id):
            raise SubjectTaken
    user.subject = wanted
    session.add(user)


def _tell_group(
    session: Session,
    action: str,
    user_id: str,
    role: str,
    unit_id: str,
    actor: str,
    now: datetime,
) -> None:
    audit.record(
        session, now=now, actor=actor, action=action, person=user_id, role=role, unit=unit_id
    )
