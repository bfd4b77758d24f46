"""Sign-ins under way at the identity provider: kept when somebody goes, used up on the return."""

import hashlib
import hmac
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from records.models import ProviderSignIn, User

LASTS = timedelta(minutes=10)


def keep_journey(
    session: Session,
    *,
    state: str,
    browser: str,
    nonce: str,
    code_verifier: str,
    onward: str,
    now: datetime,
) -> None:
    """Somebody goes to the provider. What is too old is removed."""
    session.execute(delete(ProviderSignIn).where(col(ProviderSignIn.expires_at) < now))
    session.add(
        ProviderSignIn(
            state_hash=_hash(state),
            browser_hash=_hash(browser),
            nonce=nonce,
            code_verifier=code_verifier,
            onward=onward,
            expires_at=now + LASTS,
        )
    )


def use_journey(
    session: Session, state: str, browser: str, *, now: datetime
) -> ProviderSignIn | None:
    """What was kept for this state, once; None when unknown, too old, or another browser's."""
    row = session.get(ProviderSignIn, _hash(state), with_for_update=True)
    if row is None or not hmac.compare_digest(row.browser_hash, _hash(browser)):
        return None
    session.delete(row)
    return row if row.expires_at > now else None


def find_user_by_subject(session: Session, subject: str, *, demo: bool) -> User | None:
    """The account that may sign in as this subject; demo accounts only in demo mode."""
    user = session.exec(select(User).where(User.subject == subject)).first()
    if user is None or not user.is_active or (user.is_demo and not demo):
        return None
    return user


def _hash(value: str) -> str:
    return hashlib.sha256(value.encode(errors="replace")).hexdigest()
