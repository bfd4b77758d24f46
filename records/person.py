"""A person who is signed in, what they may do themselves, and for whom they stand in."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

OVERSIGHT_ROLES = ("manager", "auditor", "administrator")


@dataclass(frozen=True)
class Represented:
    """Somebody who is away, with the groups that their deputy has meanwhile."""

    id: str
    name: str
    groups: frozenset[str]


@dataclass(frozen=True)
class Person:
    """A person who is signed in. Groups are candidate groups `role@unit`.

    `own_groups` are theirs; `represents` are those they stand in for (代理).
    """

    id: str
    name: str
    language: str
    own_groups: frozenset[str]
    represents: tuple[Represented, ...] = ()
    must_change_password: bool = False

    @cached_property
    def groups(self) -> frozenset[str]:
        """Every group the person may act in today."""
        return self.own_groups.union(*(one.groups for one in self.represents))

    def has(self, *roles: str, at: str | None = None) -> bool:
        """Whether the person has one of these roles, in the unit `at` or in any."""
        return bool(self.units_with(*roles) if at is None else at in self.units_with(*roles))

    def units_with(self, *roles: str) -> list[str]:
        """Units in which the person has one of these roles, sorted."""
        return units_with(self.groups, *roles)

    @property
    def oversees(self) -> bool:
        """Whether the person reads every case: manager, auditor, administrator."""
        return self.has(*OVERSIGHT_ROLES)

    @property
    def represented_ids(self) -> frozenset[str]:
        """Ids of those the person stands in for."""
        return frozenset(one.id for one in self.represents)

    def works_for(self, groups: Iterable[str], holder: str | None) -> str | None:
        """For whom the person works on a task that waits in these groups; None: for themselves.

        That is who holds it, else the first whose groups it waits in.
        """
        if holder is not None:
            return holder if holder in self.represented_ids else None
        if not self.own_groups.isdisjoint(groups):
            return None
        found = (one.id for one in self.represents if not one.groups.isdisjoint(groups))
        return next(found, None)

    def leads_for(self, units: Iterable[str], *roles: str) -> str | None:
        """For whom the person uses one of these roles in these units; None: for themselves."""
        wanted = set(units)
        if not wanted.isdisjoint(units_with(self.own_groups, *roles)):
            return None
        found = (
            one.id
            for one in self.represents
            if not wanted.isdisjoint(units_with(one.groups, *roles))
        )
        return next(found, None)


def units_with(groups: Iterable[str], *roles: str) -> list[str]:
    """Units in which these groups have one of these roles, sorted."""
    pairs = (group.partition("@") for group in groups)
    return sorted({unit for role, _, unit in pairs if role in roles})
