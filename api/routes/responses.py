"""How errors are documented in OpenAPI."""

from typing import Any

from api.shapes.common import ErrorBody

TITLES = {
    400: "The body is not JSON",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found, or not for you",
    409: "Not possible now",
    413: "Body too large",
    422: "Values missing or not valid",
    429: "Too many failed sign-ins",
    503: "Not ready yet, try again",
}


def errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that answers with these errors."""
    return {status: {"model": ErrorBody, "description": TITLES[status]} for status in statuses}
