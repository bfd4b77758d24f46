"""The journal in a few figures, for `xinfang journal status` and the health page."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from journal import store
from journal.tables import batch, incident, set_aside


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers of records kept, batches, records set aside, open incidents; last positions."""

    records: int
    batches: int
    set_aside: int
    open_incidents: int
    positions: dict[int, int]


def summarise(connection: Connection) -> Summary:
    """Count; a full scan of the batches' small columns at most."""
    records, batches = connection.execute(
        select(func.coalesce(func.sum(batch.c.records), 0), func.count())
    ).one()
    aside = connection.execute(select(func.count()).select_from(set_aside)).scalar_one()
    incidents = connection.execute(
        select(func.count()).select_from(incident).where(incident.c.state == "open")
    ).scalar_one()
    marks = store.read_high_water(connection)
    return Summary(
        records=int(records),
        batches=batches,
        set_aside=aside,
        open_incidents=incidents,
        positions={partition: position for partition, (position, _) in sorted(marks.items())},
    )
