"""Which language a request is answered in: Chinese or English."""

from typing import Literal

from fastapi import Request

Language = Literal["zh", "en"]
COOKIE = "xinfang_language"


def as_language(value: object) -> Language | None:
    """The language this code names, if it is one of ours."""
    if not isinstance(value, str):
        return None
    match value[:2].lower():
        case "zh":
            return "zh"
        case "en":
            return "en"
        case _:
            return None


def language_of(request: Request) -> Language:
    """API: Accept-Language, then the person's own. Pages: the switch, then the person's own.

    Pages ignore Accept-Language: they are Chinese until somebody switches.
    """
    person = getattr(request.state, "person", None)
    own = as_language(person.language) if person else None
    if request.url.path.startswith("/api/"):
        chosen = _accepted(request.headers.get("accept-language", ""))
    else:
        chosen = as_language(request.cookies.get(COOKIE))
    return chosen or own or as_language(request.app.state.settings.language) or "zh"


def _accepted(header: str) -> Language | None:
    ranked: list[tuple[float, Language]] = []
    for part in header.split(","):
        tag, _, quality = part.strip().partition(";q=")
        language = as_language(tag)
        if language is None:
            continue
        try:
            ranked.append((-float(quality or 1), language))
        except ValueError:
            continue
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None
