"""What signing in asks of an identity provider; api.provider does it with Authlib."""

from dataclasses import dataclass
from typing import Protocol

from settings import Settings


@dataclass(frozen=True)
class Journey:
    """Where somebody is sent, and what has to fit when they come back."""

    url: str
    state: str
    nonce: str
    code_verifier: str


class Provider(Protocol):
    """An OpenID Connect provider."""

    async def begin(self, redirect_uri: str) -> Journey:
        """Where to send somebody who signs in. Raises ProviderUnreachable."""
        ...

    async def subject(self, code: str, *, redirect_uri: str, nonce: str, code_verifier: str) -> str:
        """Whose code this is. Raises ProviderUnreachable, ProviderRefused."""
        ...


def open_provider(settings: Settings) -> Provider | None:
    """The provider, where the settings name one."""
    if not settings.oidc_issuer:
        return None
    # Imported late: most offices have passwords, and need neither the library nor its memory.
    from api.provider import IdentityProvider

    return IdentityProvider(settings)
