"""A small real OpenID Connect provider on loopback, of Authlib's server parts.

It registers one client, checks PKCE and the client's secret, and signs ID tokens with its own key.
`tamper` are claims that a test puts into a token; `sign_with` may be a key it never published.
"""

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from authlib.oauth2.rfc6749 import AuthorizationServer, ClientMixin, OAuth2Request
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import AuthorizationCodeMixin, UserInfo
from authlib.oidc.core.grants import OpenIDCode
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from listening import listen

CLIENT_ID, CLIENT_SECRET = "xinfang", "a secret of the two"
Claims = dict[str, Any]


class Asked(OAuth2Request):
    """A request to the provider, over TLS as far as Authlib is concerned."""

    def __init__(self, method: str, values: dict[str, str], headers: Any) -> None:
        super().__init__(method, "https://provider.test/", headers=headers)
        self.payload = BasicOAuth2Payload(values)

    @property
    def args(self) -> dict[str, str]:
        return self.payload.data

    @property
    def form(self) -> dict[str, str]:
        return self.payload.data


class Client(ClientMixin):
    """The office, as registered here."""

    def __init__(self, redirect_uri: str) -> None:
        self.redirect_uri = redirect_uri

    def get_client_id(self) -> str:
        return CLIENT_ID

    def get_default_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == self.redirect_uri

    def check_client_secret(self, client_secret: str) -> bool:
        return secrets.compare_digest(client_secret, CLIENT_SECRET)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "client_secret_basic"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


class Code(AuthorizationCodeMixin):
    """A code that was given out."""

    def __init__(self, subject: str, asked: dict[str, str]) -> None:
        self.subject = subject
        self.asked = asked
        self.code_challenge = asked.get("code_challenge")
        self.code_challenge_method = asked.get("code_challenge_method")

    def get_redirect_uri(self) -> str:
        return self.asked["redirect_uri"]

    def get_scope(self) -> str:
        return self.asked["scope"]

    def get_nonce(self) -> str:
        return self.asked["nonce"]

    def get_auth_time(self) -> int:
        return int(time.time())

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> None:
        return None


class IdentityProvider(AuthorizationServer):
    """The provider. `signed_in` is the subject of whoever opens its page; None: they refuse."""

    def __init__(self, port: int, redirect_uri: str) -> None:
        super().__init__(scopes_supported=["openid"])
        self.issuer = f"http://127.0.0.1:{port}"
        self.client = Client(redirect_uri)
        self.signed_in: str | None = "subject-of-the-clerk"
        self.codes: dict[str, Code] = {}
        self.asked: list[dict[str, str]] = []
        self.key = RSAKey.generate_key(2048, {"kid": "first", "use": "sig", "alg": "RS256"})
        self.sign_with = self.key
        self.algorithm = "RS256"
        self.tamper: Claims = {}
        self.register_token_generator("default", _bearer)
        self.register_grant(_grant(self), [CodeChallenge(required=True), _IdTokens(self)])

    def query_client(self, client_id: str) -> Client | None:
        return self.client if client_id == CLIENT_ID else None

    def save_token(self, token: Claims, request: OAuth2Request) -> None:
        """Nothing else is done with access tokens here."""

    def send_signal(self, name: str, *args: object, **kwargs: object) -> None:
        """Nobody listens."""

    def create_oauth2_request(self, request: OAuth2Request) -> OAuth2Request:
        return request

    def handle_response(self, status: int, body: Any, headers: Any) -> Response:
        if isinstance(body, dict):
            return JSONResponse(body, status_code=status, headers=dict(headers))
        return Response(body, status_code=status, headers=dict(headers))

    def app(self) -> Starlette:
        """Its addresses."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._configuration),
                Route("/keys", self._keys),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
            ]
        )

    def _configuration(self, _: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            }
        )

    def _keys(self, _: Request) -> Response:
        return JSONResponse(KeySet([self.key]).as_dict(private=False))

    def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        self.asked.append(asked)
        if self.signed_in is None:
            back = f"{asked['redirect_uri']}?error=access_denied&state={asked['state']}"
            return RedirectResponse(back, status_code=303)
        wanted = Asked("GET", asked, request.headers)
        grant = self.get_authorization_grant(wanted)
        answer: Response = self.create_authorization_response(wanted, self.signed_in, grant)
        return answer

    async def _token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        wanted = Asked("POST", form, request.headers)
        answer: Response = await run_in_threadpool(self.create_token_response, wanted)
        return answer


def _bearer(scope: str, **_: object) -> Claims:
    token = secrets.token_urlsafe(24)
    return {"token_type": "Bearer", "access_token": token, "expires_in": 60, "scope": scope}


def _grant(provider: IdentityProvider) -> type[AuthorizationCodeGrant]:
    class Grant(AuthorizationCodeGrant):
        TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]  # noqa: RUF012 - as the base has it

        def save_authorization_code(self, code: str, request: OAuth2Request) -> None:
            provider.codes[code] = Code(request.user, dict(request.payload.data))

        def query_authorization_code(self, code: str, client: Client) -> Code | None:
            return provider.codes.get(code)

        def delete_authorization_code(self, authorization_code: Code) -> None:
            provider.codes = {
                key: one for key, one in provider.codes.items() if one is not authorization_code
            }

        def authenticate_user(self, authorization_code: Code) -> str:
            return authorization_code.subject

    return Grant


class _IdTokens(OpenIDCode):
    def __init__(self, provider: IdentityProvider) -> None:
        super().__init__(require_nonce=True)
        self.provider = provider

    def exists_nonce(self, nonce: str, request: OAuth2Request) -> bool:
        return False

    def resolve_client_private_key(self, client: Client) -> Any:
        return self.provider.sign_with

    def get_client_algorithm(self, client: Client) -> str:
        return self.provider.algorithm

    def get_encode_header(self, client: Client) -> Claims:
        return {"alg": self.provider.algorithm, "kid": self.provider.sign_with.kid}

    def get_client_claims(self, client: Client) -> Claims:
        return {"iss": self.provider.issuer, "aud": [CLIENT_ID], "exp": int(time.time()) + 60}

    def generate_user_info(self, user: str, scope: str) -> UserInfo:
        # Added last: what a test says here stands.
        return UserInfo({"sub": user} | self.provider.tamper)


@contextmanager
def running_provider(redirect_uri: str) -> Iterator[IdentityProvider]:
    """The provider, listening on a free port of this machine."""
    listening = listen("127.0.0.1", 0, waiting=10)
    provider = IdentityProvider(listening.getsockname()[1], redirect_uri)
    server = uvicorn.Server(uvicorn.Config(provider.app(), log_level="error"))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield provider
    server.should_exit = True
    thread.join(timeout=10)
