"""Keyset paging: the cursor names the last row seen, so new rows shift nothing."""

import base64
import binascii
import json
from typing import Any

from api.errors import BadCursor

MOST_ROWS = 200


def to_cursor(*place: object) -> str:
    """An opaque cursor for this place in a list."""
    return base64.urlsafe_b64encode(json.dumps(place, default=str).encode()).decode().rstrip("=")


def from_cursor(cursor: str, length: int) -> list[Any]:
    """The place that a cursor names. Raises BadCursor."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        place = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        raise BadCursor from None
    if not isinstance(place, list) or len(place) != length:
        raise BadCursor
    return place


def as_key(value: object) -> int:
    """A key out of a cursor. Raises BadCursor."""
    if isinstance(value, int) and abs(value) < 2**63:
        return value
    raise BadCursor


def escape_like(text: str) -> str:
    """The text as a literal part of a LIKE pattern with ESCAPE '!'."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
