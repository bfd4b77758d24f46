"""Answers to errors: JSON for the API, a page for people."""

from urllib.parse import quote

from fastapi import Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from api.errors import ApiError, NotSignedIn, PasswordChangeNeeded, error_body, status_of
from api.i18n import error_text
from api.language import language_of


def wants_page(request: Request) -> bool:
    """Whether a person looks at this address in a browser."""
    path = request.url.path
    is_machine = path.startswith(("/api/", "/static/")) or path in ("/health", "/metrics")
    return not is_machine and "text/html" in request.headers.get("accept", "")


def error_response(request: Request, error: Exception) -> Response:
    """The answer to this error, in the language of the request."""
    status = status_of(error)
    detail = error_text(language_of(request), error)
    headers = error.headers if isinstance(error, ApiError) else {}
    if wants_page(request):
        if isinstance(error, NotSignedIn):
            return RedirectResponse(f"/sign-in?next={quote(_here(request))}", status_code=303)
        if isinstance(error, PasswordChangeNeeded):
            return RedirectResponse(f"/account?next={quote(_here(request))}", status_code=303)
        # Imported late: pages import this module's errors.
        from api.pages.render import render_error

        return render_error(request, status, detail, headers)
    if status == 401:
        headers = {**headers, "WWW-Authenticate": "Bearer"}
    return JSONResponse(error_body(error, detail), status_code=status, headers=headers)


def _here(request: Request) -> str:
    if request.method != "GET":
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
