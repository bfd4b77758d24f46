"""Everything that needs heavy libraries once per start: tables first, then the deployment.

Its own short process (`python -m stack.setup`), so that the supervisor stays small. It starts with
the broker and has its libraries loaded by the time the broker answers. It says one line on standard
output for each thing done; a problem is a line that begins with PROBLEM.
"""

import sys

import logs
from engine.clock import OffsetClock, offset_path
from engine.errors import EngineError
from records.migrate import NewerDatabase
from settings import Settings
from stack.deployment import deploy_procedure
from stack.prepare import prepare
from stack.setup_process import DEPLOYED, PREPARED, PROBLEM


def main() -> int:
    """Prepare, then deploy as soon as the engine takes it."""
    settings = Settings()
    logs.configure(settings.log_level)
    try:
        prepare(settings, now=OffsetClock(offset_path(settings.data_dir)).now())
        print(PREPARED, flush=True)  # noqa: T201 - read by the supervisor
        deploy_procedure(settings)
        print(DEPLOYED, flush=True)  # noqa: T201
    except (NewerDatabase, EngineError, TimeoutError) as problem:
        print(f"{PROBLEM} {problem}", flush=True)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
