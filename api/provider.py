"""The identity provider of the office (OpenID Connect), by Authlib: code flow, PKCE, state, nonce.

The token is verified here and nowhere else: signature by a key of the provider, issuer, audience,
times, nonce. Only its subject is used; names and roles are kept here.
"""

import warnings
from typing import Any

import httpx
import structlog
from authlib.deprecate import AuthlibDeprecationWarning
from authlib.integrations.base_client.errors import OAuthError
from joserfc.errors import JoseError

from api.errors import ProviderRefused, ProviderUnreachable
from api.identity import Journey
from settings import Settings

with warnings.catch_warnings():
    # Authlib would rather have httpx2; it works with httpx, which everything else here uses.
    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    from authlib.integrations.starlette_client import StarletteOAuth2App

logger = structlog.get_logger(__name__)
SECONDS = 10.0
# Signatures that only the provider can make; a shared secret or none at all is no proof.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")


class IdentityProvider:
    """The provider of these settings; its addresses and keys are asked for when first needed."""

    def __init__(self, settings: Settings) -> None:
        self._issuer = settings.oidc_issuer.rstrip("/")
        self._client_id = settings.oidc_client_id
        secret = settings.oidc_client_secret
        self._app = StarletteOAuth2App(
            None,
            client_id=self._client_id,
            client_secret=secret.get_secret_value() if secret else None,
            server_metadata_url=f"{self._issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid",
                "code_challenge_method": "S256",
                "timeout": SECONDS,
            },
        )

    async def begin(self, redirect_uri: str) -> Journey:
        """Where to send somebody who signs in. Raises ProviderUnreachable."""
        await self._metadata()
        given = await self._app.create_authorization_url(redirect_uri)
        return Journey(given["url"], given["state"], given["nonce"], given["code_verifier"])

    async def subject(self, code: str, *, redirect_uri: str, nonce: str, code_verifier: str) -> str:
        """Whose code this is. Raises ProviderUnreachable, ProviderRefused."""
        metadata = await self._metadata()
        try:
            token = await self._app.fetch_access_token(
                redirect_uri=redirect_uri, code=code, code_verifier=code_verifier
            )
            claims = await self._app.parse_id_token(
                token,
                nonce=nonce,
                claims_options={
                    "iss": {"essential": True, "value": metadata["issuer"]},
                    "aud": {"essential": True, "value": self._client_id},
                },
            )
        except httpx.HTTPError as error:
            raise _unreachable(error) from None
        except (OAuthError, JoseError, ValueError, KeyError) as error:
            # Their texts may quote what the provider sent.
            logger.warning("provider_refused", error=type(error).__name__)
            raise ProviderRefused from None
        subject = claims["sub"] if claims else None
        if not isinstance(subject, str) or not subject:
            logger.warning("provider_names_nobody")
            raise ProviderRefused
        return subject

    async def _metadata(self) -> dict[str, Any]:
        try:
            metadata: dict[str, Any] = await self._app.load_server_metadata()
        except (httpx.HTTPError, ValueError) as error:
            raise _unreachable(error) from None
        if str(metadata.get("issuer", "")).rstrip("/") != self._issuer:
            logger.error("provider_names_another_issuer")
            raise ProviderUnreachable
        offered = metadata.get("id_token_signing_alg_values_supported") or []
        usable = [name for name in offered if name in ALGORITHMS]
        metadata["id_token_signing_alg_values_supported"] = usable or ["RS256"]
        return metadata


def _unreachable(error: Exception) -> ProviderUnreachable:
    logger.warning("provider_unreachable", error=type(error).__name__)
    return ProviderUnreachable()
