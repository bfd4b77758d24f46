"""One made-up office per test, copied from a template: migrations run once."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from settings import Settings
from tests.api.access_office import AccessOffice, access_office
from tests.api.office import Office, make_office, open_office


def settings_in(data_dir: Path, *, demo: bool = True) -> Settings:
    """Small limits, so that tests reach them."""
    return Settings(data_dir=data_dir, demo=demo, max_body_bytes=100_000)


@pytest.fixture(scope="session")
def office_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Database files of an office where nothing has happened."""
    settings = settings_in(tmp_path_factory.mktemp("office"))
    make_office(settings)
    with open_office(settings) as office:
        office.deployed()
    return settings.data_dir


@pytest.fixture
def office(office_template: Path, tmp_path: Path) -> Iterator[Office]:
    """An office where nothing has happened yet."""
    settings = settings_in(tmp_path / "data")
    shutil.copytree(office_template, settings.data_dir)
    with open_office(settings) as opened:
        yield opened


@pytest.fixture
def real_office(office_template: Path, tmp_path: Path) -> Iterator[Office]:
    """The same outside demo mode."""
    settings = settings_in(tmp_path / "data", demo=False)
    shutil.copytree(office_template, settings.data_dir)
    with open_office(settings) as opened:
        yield opened


@pytest.fixture
async def anyone(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who has not signed in."""
    async with office.client() as client:
        yield client


@pytest.fixture
async def clerk(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """The window clerk."""
    async with office.client("clerk") as client:
        yield client


@pytest.fixture
async def classifier(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """The classifier of the bureau."""
    async with office.client("classifier") as client:
        yield client


@pytest.fixture
async def handler(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """The handler of the housing unit."""
    async with office.client("handler_zj") as client:
        yield client


@pytest.fixture
async def foreigner(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """The handler of another unit."""
    async with office.client("handler_jy") as client:
        yield client


@pytest.fixture
async def manager(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """The manager, who reads everything."""
    async with office.client("manager") as client:
        yield client


@pytest.fixture(scope="module")
def prepared(
    office_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AccessOffice]:
    """One office for a module, in which every role has something to work on; nothing stays."""
    settings = settings_in(tmp_path_factory.mktemp("access") / "data")
    shutil.copytree(office_template, settings.data_dir)
    with open_office(settings) as opened:
        yield access_office(opened)
