"""Units as a tree: who stands above whom. `parents` gives each unit's superior, None at the top."""

from collections.abc import Iterable, Mapping

Parents = Mapping[str, str | None]


def superiors(unit: str, parents: Parents) -> list[str]:
    """The superiors of a unit, the nearest first; a loop in the records is followed once."""
    above: list[str] = []
    parent = parents.get(unit)
    while parent is not None and parent not in above and parent != unit:
        above.append(parent)
        parent = parents.get(parent)
    return above


def is_within(unit: str, other: str, parents: Parents) -> bool:
    """Whether a unit is the other one or subordinate to it."""
    return unit == other or other in superiors(unit, parents)


def common_superior(units: Iterable[str], parents: Parents) -> str | None:
    """The nearest unit above all of these; None without one."""
    first, *others = [superiors(unit, parents) for unit in units]
    return next((unit for unit in first if all(unit in above for above in others)), None)
