"""A task that a person opens is no longer unread to them."""

from collections.abc import AsyncIterator

from fastapi import Depends

from api.deps import PersonDep, RuntimeDep, read_briefly, write_briefly
from api.shapes.common import KeyInPath
from records.inbox.people import is_seen, mark_seen


async def note_opened(
    runtime: RuntimeDep, person: PersonDep, key: KeyInPath
) -> AsyncIterator[None]:
    """Noted when the page was put together; one that the person may not see is not."""
    yield
    if not await read_briefly(runtime, lambda session: is_seen(session, person.id, key)):
        await write_briefly(runtime, lambda session: mark_seen(session, person.id, key))


Opened = Depends(note_opened, scope="function")
