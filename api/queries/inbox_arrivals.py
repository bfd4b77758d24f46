"""How many tasks of a list have come since a page was made."""

from dataclasses import replace

from sqlmodel import Session, col, select

from api.queries.inbox import Listing
from api.queries.inbox_filter import InboxFilter
from api.queries.inbox_orders import Order
from api.queries.inbox_reach import reach_of
from records.models import InboxEntry
from records.people import Person

# More than a page of news is told as so many.
MOST = 99
LOOKED_AT = 1_000


def arrivals(session: Session, person: Person, wanted: InboxFilter, since: int) -> int:
    """Tasks of the list that came after `since`; MOST + 1 means more than MOST. Raises RoleMissing.

    Nothing arrives in one's own hands: who looks at those is told what can be taken.
    """
    if wanted.scope == "mine":
        wanted = InboxFilter(scope="free", today=wanted.today)
    came = session.exec(
        select(InboxEntry.task_key)
        .where(col(InboxEntry.arrived) > since, InboxEntry.ordinal == 0)
        .order_by(col(InboxEntry.arrived))
        .limit(LOOKED_AT)
    ).all()
    if not came:
        return 0
    wanted = replace(wanted, sort="created")
    listing = Listing(session, reach_of(person, wanted), wanted, Order("created"))
    return listing.number_of(came, MOST + 1)
