"""Signing in by the identity provider: out to it, and back with a code."""

import secrets
from datetime import datetime

from api.actions.sign_in import begin
from api.deps import Runtime, read_briefly, write_briefly
from api.errors import IdentityUnknown, NotFound, ProviderRefused
from api.identity import Provider
from records.people import Person
from records.provider_sign_ins import find_user_by_subject, keep_journey, use_journey


def provider_of(runtime: Runtime) -> Provider:
    """The provider. Raises NotFound where the office has none."""
    if runtime.provider is None:
        raise NotFound
    return runtime.provider


async def leave(runtime: Runtime, redirect_uri: str, onward: str) -> tuple[str, str]:
    """Where to send the browser, and what it keeps as a cookie until it comes back.

    Raises NotFound, ProviderUnreachable.
    """
    journey = await provider_of(runtime).begin(redirect_uri)
    browser, now = secrets.token_urlsafe(32), runtime.machine_clock.now()
    await write_briefly(
        runtime,
        lambda session: keep_journey(
            session,
            state=journey.state,
            browser=browser,
            nonce=journey.nonce,
            code_verifier=journey.code_verifier,
            onward=onward,
            now=now,
        ),
    )
    return journey.url, browser


async def come_back(
    runtime: Runtime, *, code: str, state: str, browser: str, redirect_uri: str
) -> tuple[Person, str, datetime, str]:
    """The person, their new token, when it ends, and where they wanted to go.

    Raises NotFound, ProviderUnreachable, ProviderRefused, IdentityUnknown.
    """
    provider, now = provider_of(runtime), runtime.machine_clock.now()
    kept = await write_briefly(
        runtime, lambda session: use_journey(session, state, browser, now=now)
    )
    if kept is None or not code:
        raise ProviderRefused
    subject = await provider.subject(
        code, redirect_uri=redirect_uri, nonce=kept.nonce, code_verifier=kept.code_verifier
    )
    demo = runtime.settings.demo
    user = await read_briefly(
        runtime, lambda session: find_user_by_subject(session, subject, demo=demo)
    )
    if user is None:
        raise IdentityUnknown(subject=subject)
    return *await begin(runtime, user), kept.onward
