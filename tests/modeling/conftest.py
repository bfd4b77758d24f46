"""The checks run the built bundle; it is built once when it is not current."""

import pytest

from modeling.bundle import build_bundle


@pytest.fixture(scope="session", autouse=True)
def bundle() -> None:
    build_bundle()
