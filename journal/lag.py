"""How far the journal is behind the engine, by partition.

The broker's `exportedPosition` moves when we acknowledge, its `processedPosition` when it works.
Not every position is a record that is exported, so our own mark may stay a little below both for
ever: what counts is what the broker has processed beyond the further of the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from journal.errors import EngineNotReachable

TIMEOUT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class PartitionLag:
    """Log positions of one partition; `behind` is 0 when everything has arrived."""

    partition_id: int
    processed: int
    exported: int
    applied: int

    @property
    def behind(self) -> int:
        """Positions processed by the engine that have not arrived here."""
        return max(0, self.processed - max(self.exported, self.applied))


def read_lag(
    management: str, applied: Mapping[int, int], client: httpx.Client | None = None
) -> list[PartitionLag]:
    """Ask one broker for the partitions it leads.

    `management` is its management address (http://host:port), `applied` our high-water mark by
    partition; who asks often gives a `client`. Raises EngineNotReachable.
    """
    get = client.get if client else httpx.get
    try:
        answer = get(
            f"{management.rstrip('/')}/actuator/partitions", timeout=TIMEOUT_SECONDS
        ).raise_for_status()
        partitions = answer.json()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise EngineNotReachable from error
    return [
        PartitionLag(
            partition_id=int(number),
            processed=partition.get("processedPosition") or 0,
            exported=partition.get("exportedPosition") or 0,
            applied=applied.get(int(number), 0),
        )
        for number, partition in sorted(partitions.items())
        if partition.get("role") == "LEADER"
    ]
