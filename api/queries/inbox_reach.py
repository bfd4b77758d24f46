"""How far a list reaches: the groups whose tasks it shows, and what of them is sealed."""

from dataclasses import dataclass

from api.errors import RoleMissing
from api.queries.inbox_filter import InboxFilter, Scope
from records.people import LEADER_ROLES, ROLES, SEALED_ROLES, Person

# Of so many groups a list is put together; nobody has more.
MOST_GROUPS = 200


@dataclass(frozen=True)
class Reach:
    """`groups` None: every group there is. `sealed`: the groups whose sealed tasks are shown.

    `represented`: for whom the person stands in; what they hold is listed as the person's own,
    where it waits in these groups. `is_of_units`: the groups are those of the units asked for.
    """

    scope: Scope
    person_id: str
    groups: tuple[str, ...] | None
    sealed: tuple[str, ...]
    represented: tuple[str, ...] = ()
    is_of_units: bool = False

    @property
    def is_everything(self) -> bool:
        """Whether nothing but what is sealed is left out."""
        return self.groups is None


def groups_of(person: Person, scope: Scope) -> tuple[str, ...] | None:
    """The groups of a tab; None: all there are. Raises RoleMissing."""
    led = [f"{role}@{unit}" for unit in person.units_with(*LEADER_ROLES) for role in ROLES]
    match scope:
        case "mine" | "free" | "groups":
            return tuple(sorted(person.groups))
        case "unit":
            if not led:
                raise RoleMissing
            return tuple(led)
        case "all":
            return None if person.oversees else tuple(sorted({*person.groups, *led}))


def reach_of(person: Person, wanted: InboxFilter) -> Reach:
    """Where this list is read from. Raises RoleMissing.

    What is sealed is in the lists of its own desk alone, whatever else somebody leads or oversees.
    """
    groups = groups_of(person, wanted.scope)
    if wanted.units:
        if groups is None:
            groups = tuple(f"{role}@{unit}" for unit in wanted.units for role in ROLES)
        else:
            groups = tuple(one for one in groups if one.partition("@")[2] in wanted.units)
    if wanted.group is not None:
        is_reached = groups is None or wanted.group in groups
        groups = (wanted.group,) if is_reached else ()
    return Reach(
        scope=wanted.scope,
        person_id=person.id,
        groups=groups and groups[:MOST_GROUPS],
        sealed=sealed_groups(person),
        represented=tuple(sorted(person.represented_ids)),
        is_of_units=bool(wanted.units),
    )


def sealed_groups(person: Person) -> tuple[str, ...]:
    """The groups of the person at a sealed desk."""
    return tuple(
        group for group in sorted(person.groups) if group.partition("@")[0] in SEALED_ROLES
    )
