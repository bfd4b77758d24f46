"""Several people, each in a browser of their own, on a whole running installation."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import watched_page
from tests.browser.days.desk import MILLIS, Desk
from tests.browser.test_casework import sign_in
from tests.running import Running

Sits = Callable[[str], Desk]
USUAL_MILLIS = 5_000


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Pages are waited for as long as the engine is."""
    expect.set_options(timeout=MILLIS)
    yield
    expect.set_options(timeout=USUAL_MILLIS)


@contextmanager
def desk_of(chromium: Browser, xinfang: Running, user: str) -> Iterator[Desk]:
    """Somebody signs in on a computer of their own and works; scripts that fail, fail the test."""
    with watched_page(chromium, xinfang.url) as page:
        page.set_default_timeout(MILLIS)
        sign_in(page, user)
        yield Desk(page)


@pytest.fixture
def sits(chromium: Browser, xinfang: Running) -> Iterator[Sits]:
    """`sits("clerk")` gives that person's desk; it is left when the test ends."""
    with ExitStack() as desks:
        yield lambda user: desks.enter_context(desk_of(chromium, xinfang, user))
