"""Printing needs the fonts, which come with the bundle."""

import pytest

from modeling.bundle import build_bundle


@pytest.fixture(scope="session", autouse=True)
def fonts() -> None:
    """The fonts are there."""
    build_bundle()
