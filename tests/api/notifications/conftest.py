"""An office whose messages are kept, and one task in it."""

import pytest

from tests.api.notifications.post import MOBILE, Held, Post
from tests.api.office import HOUSING, Office


@pytest.fixture
def post(office: Office) -> Post:
    """The sender of the office; what it sends is kept."""
    return Post(office)


@pytest.fixture
async def held(office: Office, post: Post) -> Held:
    """A task that the first handler of the housing unit was told of."""
    petition = office.petition()
    office.at_unit(petition)
    office.clock_for(petition)
    key = office.task(petition, "handle_petition", (f"handler@{HOUSING}",))
    post.reach("handler_zj", mobile=MOBILE)
    async with office.client("unit_leader_zj") as leader:
        answer = await leader.post(f"/api/tasks/{key}/assign", json={"user": "handler_zj"})
    assert answer.status_code < 300, answer.text
    return Held(petition, key)
