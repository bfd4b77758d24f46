"""The tabs of an inbox."""

from api.queries.inbox_filter import Scope
from records.people import LEADER_ROLES, Person


def tabs_of(person: Person) -> list[Scope]:
    """The tabs this person has."""
    tabs: list[Scope] = ["mine", "free"]
    if person.units_with(*LEADER_ROLES):
        tabs.append("unit")
    tabs.append("all")
    return tabs
