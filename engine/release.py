"""The engine's distributions: which are known, where they lie, whether they are whole.

Artefact `io.camunda:camunda-zeebe:VERSION:tar.gz` of Maven Central, fetched by jgo. The checksum is
pinned here, so a file changed on the way is not started.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from engine.errors import EngineError


@dataclass(frozen=True)
class Release:
    """One distribution. Sizes in bytes."""

    version: str
    sha1: str
    size: int
    main_class: str
    rest_prefix: str


RELEASES: Mapping[str, Release] = MappingProxyType(
    {
        "8.6.0": Release(
            version="8.6.0",
            sha1="92af49d80c24f2aa108bef7aced320e5f9bb7878",
            size=299_201_896,
            main_class="io.camunda.application.StandaloneBroker",
            rest_prefix="/v2",
        ),
        "8.5.8": Release(
            version="8.5.8",
            sha1="38889d4209faf0520553eec17339a8fc005c295a",
            size=212_102_843,
            main_class="io.camunda.zeebe.broker.StandaloneBroker",
            rest_prefix="/v1",
        ),
    }
)

# Takes bindings and version tags in a model without heeding them.
WITHOUT_BINDINGS = "8.5.8"


class UnknownRelease(EngineError):
    """This version of Zeebe is not known here."""

    def __init__(self, version: str) -> None:
        known = ", ".join(RELEASES)
        super().__init__(f"Zeebe {version} is not known here; choose one of: {known}.")


def release(version: str) -> Release:
    """The release of this version. Raises UnknownRelease."""
    try:
        return RELEASES[version]
    except KeyError:
        raise UnknownRelease(version) from None


def home(version: str, cache_dir: Path) -> Path:
    """Where this version lies once installed. Raises UnknownRelease."""
    return cache_dir / "zeebe" / f"camunda-zeebe-{release(version).version}"


def is_installed(version: str, cache_dir: Path) -> bool:
    """Whether it is there; it appears by one rename, so it is whole when it is there."""
    return home(version, cache_dir).is_dir()
