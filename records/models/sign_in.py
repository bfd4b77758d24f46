"""Signing in: running sign-ins, failed tries, and sign-ins under way at an identity provider."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from records.types import Instant


class SignIn(SQLModel, table=True):
    """A running sign-in; only a hash of its token is kept."""

    __tablename__ = "sign_in"

    token_hash: str = Field(primary_key=True, max_length=64)
    user_id: str = Field(foreign_key="user.id", index=True, max_length=60)
    expires_at: datetime = Field(sa_type=Instant)


class FailedSignIns(SQLModel, table=True):
    """Tries in a row that failed under one name, whether or not there is such an account.

    Only a hash of the name is kept: people type their password there by mistake.
    """

    __tablename__ = "failed_sign_ins"

    name_hash: str = Field(primary_key=True, max_length=64)
    failures: int
    last_at: datetime = Field(sa_type=Instant, index=True)
    locked_until: datetime | None = Field(default=None, sa_type=Instant)


class ProviderSignIn(SQLModel, table=True):
    """Somebody was sent to the identity provider and has not come back yet.

    `state_hash` is of what the provider gives back, `browser_hash` of the cookie that shows that
    the same browser comes back with it. Used once.
    """

    __tablename__ = "provider_sign_in"

    state_hash: str = Field(primary_key=True, max_length=64)
    browser_hash: str = Field(max_length=64)
    nonce: str = Field(max_length=100)
    code_verifier: str = Field(max_length=128)
    onward: str = Field(max_length=2000)
    expires_at: datetime = Field(sa_type=Instant, index=True)
