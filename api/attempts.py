"""Failed tries per subject and address, as of query codes: ten in five minutes, then a pause."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable

from api.errors import TooManyAttempts

MOST_FAILURES = 10
WITHIN_SECONDS = 300.0
MOST_KEYS = 10_000


class Attempts:
    """Kept in memory: one process serves the application."""

    def __init__(
        self,
        monotonic: Callable[[], float] = time.monotonic,
        refusal: type[TooManyAttempts] = TooManyAttempts,
    ) -> None:
        self._monotonic = monotonic
        self._refusal = refusal
        self._failures: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()

    def begin(self, user: str, address: str) -> None:
        """Count a try before it is checked, so that parallel ones count. Raises TooManyAttempts."""
        key = (user, address)
        now = self._monotonic()
        times = self._failures.setdefault(key, deque())
        self._failures.move_to_end(key)
        while times and times[0] <= now - WITHIN_SECONDS:
            times.popleft()
        if len(times) >= MOST_FAILURES:
            wait = int(times[0] + WITHIN_SECONDS - now) + 1
            raise self._refusal(headers={"Retry-After": str(wait)})
        times.append(now)
        while len(self._failures) > MOST_KEYS:
            self._failures.popitem(last=False)

    def take_back(self, user: str, address: str) -> None:
        """The try that was counted last was none: what failed before stays counted."""
        if times := self._failures.get((user, address)):
            times.pop()

    def succeeded(self, user: str, address: str) -> None:
        """Forget the failures of who signed in at last."""
        self._failures.pop((user, address), None)
