"""Who takes over when a unit is split, merged or abolished (regulation article 24, paragraph 2).

Whoever carries on the unit's powers handles its matters. Where that is not clear, the Party
committee and government of the same level, or the unit that they name, decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.errors import LawError

BASIS = "regulation_2022:24(2)"


class SuccessionNotPossible(LawError):
    """The unit cannot be changed like this; check its successors, the day and earlier changes."""


class SuccessionCycle(LawError):
    """This successor has itself ended by that day, or is the unit itself; name one that exists."""


class SuccessionKind(StrEnum):
    """What happened to a unit. After a transfer it goes on with its remaining powers."""

    split_up = "split"  # `split` is a method of every text
    merge = "merge"
    abolish = "abolish"
    rename = "rename"
    transfer = "transfer"

    @property
    def ends_unit(self) -> bool:
        """Whether the unit no longer exists from that day on."""
        return self is not SuccessionKind.transfer


# How many successors one change of a unit can have: at least, at most.
SUCCESSORS: dict[SuccessionKind, tuple[int, int | None]] = {
    SuccessionKind.split_up: (2, None),
    SuccessionKind.merge: (1, 1),
    SuccessionKind.abolish: (0, 1),
    SuccessionKind.rename: (1, 1),
    SuccessionKind.transfer: (1, None),
}


@dataclass(frozen=True)
class Succession:
    """One unit's part in a change. `on` is the first day of the new state.

    `successor` None: abolished, nobody named. `share` says in words which powers went there.
    """

    predecessor: str
    successor: str | None
    kind: SuccessionKind
    on: date
    share: str = ""


@dataclass(frozen=True)
class Heir:
    """A unit that carries on powers; `shares` are the named ones, in the order they were passed."""

    unit: str
    shares: tuple[str, ...] = ()


@dataclass(frozen=True)
class Inheritance:
    """Who may carry on a unit's powers.

    `undecided`: units that passed powers to several without saying which. `lapsed`: units abolished
    without anybody named.
    """

    heirs: tuple[Heir, ...]
    undecided: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """The units alone, each once."""
        return tuple(dict.fromkeys(heir.unit for heir in self.heirs))

    @property
    def is_clear(self) -> bool:
        """False: the Party committee and government of the level, or whom they name, decides."""
        return not self.lapsed and (not self.undecided or len(self.units) == 1)


def successors_on(unit: str, on: date, successions: Sequence[Succession]) -> Inheritance:
    """Who carries on the powers of this unit on that day, followed through every later change.

    A unit to which nothing happened is its own heir. Where all ways lead to one unit the answer is
    clear, even after a split without named shares.
    """
    heirs: list[Heir] = []
    undecided: list[str] = []
    lapsed: list[str] = []
    open_ends = [(Heir(unit), date.min)]
    for heir, since in open_ends:  # grows while it is walked
        step = _next_change(heir.unit, since, on, successions)
        passed_on = [
            (Heir(one.successor, (*heir.shares, one.share) if one.share else heir.shares), one.on)
            for one in step
            if one.successor is not None
        ]
        if not step:
            heirs.append(heir)
        elif not passed_on:
            lapsed.append(heir.unit)
        elif _needs_shares(step) and not all(one.share for one in step):
            undecided.append(heir.unit)
        if step and not step[0].kind.ends_unit:
            open_ends.append((heir, step[0].on))
        open_ends += passed_on
    return Inheritance(
        tuple(dict.fromkeys(heirs)), tuple(dict.fromkeys(undecided)), tuple(dict.fromkeys(lapsed))
    )


def check_change(step: Sequence[Succession], known: Sequence[Succession]) -> None:
    """Whether a change of one unit (a row per successor) can be added to those known.

    Raises:
        SuccessionNotPossible: too few or too many successors, or one twice; the unit ended before,
            or has a change on that day or after its end.
        SuccessionCycle: a successor is the unit itself, or has ended by that day.
    """
    kind, unit, on = step[0].kind, step[0].predecessor, step[0].on
    successors = [change.successor for change in step if change.successor]
    least, most = SUCCESSORS[kind]
    if len(successors) < least or (most is not None and len(successors) > most):
        wanted = str(least) if least == most else f"{least} to {most or 'many'}"
        raise SuccessionNotPossible(f"{kind}: successors {len(successors)}, wanted {wanted}")
    if len(set(successors)) < len(successors):
        raise SuccessionNotPossible(f"{kind}: a successor named twice")
    if any(change.predecessor == unit and change.on == on for change in known):
        raise SuccessionNotPossible(f"{unit}: has a change on {on} already")
    if any(change.predecessor == unit and _ended(change, on) for change in known):
        raise SuccessionNotPossible(f"{unit}: ended before {on}")
    if kind.ends_unit and any(change.predecessor == unit and change.on > on for change in known):
        raise SuccessionNotPossible(f"{unit}: has a change after {on}")
    everything = [*known, *step]
    for change in everything:
        if change.successor == change.predecessor or any(
            other.predecessor == change.successor and _ended(other, change.on)
            for other in everything
        ):
            raise SuccessionCycle(f"{change.predecessor} -> {change.successor} on {change.on}")


def _next_change(
    unit: str, since: date, on: date, successions: Sequence[Succession]
) -> list[Succession]:
    """The first change of the unit after `since` and by `on`: one row per successor."""
    later = [one for one in successions if one.predecessor == unit and since < one.on <= on]
    first = min((one.on for one in later), default=None)
    return [one for one in later if one.on == first]


def _needs_shares(step: Sequence[Succession]) -> bool:
    return step[0].kind is SuccessionKind.transfer or len(step) > 1


def _ended(change: Succession, on: date) -> bool:
    return change.kind.ends_unit and change.on <= on
