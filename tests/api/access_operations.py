"""Every operation there is: of the OpenAPI document, and of the pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from api.pages import ROUTERS as PAGES
from api.routes import ROUTERS

Json = dict[str, Any]


@dataclass(frozen=True)
class Operation:
    """One operation: `GET /api/petitions/{number}`; `body` is the shape it wants."""

    method: str
    path: str
    body: Json | None = None

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_api(self) -> bool:
        return self.path.startswith("/api/") or self.path in ("/health", "/metrics")

    @property
    def is_taking_back(self) -> bool:
        return self.method == "DELETE" and self.path.endswith("/delegation")

    @property
    def parameters(self) -> list[str]:
        """Names of what the path asks for."""
        return re.findall(r"{(\w+)}", self.path)


def api_operations(app: FastAPI) -> list[Operation]:
    """Every operation of the OpenAPI document."""
    document = app.openapi()
    shapes = document["components"]["schemas"]
    return [
        Operation(method.upper(), path, _shape(operation, shapes))
        for path, item in document["paths"].items()
        for method, operation in item.items()
    ]


def every_operation() -> list[Operation]:
    """Those of the OpenAPI document, and the pages."""
    app = FastAPI()
    for router in ROUTERS:
        app.include_router(router)
    return [*api_operations(app), *page_operations()]


def page_operations() -> list[Operation]:
    """Every route of a page."""
    return [Operation(method, route.path) for route, method in _page_routes()]


def _page_routes() -> Iterator[tuple[APIRoute, str]]:
    for router in PAGES:
        for route in router.routes:
            if isinstance(route, APIRoute):
                for method in sorted(route.methods or ()):
                    yield route, method


def _shape(operation: Json, shapes: Json) -> Json | None:
    content = operation.get("requestBody", {}).get("content", {})
    found = content.get("application/json")
    return None if found is None else {"shapes": shapes, "shape": found["schema"]}
