"""Scripts and styles: the bundle under /static, our own few files under /static/pages.

Addresses carry a hash of the content (`?v=...`) and are kept by browsers for a year. They go out
compressed; pages do not, as what people type stands beside what only they may see.
"""

import hashlib
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

OWN_FILES = Path(__file__).resolve().parent.parent / "static"
YEAR = "public, max-age=31536000, immutable"


class HashedFiles(StaticFiles):
    """Static files; those asked for with their hash never change."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with how long it may be kept."""
        response = await super().get_response(path, scope)
        is_hashed = b"v=" in scope.get("query_string", b"")
        response.headers["Cache-Control"] = YEAR if is_hashed else "no-cache"
        return response


class StaticUrls:
    """Addresses of static files, with their hash; `pages/...` are our own."""

    def __init__(self, bundle_dir: Path) -> None:
        self._bundle_dir = bundle_dir
        self._hashes: dict[tuple[Path, int], str] = {}

    def __call__(self, name: str) -> str:
        """The address of a file; without a hash when the bundle has not been built."""
        own = name.removeprefix("pages/")
        path = OWN_FILES / own if own != name else self._bundle_dir / name
        if not path.is_file():
            return f"/static/{name}"
        mark = (path, path.stat().st_mtime_ns)
        if mark not in self._hashes:
            self._hashes[mark] = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        return f"/static/{name}?v={self._hashes[mark]}"


def mount_static(app: FastAPI, bundle_dir: Path) -> None:
    """Serve both folders. The bundle may be built after the application has started."""
    app.state.static_urls = StaticUrls(bundle_dir)
    own = HashedFiles(directory=OWN_FILES)
    bundle = HashedFiles(directory=bundle_dir, check_dir=False)
    app.mount("/static/pages", GZipMiddleware(own))
    app.mount("/static", GZipMiddleware(bundle))
