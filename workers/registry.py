"""Finding the workers: each file in a folder named as a process is one, called as its step."""

from importlib import import_module
from pathlib import Path

from pyzeebe import ZeebeTaskRouter

from settings import ROOT

WORKERS = Path(__file__).parent
DIAGRAMS = ROOT / "bpmn"


class RouterMissing(Exception):
    """A worker file has no `router` with one task. Compare it with one of its neighbours."""


def worker_files() -> list[Path]:
    """The file of every worker, by process and step."""
    return sorted(
        path
        for diagram in DIAGRAMS.glob("*.bpmn")
        for path in (WORKERS / diagram.stem).glob("*.py")
        if path.stem != "__init__"
    )


def job_routers() -> dict[str, ZeebeTaskRouter]:
    """The router of every worker, by file name, which is the job type. Raises RouterMissing."""
    routers = {}
    for path in worker_files():
        router = getattr(import_module(f"workers.{path.parent.name}.{path.stem}"), "router", None)
        if not isinstance(router, ZeebeTaskRouter) or len(router.tasks) != 1:
            raise RouterMissing(path.stem)
        routers[path.stem] = router
    return routers
