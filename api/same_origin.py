"""Protection against requests that another site makes a browser send.

A browser sends our cookie along; a foreign page must not profit from that. So a request that
changes something and is signed by the cookie must come from our own pages: browsers say so
themselves in `Sec-Fetch-Site` (which no script can set), or, over plain HTTP in an office network,
in `Origin`. Requests with a bearer token carry no cookie and need neither. The cookie is also
SameSite=Lax. No hidden field and no secret is needed.
"""

from urllib.parse import urlsplit

from fastapi import Request

from api.errors import ForeignRequest

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


def is_same_origin(request: Request) -> bool:
    """Whether the browser says that one of our own pages sent this."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin", "")
    return urlsplit(origin).netloc == request.headers.get("host")


def is_from_elsewhere(request: Request) -> bool:
    """Whether a browser says that another site sent this; other clients say nothing."""
    said = {"sec-fetch-site", "origin"} & set(request.headers.keys())
    return bool(said) and not is_same_origin(request)


def check_same_origin(request: Request) -> None:
    """Raises ForeignRequest for an unsafe request that does not prove to be our own page's."""
    if request.method not in SAFE_METHODS and not is_same_origin(request):
        raise ForeignRequest
