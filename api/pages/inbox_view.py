"""Which list an address of the inbox means; pages, files and events ask for it alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query
from sqlmodel import Session

from api.queries.inbox_filter import InboxFilter, Scope, Sort
from api.shapes.common import Code, shanghai
from api.shapes.inbox import FilterSpec
from records.inbox.people import visible_filter
from records.people import Person

FilterId = Annotated[str | None, Query(max_length=36, description="of a kept filter")]


@dataclass(frozen=True)
class Address:
    """What an address says: tab, queue, filter and order; no word that somebody typed."""

    scope: Scope | None
    group: str | None
    filter_id: str | None
    sort: Sort | None

    def query(self, **more: str | None) -> str:
        """As a query string, with these in place."""
        return query_of(
            {
                "scope": self.scope,
                "group": self.group,
                "f": self.filter_id,
                "sort": self.sort,
                **more,
            }
        )


def query_of(values: Mapping[str, str | None]) -> str:
    """A query string of what is there."""
    return urlencode({name: value for name, value in values.items() if value})


def address(
    scope: Scope | None = None,
    group: Annotated[Code | None, Query()] = None,
    f: FilterId = None,
    sort: Sort | None = None,
) -> Address:
    """The list named by an address."""
    return Address(scope, group or None, f or None, sort)


AddressDep = Annotated[Address, Depends(address)]


def spec_of(session: Session, person: Person, where: Address) -> FilterSpec:
    """The filter that the address names; an empty one without. Raises FilterNotFound."""
    if where.filter_id is None:
        return FilterSpec()
    return FilterSpec.model_validate(visible_filter(session, person, where.filter_id).spec)


def wanted_of(
    spec: FilterSpec, where: Address, *, scope: Scope, sort: Sort, now: datetime
) -> InboxFilter:
    """The list asked for."""
    group = where.group if scope in ("free", "groups") else None
    return spec.asks(scope, today=shanghai(now).date(), sort=sort, group=group)
