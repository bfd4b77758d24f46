"""A task of a matter that somebody holds."""

import httpx
import pytest

from records.models import Petition
from tests.api.matter_tasks import add_matter, task_of
from tests.api.office import Office
from tests.api.task_work.calls import HANDLERS, ask


@pytest.fixture
def petition(office: Office) -> Petition:
    """A petition on file."""
    return office.petition()


@pytest.fixture
def matter(office: Office, petition: Petition) -> str:
    """Its matter at the housing unit."""
    return add_matter(office, petition)


@pytest.fixture
async def hearing(
    office: Office, petition: Petition, matter: str, handler: httpx.AsyncClient
) -> int:
    """A task to hear the petitioner, held by the first handler."""
    key = task_of(office, petition, matter, "hear_petitioner", HANDLERS)
    assert (await ask(handler, key, "claim")).status_code == 200
    return key
